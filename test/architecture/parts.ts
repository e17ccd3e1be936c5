/** What a part of `src/` may import, and why it needs to. */
export interface PartRule {
  readonly may: readonly string[];
  readonly why: string;
}

/**
 * The parts of `src/`, lowest first, and all that each may import, besides itself. A figure goes one way,
 * from the record to the published page, and so do the imports: a part knows those below it, never those
 * above. To allow one more import is a decision: write down here what it is for.
 */
export const parts: Readonly<Record<string, PartRule>> = {
  issue: { may: [], why: "every part says what is wrong in its words" },
  quantity: { may: [], why: "exact numbers, units and periods know nothing of the ledger" },
  calendar: { may: ["issue"], why: "refuses days past its data" },
  "ledger/store": { may: ["issue"], why: "tables and transactions, whatever is kept in them" },
  ledger: { may: ["issue", "ledger/store"], why: "keeps its entries in a store" },
  registers: {
    may: ["issue", "quantity", "calendar", "ledger", "ledger/store"],
    why: "judges actions by declarations and deadlines, and appends what passes in a transaction",
  },
  indicators: {
    may: ["issue", "quantity", "calendar", "ledger", "ledger/store", "registers"],
    why: "counts records as they are appended, in the same transaction",
  },
  claims: { may: ["issue", "quantity"], why: "reads any prose: the values to compare with are passed in" },
  reports: {
    may: ["issue", "quantity", "calendar", "registers", "indicators", "claims"],
    why: "binds what the prose states to observations",
  },
  exchange: {
    may: ["issue", "quantity", "calendar", "registers", "indicators"],
    why: "records and observations as files, in and out",
  },
  site: {
    may: [
      "issue",
      "quantity",
      "calendar",
      "ledger",
      "ledger/verify",
      "registers",
      "indicators",
      "reports",
      "exchange",
    ],
    why: "turns an edition into pages; it is handed everything and reads no store",
  },
  district: {
    may: ["issue", "quantity", "calendar", "ledger", "ledger/store", "registers", "indicators"],
    why: "one opened ledger with its keys and declarations",
  },
  release: {
    may: [
      "issue",
      "quantity",
      "ledger",
      "ledger/store",
      "ledger/verify",
      "registers",
      "indicators",
      "reports",
      "exchange",
      "site",
      "district",
    ],
    why: "gates, signs and publishes what all below it made, and verifies it from its files",
  },
  cli: {
    may: [
      "issue",
      "quantity",
      "calendar",
      "ledger",
      "ledger/store",
      "ledger/verify",
      "registers",
      "indicators",
      "claims",
      "reports",
      "exchange",
      "site",
      "district",
      "release",
    ],
    why: "one command for each thing that the parts can do",
  },
};

/** The part that a file of `src/` belongs to, or undefined for the package's own door. */
export function partOf(file: string): string | undefined {
  if (file.startsWith("src/ledger/store/")) return "ledger/store";
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

/** The files through which a part is imported by others, and the name that a row calls each by. */
export const doors: ReadonlyMap<string, string> = new Map([
  ...Object.keys(parts).map((part) => [`src/${part}/index.ts`, part] as const),
  // the ledger's second door, for browsers and whoever only verifies
  ["src/ledger/verify/index.ts", "ledger/verify"],
]);
