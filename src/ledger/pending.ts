import { joinBytes } from "./bytes.ts";
import type { CellAddition, StoreTransaction } from "./store/index.ts";

/** What an append leaves for integration: its entries in order, and what they add to the cells. */
export interface Pending {
  readonly entries: readonly Uint8Array[];
  readonly cells: readonly PendingCell[];
}

/** What is added to one cell of the district. */
export type PendingCell = readonly [
  indicator: string,
  area: string,
  month: number,
  breakdown: string,
  n: number,
  sum: bigint,
];

/**
 * Writes one append's entries into the queue, in the transaction that makes it durable. It comes last in that
 * transaction, when the rows of its records are locked or written: so an append that saw what another one did to
 * a record has the later row, and the queue's order is that in which each record changed.
 */
export async function putPending(
  tx: StoreTransaction,
  district: string,
  { entries, cells }: Pending,
): Promise<void> {
  if (entries.length === 0) return;
  const framed = joinBytes(entries.flatMap((bytes) => [uint32(bytes.length), bytes]));
  const written = JSON.stringify(cells.map(([...cell]) => cell.with(5, String(cell[5]))));
  await tx.insert("pending", ["district", "entries", "cells"], [[district, framed, written]]);
}

/** A queued append as it was written. */
export function readPending(
  entries: Uint8Array,
  cells: string,
  district: string,
): { entries: Uint8Array[]; cells: CellAddition[] } {
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const found: Uint8Array[] = [];
  for (let offset = 0; offset < entries.length; ) {
    const length = view.getUint32(offset);
    found.push(entries.subarray(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  const rows = JSON.parse(cells) as [string, string, number, string, number, string][];
  return {
    entries: found,
    cells: rows.map(([indicator, area, month, breakdown, n, sum]) => [
      district,
      indicator,
      area,
      month,
      breakdown,
      n,
      BigInt(sum),
    ]),
  };
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
