/**
 * The tables of a ledger's database, alike in SQLite and PostgreSQL. The district's code is the first
 * column of every key, so that the same schema can be distributed by district.
 */
export interface Schema {
  /** one row a district: its identity and its tree's head */
  ledger: LedgerRow;
  /** appended and acknowledged, not yet placed: one row an append */
  pending: PendingRow;
  /** the log: one row a leaf */
  entry: EntryRow;
  /** where each register's entries stand in the log */
  run: RunRow;
  /** hash tiles; a level's rightmost may be partial, full ones never change */
  tile: TileRow;
  /** records as their appended entries have made them */
  record: RecordRow;
  /** sealed values and their salts, encrypted under the record's own key */
  payload: PayloadRow;
  /** maintained counters that observations are read from */
  cell: CellRow;
  /** idempotency keys of appends that were committed */
  request: RequestRow;
  /** declarations in force, by the hash that stands in the log */
  definition: DefinitionRow;
  /** what was released, and with which observations */
  release: ReleaseRow;
}

export interface LedgerRow {
  district: string;
  origin: string;
  /** entries integrated: the tree's size */
  size: number;
  /** root hash at that size, lower-case hex */
  root: string;
  /** the last signed checkpoint, a signed note; empty before the first */
  checkpoint: string;
}

export interface PendingRow {
  district: string;
  /** row order, given by the database; gaps are harmless */
  id: number;
  /** entries of the append, each a big-endian uint32 length and its bytes */
  entries: Uint8Array;
  /** JSON of `CellRow[]` without district: what the append adds to the cells */
  cells: string;
}

export interface EntryRow {
  district: string;
  position: number;
  register: string;
  record: string;
  /** the record's version before the entry */
  version: number;
  bytes: Uint8Array;
}

/** Entries of one register that stand next to each other in the log; the next run is of another register. */
export interface RunRow {
  district: string;
  /** position of the first */
  first: number;
  /** position of the last */
  last: number;
  register: string;
}

export interface TileRow {
  district: string;
  level: number;
  index: number;
  /** 1 to 256 hashes of 32 bytes */
  bytes: Uint8Array;
}

export interface RecordRow {
  district: string;
  register: string;
  /** the key as it stands in the leaf: opaque in a sealed register */
  record: string;
  /** entries appended to it */
  version: number;
  /** 1 when the record was voided or erased */
  gone: number;
  /** state, empty where it is sealed */
  state: string;
  /** effective date of its last advance */
  at: string;
  /** JSON of `{fields, entered}`: public fields, and the day each public state was last entered */
  body: string;
}

export interface PayloadRow {
  district: string;
  register: string;
  record: string;
  /** the version before the entry that sealed these values */
  version: number;
  /** 12 bytes nonce, ciphertext, 16 bytes tag: AES-256-GCM of the canonical JSON `{field: {salt, value}}` */
  bytes: Uint8Array;
}

export interface CellRow {
  district: string;
  indicator: string;
  area: string;
  /** months since year 0: year × 12 + month − 1 */
  month: number;
  /** canonical JSON `{dimension: value}` */
  breakdown: string;
  /** records counted */
  n: number;
  /** the summed field times 10^decimals; as text when read, to stay exact */
  sum: bigint | string;
}

export interface RequestRow {
  district: string;
  key: string;
  register: string;
  record: string;
  version: number;
}

export interface DefinitionRow {
  district: string;
  /** lower-case hex SHA-256 of the canonical JSON */
  hash: string;
  kind: string;
  name: string;
  body: string;
}

export interface ReleaseRow {
  district: string;
  number: number;
  /** entries that the release covers */
  position: number;
  /** lower-case hex SHA-256 of the manifest */
  manifest: string;
  /** JSON: what later releases need of it (its checkpoint, observations, sentences) */
  body: string;
}
