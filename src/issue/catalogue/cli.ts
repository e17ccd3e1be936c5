import type { IssueWords } from "../words.ts";

export const cli = {} as const satisfies Record<string, IssueWords>;
