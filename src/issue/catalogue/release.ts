import type { IssueWords } from "../words.ts";

export const release = {} as const satisfies Record<string, IssueWords>;
