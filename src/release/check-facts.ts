import type { Declarations } from "../indicators/index.ts";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import { canonicalBytes, type Json, nodeHashMany, rootAt, type TileSource, toHex } from "../ledger/index.ts";
import type { RecordView } from "../registers/index.ts";
import type { Edition, PlacedEntry, RegisterSummary } from "../site/index.ts";
import { type Manifest, sha256 } from "./manifest.ts";

/** What an edition says of its own place must be what its manifest, the log and the believed key say. */
export async function checkPlace(
  edition: Edition,
  manifest: Manifest,
  log: { readonly entries: readonly PlacedEntry[]; readonly number: string; readonly verifierKey: string },
  tiles: TileSource,
): Promise<void> {
  const { checkpoint } = manifest;
  const known = {
    district: [edition.pack.district.code, manifest.district],
    number: [edition.number, manifest.number],
    "number in the log": [String(edition.number), log.number],
    position: [edition.position, checkpoint.size],
    "position in the log": [edition.position, log.entries.length],
    root: [edition.root, checkpoint.root],
    origin: [edition.origin, checkpoint.origin],
    verifierKey: [edition.verifierKey, log.verifierKey],
    recorded: [edition.recorded, log.entries.at(-1)?.entry.recorded],
    pack: [sha256(canonicalBytes(edition.pack as unknown as Json)), manifest.pack],
  };
  for (const [field, [stated, proven]] of Object.entries(known))
    if (stated !== proven) refuse("verify.place-altered", ["data/edition.json", field], { field });
  const own = toHex(await rootAt(checkpoint.size, tiles, nodeHashMany));
  if (own !== checkpoint.root)
    refuse("verify.root-altered", ["manifest.json", "checkpoint"], { stored: checkpoint.root, derived: own });
  await checkPredecessors(edition, log.entries, tiles);
}

/** Every earlier release of the log is named, with the tree that it covered. */
async function checkPredecessors(
  { predecessors }: Edition,
  entries: readonly PlacedEntry[],
  tiles: TileSource,
): Promise<void> {
  const inLog = entries.filter(({ entry }) => entry.kind === "release").toReversed();
  for (let i = 0; i < Math.max(inLog.length, predecessors.length); i++) {
    const [stated, recorded] = [predecessors[i], inLog[i]?.entry];
    const position = Number(recorded?.fields?.position);
    const own = recorded && {
      number: Number(recorded.record),
      position,
      root: toHex(await rootAt(position, tiles, nodeHashMany)),
      recorded: entries[position - 1]?.entry.recorded,
    };
    if (!sameJson(stated, own))
      refuse("verify.predecessor-altered", ["data/edition.json", "predecessors", i], {});
  }
}

/** What is told of each register, its latest records too, is what its entries give. */
export function checkSummaries(
  { registers }: Edition,
  declarations: Declarations,
  entries: readonly PlacedEntry[],
  views: Iterable<RecordView>,
): void {
  const records = new Map<string, RecordView[]>();
  for (const view of views) {
    const known = records.get(view.register);
    if (known === undefined) records.set(view.register, [view]);
    else known.push(view);
  }
  const lastOf = new Map(
    entries.map(({ entry, position }) => [`${entry.register}\t${entry.record}`, position]),
  );
  const names = declarations.pack.registers.map((it) => it.name);
  if (
    !sameJson(
      registers.map((it) => it.register),
      names,
    )
  )
    refuse("verify.summary-altered", ["data/edition.json", "registers"], { register: "—" });
  for (const summary of registers) {
    const { register } = summary;
    const path = ["data/edition.json", "registers", register];
    const standing = (records.get(register) ?? []).filter((it) => !it.gone);
    const own = ownSummary(declarations, register, standing, entries);
    const { latest, ...stated } = summary;
    if (!sameJson(stated, own)) refuse("verify.summary-altered", path, { register });
    for (const { record, position, ...shown } of latest) {
      const view = standing.find((it) => it.record === record);
      const { state, fields } = view ?? {};
      if (lastOf.get(`${register}\t${record}`) !== position || !sameJson(shown, { state, fields }))
        refuse("verify.summary-altered", [...path, record], { register });
    }
  }
}

function ownSummary(
  { registers }: Declarations,
  register: string,
  standing: readonly RecordView[],
  entries: readonly PlacedEntry[],
): Omit<RegisterSummary, "latest"> {
  const runs: [number, number][] = [];
  let count = 0;
  let recorded: string | undefined;
  for (const { entry, position } of entries) {
    if (entry.register !== register) continue;
    count += 1;
    recorded = entry.recorded;
    const last = runs.at(-1);
    if (last?.[1] === position - 1) last[1] = position;
    else runs.push([position, position]);
  }
  const definition = registers.get(register)?.definition;
  const states = definition?.openState ? Object.keys(definition.lifecycle.states) : [];
  return {
    register,
    records: standing.length,
    entries: count,
    runs,
    ...(recorded !== undefined && { recorded }),
    states: Object.fromEntries(
      states.map((state) => [state, standing.filter((it) => it.state === state).length]),
    ),
  };
}

/** Whether two values are the same JSON, whatever the order of members. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  const bytes = (it: unknown) => Buffer.from(canonicalBytes(JSON.parse(JSON.stringify(it)) as Json));
  return bytes(one).equals(bytes(other));
}

function refuse(code: Issue["code"], path: Issue["path"], params: Issue["params"]): never {
  throw new IssueError([issue(code, path, params)]);
}
