import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Observation, RuleResult } from "../../src/indicators/index.ts";
import type { Entry } from "../../src/ledger/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { type Forgery, forge } from "./forgery.ts";
import { income, type MadeUpRelease, verdict, withDistrict } from "./made-up-release.ts";

const inFigures = (change: (it: Observation) => Observation | null) => (edition: Edition) => ({
  ...edition,
  figures: edition.figures.map((figure) => ({
    ...figure,
    observations: figure.observations.flatMap((it) => change(it) ?? []),
  })),
});
const inRules = (change: (it: RuleResult) => RuleResult | null) => (edition: Edition) => ({
  ...edition,
  rules: edition.rules.flatMap((it) => change(it) ?? []),
});
const isTotal = ({ indicator, period, area, breakdown }: Observation) =>
  indicator === "work.planned" &&
  period === "2019..2021" &&
  area === "999900000000" &&
  Object.keys(breakdown).length === 0;
const inText = (from: string, to: string) => (edition: Edition) =>
  JSON.parse(JSON.stringify(edition).replaceAll(from, to)) as Edition;
const inRegister =
  (name: string, change: (it: Edition["registers"][number]) => object) => (edition: Edition) => ({
    ...edition,
    registers: edition.registers.map((it) => (it.register === name ? { ...it, ...change(it) } : it)),
  });

const inRevisions =
  (change: (all: Edition["revisions"]) => Edition["revisions"]) =>
  (edition: Edition): Edition => ({ ...edition, revisions: change(edition.revisions) });

