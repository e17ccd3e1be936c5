/**
 * The reader of prose beside the Chinese number models of @microsoft/recognizers-text-suite, in one run: how much of
 * marked texts each reads rightly, what reading costs and how it grows. Our reading is told a second time without
 * the list of policy names, which ages. Medians of rounds, in turns; how each is warmed up is printed.
 *
 *   node bench/claims.ts [--text FILE --gold FILE] [--rounds 9]
 *
 * Without a file, the texts are the cases of the tests.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { packClaims } from "../bin/prepack.ts";
import { check } from "../src/claims/check.ts";
import {
  checkText,
  classify,
  normalise,
  readQuantities,
  relate,
  scan,
  vagueStatements,
} from "../src/claims/index.ts";
import type { Relations } from "../src/claims/relate.ts";
import { Decimal } from "../src/quantity/index.ts";
import { caseDocuments, goldDocument, type MarkedText, type Stretch } from "./claims-truth.ts";
import { inFolder, line, numberOption, secondsOf, spreadOf } from "./measure.ts";

type Found = Stretch & { readonly value: string; readonly unit: string | null };
type Reader = (text: string) => readonly Found[];

const require = createRequire(import.meta.url);
const suite = require("@microsoft/recognizers-text-suite");
const suiteFile = require.resolve("@microsoft/recognizers-text-suite");
const culture = "zh-cn";

const readers: Readonly<Record<string, Reader>> = {
  huimou: (text) => ours(text, true),
  "huimou without named sets": (text) => ours(text, false),
  "microsoft, numbers": (text) =>
    suite.recognizeNumber(text, culture).map((it: Recognised) => ({
      start: it.start,
      end: it.end + 1,
      value: it.resolution?.value ?? "",
      unit: null,
    })),
};

interface Recognised extends Stretch {
  readonly resolution?: { readonly value: string };
}

function ours(text: string, namedSets: boolean): Found[] {
  return readQuantities(text, { namedSets }).map(({ start, end, low, unit }) => ({
    start,
    end,
    value: low,
    unit,
  }));
}

/** What may be spent on 10,000 characters, in milliseconds. */
const BAR = 25;

/** Seconds for which each reader is asked before its turn is timed, and for which it is timed; once at least. */
const WARM = 1;

/** Texts of nothing but tables: those of the tests over and over, and one of small numbers and their sums. */
const tables: Readonly<Record<string, (length: number) => string>> = {
  "many tables": (length) => {
    const all = readFileSync(here("../test/claims/tables.md"), "utf8").split("\n");
    return filled(all.filter((it) => it === "" || it.includes("|")).join("\n"), length);
  },
  "one table": (length) => {
    const columns = Array.from({ length: 20 }, (_, at) => at);
    const lines = [["乡镇", ...columns.map((at) => `第${at}类（户）`), "合计（户）"].join("\t")];
    for (let at = lines.join().length; at < length; at += lines.at(-1)?.length ?? length) {
      const counts = columns.map((column) => (lines.length * 7 + column * 3) % 10);
      lines.push(["甲镇", ...counts, counts.reduce((sum, it) => sum + it)].join("\t"));
    }
    return lines.join("\n");
  },
};

const rounds = numberOption("rounds", 9);
const textFile = option("text");
const goldFile = option("gold");
const texts =
  textFile === undefined || goldFile === undefined ? caseDocuments() : [goldDocument(textFile, goldFile)];
