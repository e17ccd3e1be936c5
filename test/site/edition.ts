import type { PackDefinition } from "../../src/index.ts";
import {
  CellTable,
  compilePack,
  type Declarations,
  Derivation,
  type Explanation,
  reconcile,
} from "../../src/indicators/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import type { RecordView } from "../../src/registers/index.ts";
import { composeEdition } from "../../src/release/compose.ts";
import type { EditionSource, PastRelease } from "../../src/release/source.ts";
import type { Edition, RegisterSummary } from "../../src/site/index.ts";
import { FIRST_RELEASE, type MadeUpEntry, madeUpLog } from "./entries.ts";
import { pack } from "./pack.ts";

/**
 * The second release of the made-up district, composed as a real one is: its figures come out of the entries of
 * `entries.ts`, its report passed the gate, one difference is accounted for, two corrections changed what the first
 * release said. A second version of one definition is put in by hand.
 */
export async function madeUpEdition(): Promise<Edition> {
  const log = madeUpLog();
  const first = await compose({ ...pack, reports: [] }, log.slice(0, FIRST_RELEASE), 1, []);
  return compose(pack, log, 2, [pastOf(first)]);
}

async function compose(
  definition: PackDefinition,
  log: readonly MadeUpEntry[],
  number: number,
  earlier: readonly PastRelease[],
): Promise<Edition> {
  const declarations = compilePack(definition);
  const derivation = new Derivation(declarations);
  for (const [position, { entry, disclosed }] of log.entries()) {
    const [wrong] = derivation.add(entry, [position], disclosed);
    if (wrong !== undefined) throw new Error(lineOf(wrong, "en"));
  }
  const cells = new CellTable(derivation.sums.cells());
  const source: EditionSource = {
    declarations,
    number,
    position: log.length,
    recorded: log.at(-1)?.entry.recorded ?? "",
    root: "5f3c".repeat(16),
    origin: "yunling.example/huimou/999900",
    verifierKey: "yunling.example/huimou/999900+c74f20a3+ASmm0rPqGvVCwyzAhxFd3hHBq0VYf1eDrDP0pTgoPHQe",
    cells,
    explanations: accountsOf(declarations, cells),
    registers: definition.registers.map((it) => summaryOf(it.name, log, [...derivation.views()])),
    earlier,
    entriesOf: async (registers, from, to, most) =>
      log
        .slice(from, to)
        .flatMap(({ entry: { register, record, kind, reason } }, at) =>
          registers.includes(register) ? [{ position: from + at, record, kind, reason: reason ?? "" }] : [],
        )
        .slice(0, most),
  };
  const { edition, issues } = await composeEdition(source);
  if (edition === null) throw new Error(issues.map((it) => lineOf(it, "en")).join("\n"));
  return edition;
}

/** An account of every difference that there is: one township spent more than was planned, in one year. */
function accountsOf(declarations: Declarations, cells: CellTable): Explanation[] {
  return reconcile(declarations, cells, [])
    .filter((it) => it.verdict === "broken")
    .map(({ rule, area, period, breakdown, difference = "" }) => ({
      rule,
      area,
      period,
      breakdown,
      amount: difference,
      account: "决算审计核增一项道路工程的支出，计划调整手续在下年办理。",
      actor: "区审计局局长",
    }));
}

function summaryOf(
  register: string,
  log: readonly MadeUpEntry[],
  views: readonly RecordView[],
): RegisterSummary {
  const definition = pack.registers.find((it) => it.name === register);
  const own = log.flatMap(({ entry }, position) =>
    entry.register === register ? [{ position, entry }] : [],
  );
  const runs: [number, number][] = [];
  for (const { position } of own) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === position) last[1] = position;
    else runs.push([position, position]);
  }
  const records = views.filter((it) => it.register === register);
  const states = Object.keys(definition?.lifecycle.states ?? {});
  const latest = new Map(own.toReversed().map(({ entry, position }) => [entry.record, position]));
  const last = own.at(-1)?.entry.recorded;
  return {
    register,
    records: records.length,
    entries: own.length,
    runs,
    ...(last !== undefined && { recorded: last }),
    states: Object.fromEntries(
      states.map((state) => [state, records.filter((it) => it.state === state).length]),
    ),
    latest:
      definition?.visibility === "open"
        ? records
            .toSorted((one, other) => (latest.get(other.record) ?? 0) - (latest.get(one.record) ?? 0))
            .slice(0, 20)
            .map(({ record, state, fields }) => ({
              record,
              state,
              fields,
              position: latest.get(record) ?? 0,
            }))
        : [],
  };
}

function pastOf({ number, position, root, recorded, figures, revisions }: Edition): PastRelease {
  return {
    number,
    position,
    root: root.replaceAll("5", "7"),
    recorded,
    observations: figures.flatMap((it) => it.observations),
    sentences: { "income.per-head 999900000000 2020": ["2020年居民人均可支配收入20280元（初步数）。"] },
    revisions,
  };
}