/** What the key's holder does, and what a reader finds by the files alone. */
const forgeries: Readonly<Record<string, readonly [forgery: Forgery, found: RegExp]>> = {
  "an edition changed with its manifest, but not recorded": [
    { unrecorded: true, edition: inFigures((it) => (isTotal(it) ? { ...it, value: "6" } : it)) },
    /^verify\.manifest-altered manifest\.json$/,
  ],
  "an observation that its entries do not give": [
    {
      edition: inFigures((it) =>
        it.indicator === "work.under-way" && it.period === "2020" ? { ...it, value: "7" } : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json work\.under-way /,
  ],
  "a revision with another value before": [
    { edition: inRevisions((all) => all.map((it) => ({ ...it, before: "1" }))) },
    /^verify\.revision-altered data\/edition\.json revisions 2 income\./,
  ],
  "a revision with another reason behind it": [
    {
      edition: inRevisions((all) =>
        all.map((it) => ({ ...it, entries: it.entries.map((one) => ({ ...one, reason: "核实" })) })),
      ),
    },
    /^verify\.revision-altered data\/edition\.json revisions 2 income\./,
  ],
  "a revision left out": [
    { edition: inRevisions((all) => all.slice(1)) },
    /^verify\.revision-missing data\/edition\.json revisions 2 income\./,
  ],
  "a revision of a release that never was": [
    { edition: inRevisions((all) => [...all, ...all.map((it) => ({ ...it, release: 7 }))]) },
    /^verify\.revision-altered data\/edition\.json revisions 7 income\./,
  ],
  "a vague statement that the report never made": [
    {
      edition: (it) => ({
        ...it,
        unproven: [{ report: "works", language: "zh", text: "全覆盖", line: 1, indicators: [] }],
      }),
    },
    /^verify\.report-altered data\/edition\.json unproven$/,
  ],
  "an observation left out": [
    { edition: inFigures((it) => (it.indicator === "work.paid" && it.period === "2020" ? null : it)) },
    /^verify\.observation-missing data\/edition\.json work\.paid /,
  ],
  "an observation that is said to be missing": [
    {
      edition: inFigures((it) =>
        it.indicator === "income.value" && it.period === "2020"
          ? { ...it, value: null, missing: "no-record" as const }
          : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json income\.value /,
  ],
  "a value that is said to keep its standard": [
    {
      edition: inFigures((it) =>
        it.indicator === "work.clinic-coverage" && it.period === "2021" ? { ...it, meets: true } : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json work\.clinic-coverage \S+ 2021 meets$/,
  ],
  "a value over sealed registers that is said to keep its standard": [
    {
      edition: inFigures((it) =>
        it.indicator === "tip.closing-rate" && it.period === "2021" ? { ...it, meets: true } : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json tip\.closing-rate \S+ 2021 meets$/,
  ],
  "a standard that a value is no longer held against": [
    { edition: inFigures(({ meets: _, ...it }) => it) },
    /^verify\.observation-altered data\/edition\.json work\.clinic-coverage \S+ \S+ meets$/,
  ],
  "a provisional value that is said to be final": [
    {
      edition: inFigures((it) => (it.status === "provisional" ? { ...it, status: "final" as const } : it)),
    },
    /^verify\.observation-altered data\/edition\.json income\.value \S+ 2019 status$/,
  ],
  "a coverage that is said to be measured against another list": [
    {
      edition: inFigures((it) =>
        it.denominator ? { ...it, denominator: { ...it.denominator, date: "2020-06-30" } } : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json work\.clinic-coverage \S+ \S+ denominator$/,
  ],
  "a coverage of more villages than were covered": [
    {
      edition: inFigures((it) =>
        it.denominator && it.fraction ? { ...it, fraction: { ...it.fraction, over: "3" } } : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json work\.clinic-coverage \S+ \S+ fraction$/,
  ],
  "another part of what a value was calculated from": [
    {
      edition: inFigures((it) =>
        it.indicator === "income.growth" && it.parts
          ? { ...it, parts: it.parts.map((part) => ({ ...part, status: "final" as const })) }
          : it,
      ),
    },
    /^verify\.observation-altered data\/edition\.json income\.growth \S+ \S+ parts$/,
  ],
  "a rule with other sides": [
    { edition: inRules((it) => (it.rule === "work.paid-within-plan" ? { ...it, left: "0" } : it)) },
    /^verify\.rule-altered data\/edition\.json work\.paid-within-plan /,
  ],
  "a rule over sealed registers whose sides do not bear it out": [
    { edition: inRules((it) => (it.rule === "tip.partition" ? { ...it, left: "99" } : it)) },
    /^verify\.rule-altered data\/edition\.json tip\.partition /,
  ],
  "a rule's result left out": [
    { edition: inRules((it) => (it.rule === "work.paid-within-plan" && it.period === "2020" ? null : it)) },
    /^verify\.rule-missing data\/edition\.json work\.paid-within-plan /,
  ],
  "another definition": [
    { edition: inText("工程验收的定义", "工程开工的定义") },
    /^verify\.declaration-altered data\/edition\.json indicator:work\.accepted$/,
  ],
  "a rule taken out of the pack": [
    {
      edition: (edition) => ({
        ...edition,
        pack: { ...edition.pack, rules: edition.pack.rules.slice(0, 1) },
        rules: edition.rules.filter((it) => it.rule === "tip.partition"),
      }),
    },
    /^verify\.declaration-altered data\/edition\.json district:999900$/,
  ],
  "another number on the report's pages": [
    {
      edition: (edition) => ({
        ...edition,
        reports: JSON.parse(JSON.stringify(edition.reports).replaceAll("5个", "9个")),
      }),
    },
    /^verify\.report-altered data\/edition\.json reports$/,
  ],
  "another number in the report's text": [
    { edition: inText("5个", "9个") },
    /^reports\.figure-refused works\.zh\.md 3 7$/,
  ],
  "a register with more records than it has": [
    { edition: inRegister("work", ({ records }) => ({ records: records + 1 })) },
    /^verify\.summary-altered data\/edition\.json registers work$/,
  ],
  "a register whose entries are said to stand elsewhere": [
    { edition: inRegister("tip", ({ runs }) => ({ runs: runs.map(([first, last]) => [first, last + 1]) })) },
    /^verify\.summary-altered data\/edition\.json registers tip$/,
  ],
  "a record shown otherwise than its entries made it": [
    {
      edition: inRegister("work", ({ latest }) => ({
        latest: latest.map((it) => (it.record === "W0003" ? { ...it, state: "accepted" } : it)),
      })),
    },
    /^verify\.summary-altered data\/edition\.json registers work W0003$/,
  ],
  "an earlier release left out": [
    { edition: (edition) => ({ ...edition, predecessors: [] }) },
    /^verify\.predecessor-altered data\/edition\.json predecessors 0$/,
  ],
  "another number of the release": [
    { edition: (edition) => ({ ...edition, number: 7 }) },
    /^verify\.place-altered data\/edition\.json number in the log$/,
  ],
  "another date of the release": [
    { edition: (edition) => ({ ...edition, recorded: "2021-01-01T00:00:00.000Z" }) },
    /^verify\.place-altered data\/edition\.json recorded$/,
  ],
  "another key on the pages": [
    { edition: (edition) => ({ ...edition, verifierKey: edition.verifierKey.replace(/.$/, "A") }) },
    /^verify\.place-altered data\/edition\.json verifierKey$/,
  ],
  "a page that was edited and listed so in the manifest": [
    {
      files: (files) =>
        files.map(({ path, bytes }) => ({
          path,
          bytes: path === "index.html" ? Buffer.concat([bytes, Buffer.from("<!-- -->")]) : bytes,
        })),
    },
    /^verify\.page-differs index\.html$/,
  ],
  "a page that was added and listed so in the manifest": [
    { files: (files) => [...files, { path: "notes.html", bytes: Buffer.from("<p>") }] },
    /^verify\.page-differs notes\.html$/,
  ],
  "a page that was taken out of the manifest": [
    { files: (files) => files.filter((it) => it.path !== "figures/tip.closed/index.html") },
    /^verify\.page-missing figures\/tip\.closed\/index\.html$/,
  ],
  "other observations than the manifest's": [
    { manifest: (it) => ({ ...it, observations: { ...it.observations, count: it.observations.count - 1 } }) },
    /^verify\.observations-altered data\/edition\.json$/,
  ],
  "an entry that its record could not have": [
    {
      entries: (entries) =>
        entries.map((it) =>
          it.record === "W0002" && it.kind === "advance" ? { ...it, state: "accepted" } : it,
        ),
    },
    /^registers\.entry-step entry \d+$/,
  ],
  "an entry left out of the history": [
    { entries: (entries) => entries.filter((it) => !(it.record === "W0001" && it.version === 1)) },
    /^ledger\.entry-order tile\/entries\//,
  ],
};

/** Two releases; the first one's checkpoint as a reader kept it. */
const withTwo = (work: (it: MadeUpRelease, since: Buffer) => Promise<void>) =>
  withDistrict(async (it) => {
    await it.publish();
    const since = await readFile(join(it.out(), "log", "checkpoint"));
    await it.district.append([income]);
    assert.deepEqual((await it.publish()).issues, []);
    await work(it, since);
  });

test("what the key's holder forges consistently is found from the files alone", (context) =>
  withTwo(async ({ district, out, folder }) => {
    for (const [i, [what, [forgery, found]]] of Object.entries(forgeries).entries())
      await context.test(what, async () => {
        const copy = join(folder, `copy-${i}`);
        await cp(out(), copy, { recursive: true });
        await forge(copy, district.keys, forgery);
        assert.match(await verdict(copy), found);
      });
    const copy = join(folder, "copy");
    await cp(out(), copy, { recursive: true });
    await forge(copy, district.keys, { pages: true });
    assert.equal(await verdict(copy), "whole", "what is made anew without a change is what it was");
  }));

/** Another amount from the beginning, in a record that no figure of the report rests on. */
const rewritten = (entries: Entry[]) =>
  entries.map((it) => (it.record === "W0006" ? { ...it, fields: { ...it.fields, note: "从来如此" } } : it));

test("a rewritten history that was signed again is found by whoever kept an older checkpoint, and only so", () =>
  withTwo(async ({ district, out }, since) => {
    assert.equal(await verdict(out(), { since }), "whole");
    const change = inRegister("work", ({ latest }) => ({
      latest: latest.map((it) =>
        it.record === "W0006" ? { ...it, fields: { ...it.fields, note: "从来如此" } } : it,
      ),
    }));
    await forge(out(), district.keys, { pages: true, entries: rewritten, edition: change });
    assert.equal(await verdict(out()), "whole");
    assert.equal(await verdict(out(), { since }), "ledger.history-rewritten since 3");
  }));

test("a log that lost entries since is found by whoever kept a later checkpoint", () =>
  withDistrict(async ({ publish, district, out }) => {
    await publish("first");
    await district.append([income]);
    await publish("second");
    const later = await readFile(join(out("second"), "log", "checkpoint"));
    assert.equal(await verdict(out("first"), { since: later }), "ledger.log-shrunk since 2");
  }));