const chars = texts.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${texts.length} texts, ${chars.toLocaleString("en")} characters, ${rounds} rounds\n`);
accuracy();
checks();
await speed();
await growth();
await imports();

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Each found number against the marked ones. A number is right where it overlaps a marked one and says its value. */
function accuracy(): void {
  const head = [
    "right",
    "wrong",
    "missed",
    "false",
    "precision",
    "recall",
    "F1",
    "false/10,000",
    "with unit",
  ];
  console.log(`${"what is counted".padEnd(28)}${head.map((it) => it.padStart(13)).join("")}`);
  for (const [name, read] of Object.entries(readers)) {
    let [right, wrong, missed, wild, withUnit] = [0, 0, 0, 0, 0];
    for (const { text, quantities } of texts) {
      const found = read(text);
      for (const marked of quantities) {
        const over = found.filter((it) => overlaps(it, marked));
        const same = over.find((it) => equalValue(it.value, marked.value));
        if (over.length === 0) missed += 1;
        else if (same === undefined) wrong += 1;
        else right += 1;
        if (same !== undefined && same.unit === marked.unit) withUnit += 1;
      }
      wild += found.filter((it) => !quantities.some((marked) => overlaps(it, marked))).length;
    }
    const total = right + wrong + missed;
    const precision = right / (right + wrong + wild);
    const recall = right / total;
    const f1 = (2 * precision * recall) / (precision + recall);
    const shares = [precision, recall, f1].map((it) => it.toFixed(3));
    const unit = name.startsWith("huimou") ? `${withUnit}/${total}` : "—";
    const cells = [right, wrong, missed, wild, ...shares, ((1e4 * wild) / chars).toFixed(1), unit];
    console.log(`${name.padEnd(28)}${cells.map((it) => String(it).padStart(13)).join("")}`);
  }
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

function equalValue(one: string, other: string): boolean {
  const [a, b] = [Decimal.parse(one.replace("%", "")), Decimal.parse(other)];
  return a !== null && b !== null && a.equals(b);
}

/** What only our reader says: numerals that count nothing, periods, vague statements, findings. */
function checks(): void {
  console.log();
  for (const [name, namedSets] of [
    ["huimou", true],
    ["huimou without named sets", false],
  ] as const) {
    const told: string[] = [];
    const tell = (what: string, pick: (text: MarkedText) => readonly boolean[]) => {
      const results = texts.flatMap(pick);
      if (results.length > 0) told.push(`${what} ${results.filter(Boolean).length}/${results.length}`);
    };
    tell("numerals that count nothing, left alone", ({ text, others = [] }) => {
      const found = readQuantities(text, { namedSets });
      return others.map((other) => !found.some((it) => overlaps(it, other)));
    });
    tell("periods", ({ text, periods = [] }) => {
      const mentions = mentionsOf(text, namedSets);
      const durations = mentions.filter((it) => it.kind === "duration");
      const found = [...relate(normalise(text), mentions).periods, ...durations];
      return periods.map((period) => found.some((it) => overlaps(it, period)));
    });
    tell("vague statements", ({ text, vague = [] }) => {
      const found = checkText(text, { namedSets }).vague;
      return vague.map((marked) => found.some((it) => overlaps(it, marked)));
    });
    tell("faults found", ({ text, faults = [] }) =>
      faults.map((fault) => inconsistent(text, namedSets).some((it) => overlaps(it, fault))),
    );
    tell("broken relations found", ({ text, changes = [] }) =>
      changes.map((change) => {
        const start = text.indexOf(change.replace);
        const place = { start, end: start + change.with.length };
        const changed = text.replace(change.replace, change.with);
        return inconsistent(changed, namedSets).some((it) => overlaps(it, place));
      }),
    );
    console.log(`${name}: ${told.join(" · ")}`);
  }
  console.log("\nwhat is called inconsistent in the texts as they are, and no marker called so:");
  for (const { name, text, faults = [] } of texts)
    for (const { verdict, rule, spans, message } of checkText(text, { language: "en" }).findings)
      if (
        verdict === "inconsistent" &&
        !faults.some((it) => spans.some(([s, e]) => it.start < e && s < it.end))
      )
        console.log(`  ${name}: [${rule}] ${message}`);
}

function inconsistent(text: string, namedSets: boolean): Stretch[] {
  return checkText(text, { namedSets })
    .findings.filter(({ verdict }) => verdict === "inconsistent")
    .flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));
}

function mentionsOf(text: string, namedSets = true) {
  const normal = normalise(text);
  return classify(normal, scan(normal), { namedSets });
}

/** A text of a length, from the texts over and over. */
function textOf(length: number): string {
  return filled(texts.map(({ text }) => text).join("\n"), length);
}

function filled(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/**
 * What reading costs: of each reader in its turn, warm, so that nobody's compiled code is put away while another has its
 * turn; and what the first check of a new process costs, which has everything to compile.
 */
async function speed(): Promise<void> {
  const text = textOf(10_000);
  const mentions = mentionsOf(text);
  const work: Readonly<Record<string, Work>> = {
    "huimou: scan and classify": () => mentionsOf(text),
    "huimou: relate": () => relate(normalise(text), mentions),
    "huimou: all checks": {
      // what is known of a claim is not to be known before
      before: () => relate(normalise(text), mentions),
      work: (relations) => [check(relations as Relations), vagueStatements(relations as Relations)],
    },
    "huimou: check, from text to findings": () => checkText(text),
    ...Object.fromEntries(
      Object.entries(tables).map(([name, make]) => {
        const text = make(10_000);
        return [`huimou: check of ${name}`, () => checkText(text)];
      }),
    ),
    "microsoft: numbers": () => suite.recognizeNumber(text, culture),
    "microsoft: percentages": () => suite.recognizePercentage(text, culture),
    "microsoft: dimensions": () => suite.recognizeDimension(text, culture),
    "microsoft: currencies": () => suite.recognizeCurrency(text, culture),
  };
  const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, one] of Object.entries(work)) times.get(name)?.push(1000 * (await steadily(one)));
  console.log(
    `\n10,000 characters, warmed up for ${WARM} s and then asked for ${WARM} s (bar of checks: ${BAR} ms)`,
  );
  for (const [name, list] of times) console.log(line(name, spreadOf(list), "ms"));
  first(text);
}

type Work = (() => unknown) | { readonly before: () => unknown; readonly work: (made: unknown) => unknown };

/** The median of the seconds that some work takes, once it was done for a while; of what is slow, one time each. */
async function steadily(work: Work): Promise<number> {
  const one = typeof work === "function" ? { before: () => undefined, work } : work;
  for (let warm = 0; warm < WARM; ) {
    const made = one.before();
    warm += await secondsOf(() => one.work(made));
  }
  const taken: number[] = [];
  for (let spent = 0; spent < WARM; spent += taken.at(-1) as number) {
    const made = one.before();
    taken.push(await secondsOf(() => one.work(made)));
  }
  return spreadOf(taken).median;
}

/** The first check of a text in a process of its own: what whoever checks one text waits for, but for the import. */
function first(text: string): void {
  const asked = {
    "huimou: check, from text to findings": [here("../src/claims/index.ts"), "it.checkText(text)"],
    "microsoft: numbers": [suiteFile, `it.default.recognizeNumber(text, "${culture}")`],
  } as const;
  console.log("\n10,000 characters, the first of a process");
  for (const [name, [module, call]] of Object.entries(asked)) {
    const script = `const it = await import(${JSON.stringify(module)});
      const text = ${JSON.stringify(text)};
      const start = performance.now();
      ${call};
      console.log(performance.now() - start);`;
    const taken = Array.from({ length: rounds }, () =>
      Number(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" })),
    );
    console.log(line(name, spreadOf(taken), "ms"));
  }
}

/** Time at ten times the length ÷ time; a peer that grows faster is not asked for a million characters. */
async function growth(): Promise<void> {
  console.log("\ngrowth: time at ten times the length ÷ time (bar: 12 from 100,000 on)");
  const cases: readonly (readonly [
    name: string,
    length: number,
    work: (text: string) => unknown,
    make?: (length: number) => string,
  ])[] = [
    ["huimou: scan and classify", 100_000, (text) => mentionsOf(text)],
    ["huimou: check, from text to findings", 100_000, (text) => checkText(text)],
    ...Object.entries(tables).map(
      ([name, make]) =>
        [`huimou: check of ${name}`, 100_000, (text: string) => checkText(text), make] as const,
    ),
    ["microsoft: numbers", 4_000, (text) => suite.recognizeNumber(text, culture)],
    ["microsoft: currencies", 4_000, (text) => suite.recognizeCurrency(text, culture)],
  ];
  for (const [name, length, work, make = textOf] of cases) {
    const [short, long] = [make(length), make(10 * length)];
    const ratios: number[] = [];
    const seconds: number[] = [];
    // code that is new to the engine runs slower, and would make the shorter text look slow
    for (let warm = 0; warm < 5; warm += 1) work(short);
    for (let round = 0; round < Math.min(rounds, 5); round += 1) {
      const small = await secondsOf(() => work(short));
      const large = await secondsOf(() => work(long));
      ratios.push(large / small);
      seconds.push(large);
    }
    const what = `${name}, ${length.toLocaleString("en")} → ${(10 * length).toLocaleString("en")}`;
    console.log(line(what, spreadOf(ratios), "×"));
    console.log(line("  at the longer", spreadOf(seconds), "s"));
  }
}

/**
 * Import in a process of its own, with the cache of compiled code and without: the reader as the package brings it, as
 * its sources are run, and the recogniser.
 */
async function imports(): Promise<void> {
  console.log("\nimport");
  const script = (module: string) =>
    `await import(${JSON.stringify(here("./measure.ts"))});
     const start = performance.now();
     await import(${JSON.stringify(module)});
     console.log(performance.now() - start);`;
  await inFolder(async (folder) => {
    // beside the sources, so that what it imports is found
    const packed = here("../dist/claims");
    await packClaims(packed);
    const modules = {
      "huimou, as packed": pathToFileURL(join(packed, "index.js")).href,
      "huimou, its sources": here("../src/claims/index.ts"),
      microsoft: suiteFile,
    };
    const ways = { "with the cache of compiled code": folder, "without it": undefined };
    for (const [way, cache] of Object.entries(ways)) {
      const times = new Map(Object.keys(modules).map((name) => [name, [] as number[]]));
      for (let round = 0; round <= rounds; round += 1)
        for (const [name, module] of Object.entries(modules)) {
          const { NODE_COMPILE_CACHE: _, ...env } = process.env;
          const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script(module)], {
            env: { ...env, ...(cache && { NODE_COMPILE_CACHE: cache }) },
            encoding: "utf8",
          });
          if (round > 0) times.get(name)?.push(Number(printed));
        }
      for (const [name, taken] of times) console.log(line(`${name}, ${way}`, spreadOf(taken), "ms"));
    }
  });
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
