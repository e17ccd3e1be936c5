import { IssueError } from "../../src/issue/index.ts";

/** What a call refuses, as `code path…`, several joined by commas; `accepted` where it refuses nothing. */
export async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map((it) => [it.code, ...it.path].join(" ")).join();
    throw error;
  }
  return "accepted";
}
