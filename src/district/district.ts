import { mkdir, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { publishedCalendar, type WorkCalendar } from "../calendar/index.ts";
import {
  type AppendContext,
  type Appended,
  type AppendOptions,
  append,
  type By,
  compilePack,
  type Explanation,
  explanationOf,
  explanationRegister,
  type IndicatorDefinition,
  type JudgingDeclarations,
  loadCells,
  type Observation,
  type PackDefinition,
  type Query,
  type RuleResult,
  reconcile,
  series,
} from "../indicators/index.ts";
import { IssueError, issue, refuse } from "../issue/index.ts";
import { createKeys, createLedger, type Keys, type Ledger, openKeys, openLedger } from "../ledger/index.ts";
import { createStore, openStore, type Store, type StoreTransaction } from "../ledger/store/index.ts";
import { type Action, type Seals, viewOfRow } from "../registers/index.ts";
import { appendBatches, type ImportBatch, type Imported, type ImportOptions } from "./batches.ts";
import { databaseOf } from "./database.ts";
import { changesSoFar, type DefinePlace, define, type InForce, inForce } from "./define.ts";
import { calendarWith, changesBetween, type Definition, definitionsOf, recordOf } from "./definitions.ts";
import { loadPack } from "./pack.ts";
import { sealsOf } from "./seals.ts";
import { hasSettings, readSettings, type Settings, writeSettings } from "./settings.ts";

/** What a district is opened with besides its files. */
export interface Effects {
  readonly clock?: () => Date;
  /** of a PostgreSQL database, for a ledger that is kept in one */
  readonly databaseUrl?: string | undefined;
  /** the working days that the program knows: those of the published notices */
  readonly calendar?: WorkCalendar;
}

/**
 * Creates a district's ledger in a data directory: keys, database, and the pack's declarations as its first
 * entries. `databaseUrl` puts the database into PostgreSQL, else it is an SQLite file. Refuses a directory
 * that holds a ledger. The settings file comes last: a crash before it leaves nothing that would open.
 */
export async function createDistrict(
  directory: string,
  packDirectory: string,
  effects: Effects = {},
): Promise<District> {
  if (hasSettings(directory)) refuse("district.exists", [], { directory });
  const kind = effects.databaseUrl === undefined ? "sqlite" : "postgres";
  const database = databaseOf(directory, kind, effects.databaseUrl);
  const pack = await loadPack(packDirectory);
  await mkdir(directory, { recursive: true });
  const origin = `${pack.district.host}/huimou/${pack.district.code}`;
  await createKeys(join(directory, "keys"), origin);
  const keys = await openKeys(join(directory, "keys"));
  const store = await createStore(database).catch(async (error: unknown) => {
    // nothing was signed or sealed with them: whoever mends the fault can begin again in the same directory
    await keys.close();
    await rm(join(directory, "keys"), { recursive: true });
    throw error;
  });
  const ledger = await createLedger({ store, district: pack.district.code, origin, keys });
  const { clock, calendar } = defaults(effects);
  const place = { store, ledger, keys };
  const facts = { recorded: clock(), actor: "huimou init", reason: "建账 · ledger created" };
  await define(place, pack, facts, calendar);
  // signed from the beginning: from now on database and keys are known to belong together
  await ledger.checkpoint((await ledger.head()).size);
  await writeSettings(directory, {
    district: pack.district.code,
    pack: relative(resolve(directory), resolve(packDirectory)),
    store: kind,
  });
  // the pack as whoever opens the ledger later will have it
  const defined = await inForce(store, pack.district.code, pack.reports);
  return new District(directory, defined, pack, place, { clock, calendar });
}

/** Opens the ledger in a data directory; refuses a missing or shortened one. */
export async function openDistrict(directory: string, effects: Effects = {}): Promise<District> {
  const settings = await readSettings(directory);
  const location = databaseOf(directory, settings.store, effects.databaseUrl);
  const keys = await openKeys(join(directory, "keys"));
  const store = await openStore(location).catch(async (error: unknown) => {
    await keys.close();
    throw error;
  });
  try {
    const ledger = await openLedger({ store, district: settings.district, keys });
    const current = await currentPack(settings);
    const reports = current instanceof IssueError ? [] : current.reports;
    const defined = await inForce(store, settings.district, reports);
    return new District(directory, defined, current, { store, ledger, keys }, defaults(effects));
  } catch (error) {
    await store.close();
    await keys.close();
    throw error;
  }
}

/**
 * The pack as it stands in its directory, or why it cannot be had: its author may be at work on it, and everything
 * but a release goes on without.
 */
async function currentPack({ pack: directory, district }: Settings): Promise<PackDefinition | IssueError> {
  const pack = await loadPack(directory).catch((error: unknown) => {
    if (error instanceof IssueError) return error;
    throw error;
  });
  const found = pack instanceof IssueError ? district : pack.district.code;
  if (found !== district) refuse("district.pack-other", [directory], { found, wanted: district });
  return pack;
}

type Known = Required<Pick<Effects, "clock" | "calendar">>;

function defaults({ clock = () => new Date(), calendar = publishedCalendar }: Effects): Known {
  return { clock, calendar };
}

/**
 * The declarations in force, made ready. What an older version of the program wrote down is read as it was meant; what
 * this version can make nothing of is refused, before anything is written.
 */
function compiled(directory: string, pack: PackDefinition, calendar: WorkCalendar): JudgingDeclarations {
  try {
    return compilePack(pack, calendar);
  } catch (error) {
    if (error instanceof IssueError) throw error;
    return refuse("district.declarations-unreadable", [directory], {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** A district's ledger, open: what staff, the command line and a release work with. */
export class District {
  readonly directory: string;
  readonly declarations: JudgingDeclarations;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keys: Keys;
  readonly seals: Seals;
  readonly clock: () => Date;
  readonly #pack: PackDefinition | IssueError;
  /** the working days that the program knows */
  readonly #calendar: WorkCalendar;
  /** the declarations in force, and how often any had been put in force when they were read */
  readonly #definitions: readonly Definition[];
  readonly #changes: number;
  /** whether the program knows the working days that the figures rest on */
  readonly #knowsCalendar: boolean;

  /** `current`: the pack as it stands in its directory, or why it cannot be had. */
  constructor(
    directory: string,
    { pack, definitions, changes }: InForce,
    current: PackDefinition | IssueError,
    { store, ledger, keys }: DefinePlace,
    { clock, calendar }: Known,
  ) {
    const hash = definitions.find((it) => it.kind === "calendar")?.hash;
    const inForce = calendarWith(hash, calendar);
    this.directory = directory;
    this.declarations = compiled(directory, pack, inForce ?? calendar);
    this.store = store;
    this.ledger = ledger;
    this.keys = keys;
    this.seals = sealsOf(pack.district.code, keys);
    this.clock = clock;
    this.#pack = current;
    this.#calendar = calendar;
    this.#definitions = definitions;
    this.#changes = changes;
    this.#knowsCalendar = inForce !== null;
  }

  get code(): string {
    return this.declarations.pack.district.code;
  }

  /** Appends actions and gives them their place in the log. */
  async append(actions: readonly Action[], options: AppendOptions = {}): Promise<Appended> {
    const appended = await this.enqueue(actions, options);
    if (appended.appended > 0) await this.ledger.integrate();
    return appended;
  }

  /** Appends actions; durable when it resolves, in the log after the next {@link Ledger.integrate}. */
  enqueue(actions: readonly Action[], options: AppendOptions = {}): Promise<Appended> {
    return append(this.#context, actions, options);
  }

  /** Appends batch after batch in one transaction: all of it or nothing. See {@link appendBatches}. */
  import(batches: AsyncIterable<ImportBatch>, options: ImportOptions = {}): Promise<Imported> {
    return appendBatches(this.#context, batches, options);
  }

  /** The pack as it stands in its directory; refuses as loading it did. */
  get #current(): PackDefinition {
    if (this.#pack instanceof IssueError) throw this.#pack;
    return this.#pack;
  }

  get #context(): AppendContext {
    const { store, declarations, seals, clock, ledger } = this;
    const refuseUnlessInForce = (tx: StoreTransaction) => this.refuseUnlessInForce(tx);
    return { store, declarations, seals, clock, ledger, refuseUnlessInForce };
  }

  /**
   * Refuses where other declarations are in force than those that this district was opened with, and where the
   * program does not know the working days that figures rest on.
   */
  async refuseUnlessInForce(tx: Pick<StoreTransaction, "db">): Promise<void> {
    this.refuseOtherCalendar();
    if ((await changesSoFar(tx, this.code)) !== this.#changes) refuse("district.declarations-changed", []);
  }

  /** Observations of a query, one for each combination of `by`. */
  async observations(query: Query, by: readonly By[] = []): Promise<Observation[]> {
    const { areas, indicators } = this.declarations;
    const levels = by.filter((it) => it === "township" || it === "village");
    const places = levels.flatMap((level) =>
      areas.ofLevel(level as "township" | "village").map((it) => it.code),
    );
    const indicator = indicators.get(query.indicator) as IndicatorDefinition;
    const cells = await loadCells(this.store, this.declarations, [indicator], [query.area, ...places]);
    return series(this.declarations, cells, query, by);
  }

  /** Every rule at every place that it speaks of. */
  async reconcile(): Promise<RuleResult[]> {
    const { areas, indicators } = this.declarations;
    const places = this.declarations.pack.areas
      .filter((it) => areas.get(it.code) !== undefined)
      .map((it) => it.code);
    const cells = await loadCells(this.store, this.declarations, [...indicators.values()], places);
    return reconcile(this.declarations, cells, await this.explanations());
  }

  /** The accepted explanations. */
  async explanations(): Promise<Explanation[]> {
    const rows = await this.store.db
      .selectFrom("record")
      .selectAll()
      .where("district", "=", this.code)
      .where("register", "=", explanationRegister.name)
      .orderBy("record")
      .execute();
    return rows.flatMap((row) => explanationOf(viewOfRow(row)) ?? []);
  }

  /**
   * Puts the pack in force as it stood in its directory when the district was opened; tells how many declarations
   * changed. Where any did, the district must be opened again before anything is appended.
   */
  async define(reason: string, actor: string): Promise<number> {
    return define(this, this.#current, { recorded: this.clock(), actor, reason }, this.#calendar);
  }

  /** Refuses where the program does not know the working days that the figures in the ledger rest on. */
  refuseOtherCalendar(): void {
    const { last } = this.#calendar;
    if (!this.#knowsCalendar) refuse("district.calendar-other", ["calendar:workdays"], { last });
  }

  /** Refuses where the pack's declarations, or the working days that the program knows, are not those in force. */
  refuseChangedPack(): void {
    const changes = changesBetween(this.#definitions, definitionsOf(this.#current, this.#calendar));
    const changed = [...changes.defined, ...changes.withdrawn].map(recordOf);
    if (changed.length > 0)
      throw new IssueError([
        issue("district.pack-changed", [], { changed: changed.slice(0, 10).join(", ") }),
      ]);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.keys.close();
  }
}
