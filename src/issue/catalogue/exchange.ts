import type { IssueWords } from "../words.ts";

export const exchange = {} as const satisfies Record<string, IssueWords>;
