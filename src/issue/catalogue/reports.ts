import type { IssueWords } from "../words.ts";

export const reports = {} as const satisfies Record<string, IssueWords>;
