import type { IssueWords } from "../words.ts";

export const claims = {} as const satisfies Record<string, IssueWords>;
