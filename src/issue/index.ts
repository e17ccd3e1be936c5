/** Every failure as data: code, path, parameters; words (zh, en) rendered last. Imports nothing. */
export { catalogue } from "./catalogue.ts";
export {
  type Issue,
  type IssueCode,
  IssueError,
  issue,
  lineOf,
  type Path,
  refuse,
  wordsOf,
} from "./issue.ts";
export type { IssueWords, Language, Words } from "./words.ts";
