/** Registers: what a record is, how it may change, and how its entries fold into it. */
export * from "./define.ts";
export type * from "./action.ts";
