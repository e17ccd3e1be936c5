import { catalogue } from "./catalogue.ts";
import type { Language, Words } from "./words.ts";

/** Every way in which something can be wrong; the words of each stand in `catalogue/`. */
export type IssueCode = keyof typeof catalogue;

/** Where it is, outermost first: `["leads.csv", 14, "received"]`, `["report.zh.md", 42, 7]`. */
export type Path = readonly (string | number)[];

/**
 * A failure that its user can mend, as data: what (`code`), where (`path`), with which values (`params`).
 * It survives `JSON.parse(JSON.stringify(x))`; its words are chosen last, by {@link wordsOf}.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number | Words>>;
}

/** Makes an issue: `issue("register.area-unknown", ["leads.csv", 14, "area"], { value: "999" })`. */
export function issue(code: IssueCode, path: Path, params: Issue["params"] = {}): Issue {
  return { code, path, params };
}

/** An issue's two sentences in one language: what is wrong, and what mends it. */
export function wordsOf(it: Issue, language: Language): { what: string; cure: string } {
  const words = catalogue[it.code];
  return {
    what: fill(words[language], it.params, language),
    cure: fill(words.cure[language], it.params, language),
  };
}

/** An issue as one line: `leads.csv:14:received: what is wrong → what mends it [code]`. */
export function lineOf(it: Issue, language: Language): string {
  const { what, cure } = wordsOf(it, language);
  const where = it.path.join(":");
  return `${where === "" ? "" : `${where}: `}${what} → ${cure} [${it.code}]`;
}

/** The one error that carries issues across a call that has no other way to say no. */
export class IssueError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((it) => lineOf(it, "en")).join("\n"));
    this.name = "IssueError";
    this.issues = issues;
  }
}

/** Stops with one issue: for a boundary that returns nothing else. */
export function refuse(code: IssueCode, path: Path, params: Issue["params"] = {}): never {
  throw new IssueError([issue(code, path, params)]);
}

function fill(template: string, params: Issue["params"], language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole;
    return typeof value === "object" ? value[language] : String(value);
  });
}
