import type { IssueWords } from "../words.ts";

export const registers = {} as const satisfies Record<string, IssueWords>;
