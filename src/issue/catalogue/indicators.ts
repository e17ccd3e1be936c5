import type { IssueWords } from "../words.ts";

export const indicators = {} as const satisfies Record<string, IssueWords>;
