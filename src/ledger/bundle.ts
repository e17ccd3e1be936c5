import { type Path, refuse } from "../issue/index.ts";

/** An entry bundle: up to 256 entries, each a big-endian uint16 length and its bytes (C2SP tlog-tiles). */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  let length = 2 * entries.length;
  for (const entry of entries) length += entry.length;
  const bundle = new Uint8Array(length);
  let offset = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new Error(`an entry of ${entry.length} bytes fits no bundle`);
    bundle[offset] = entry.length >> 8;
    bundle[offset + 1] = entry.length & 0xff;
    bundle.set(entry, offset + 2);
    offset += 2 + entry.length;
  }
  return bundle;
}

/**
 * The first `width` entries of a bundle, as views of its bytes. Refuses a bundle whose lengths do not add up
 * (`ledger.bundle-cut`, at the entry that is cut off) and, unless `longer` allows it, one that goes on after
 * them (`ledger.bundle-width`).
 */
export function decodeBundle(
  bundle: Uint8Array,
  width: number,
  path: Path,
  longer: "exact" | "longer" = "exact",
): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (let i = 0; i < width; i++) {
    const start = offset + 2;
    const end = start + (bundle[offset] ?? 0) * 256 + (bundle[offset + 1] ?? 0);
    if (start > bundle.length || end > bundle.length)
      refuse("ledger.bundle-cut", [...path, i], { entries: i, width });
    entries.push(bundle.subarray(start, end));
    offset = end;
  }
  if (longer === "exact" && offset !== bundle.length)
    refuse("ledger.bundle-width", path, { width, bytes: bundle.length - offset });
  return entries;
}
