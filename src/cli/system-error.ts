import { type Issue, issue } from "../issue/index.ts";

/**
 * What the operating system refused, as an issue: a file that is not there, that may not be written, a full disk. Null
 * for every other error, which is the program's own fault.
 */
export function systemIssue(error: unknown): Issue | null {
  if (!(error instanceof Error) || !("syscall" in error)) return null;
  const { code = "", path } = error as NodeJS.ErrnoException;
  const place = path === undefined ? [] : [path];
  switch (code) {
    case "ENOENT":
      return issue("cli.file-missing", place);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return issue("cli.file-forbidden", place, { code });
    case "EISDIR":
    case "ENOTDIR":
    case "EEXIST":
    case "ENOTEMPTY":
      return issue("cli.file-kind", place, { code });
    case "ENOSPC":
    case "EDQUOT":
      return issue("cli.disk-full", place, { code });
    default:
      return issue("cli.system-refused", place, { reason: error.message });
  }
}
