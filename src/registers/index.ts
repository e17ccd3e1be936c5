/** Registers: what a record is, how it may change, and how its entries fold into it. */

export type * from "./action.ts";
export { judgeAll, type Outcome, type Taken } from "./append.ts";
export { checkEntry } from "./check.ts";
export { type CompiledRegister, compileRegister, type Fields } from "./compile.ts";
export { compileConditions, type RecordCondition } from "./condition.ts";
export {
  type Clock,
  type CompiledDeadline,
  compileDeadlines,
  deadlinesOf,
  type RecordDeadline,
} from "./deadlines.ts";
export * from "./define.ts";
export { historyOf, type Step, type Told, viewOf } from "./history.ts";
export { fieldsOf, judge } from "./judge.ts";
export { type Proposal, propose } from "./propose.ts";
export { NotIntegrated, RecordBook, rowOfView, viewOfRow } from "./record-book.ts";
export type { Sealed, SealPlace, Seals } from "./seals.ts";
export { areaOf, type Disclosed, fold, type RecordView } from "./view.ts";
export { writableIssues } from "./writable.ts";
export { writeTaken } from "./write.ts";
