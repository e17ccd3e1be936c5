/** Registers: what a record is, how it may change, and how its entries fold into it. */

export type * from "./action.ts";
export { judgeAll, type Outcome, type Taken } from "./append.ts";
export { checkEntry } from "./check.ts";
export { type CompiledRegister, compileRegister, type Fields } from "./compile.ts";
export { completed } from "./complete.ts";
export { compileConditions, type RecordCondition } from "./condition.ts";
export {
  type Clock,
  type CompiledDeadline,
  compileDeadlines,
  type Due,
  deadlinesOf,
  type RecordDeadline,
} from "./deadlines.ts";
export * from "./define.ts";
export { discreet, sealsAnything, unsaid } from "./discreet.ts";
export {
  amountInForce,
  type DatedAmount,
  type DatedAmountDefinition,
  type Expression,
} from "./expression.ts";
export * from "./field-type.ts";
export { type FollowedRegister, followRegister } from "./follow.ts";
export { type HandOver, type HandOverInput, handOver } from "./hand-over.ts";
export { historyOf, type Step, type Told, viewOf } from "./history.ts";
export { fieldsOf, judge } from "./judge.ts";
export {
  type BehindRule,
  compileLight,
  type Light,
  type LightDefinition,
  type LightTurns,
  lightOn,
  lights,
  lightWords,
  wordsOfLight,
} from "./light.ts";
export { type Overdue, overdueOf } from "./overdue.ts";
export { type Proposal, propose } from "./propose.ts";
export { NotIntegrated, RecordBook, rowOfView, viewOfRow } from "./record-book.ts";
export type { CheckDefinition, Requirement } from "./record-check.ts";
export type { Sealed, SealPlace, Seals } from "./seals.ts";
export { areaOf, type Disclosed, dateIn, fold, type RecordView, timesEntered } from "./view.ts";
export { type CompiledWait, compileWaits, type WaitDefinition } from "./wait.ts";
export { writableIssues } from "./writable.ts";
export { writeTaken } from "./write.ts";
