/** A language that people read Huimou in. Chinese comes first everywhere. */
export type Language = "zh" | "en";

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>;

/** What an issue says: what is wrong, and what mends it. `{name}` stands for a parameter. */
export interface IssueWords {
  readonly zh: string;
  readonly en: string;
  readonly cure: Words;
}
