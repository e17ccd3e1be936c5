/** Working days and deadlines; wraps chinese-days and refuses dates past its data. */
export type { DatedRule } from "./dated-rule.ts";
