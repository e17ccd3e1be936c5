import type { IssueWords } from "../words.ts";

export const ledger = {} as const satisfies Record<string, IssueWords>;
