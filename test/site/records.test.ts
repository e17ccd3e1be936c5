import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Entry } from "../../src/ledger/index.ts";
import { logOfEntries } from "../../src/release/edition-log.ts";
import { type RecordsOfPage, recordsByPage } from "../../src/site/records/read.ts";
import { record } from "../../src/site/records/record.ts";
import { RegisterRecords, registerRecords } from "../../src/site/records/register-records.ts";
import { known, siteOf } from "../../src/site/site.ts";
import { viewOf } from "../../src/site/view.ts";
import { filesOf, pages, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";
import { madeUpLog } from "./entries.ts";

const edition = await madeUpEdition();
const log = madeUpLog();
const page = async (path: string) => (await site).get(`${path}index.html`) ?? "";

test("every record of an open register stands once, in the order of opening, fifty to a page, and no other", async () => {
  const opened = log.filter(({ entry }) => entry.register === "work" && entry.kind === "open");
  const shown: string[] = [];
  for (let number = 1; number <= Math.ceil(opened.length / 50); number++) {
    const text = await page(`registers/work/records/${number}/`);
    const ids = [...text.matchAll(/<article class="record" id="n(\d+)">\n<h2><span class="code">([^<]+)</g)];
    assert.deepEqual(
      ids.map(([, id]) => Number(id)),
      opened.map((_, at) => at + 1).slice((number - 1) * 50, number * 50),
    );
    shown.push(...ids.map(([, , key]) => key ?? ""));
  }
  assert.deepEqual(
    shown,
    opened.map(({ entry }) => entry.record),
  );
  assert.ok(opened.length > 200);
  assert.ok((await site).get("registers/work/records/6/index.html") === undefined);
});

test("every entry of an open register has its place in a history, and none of a sealed one", async () => {
  const places = new Map<string, number>();
  for (const [path, text] of await pages())
    if (path.startsWith("registers/"))
      for (const [, position = ""] of text.matchAll(/<li id="e(\d+)">/g))
        places.set(position, (places.get(position) ?? 0) + 1);
  const open = new Set(edition.pack.registers.filter((it) => it.visibility === "open").map((it) => it.name));
  const expected = log.flatMap(({ entry }, position) => (open.has(entry.register) ? [String(position)] : []));
  assert.deepEqual([...places.keys()].sort(), expected.filter((it) => places.has(it)).sort(), "nothing else");
  assert.deepEqual([...places.values()], Array(expected.length).fill(1));
  assert.ok(![...(await site).keys()].some((it) => it.startsWith("registers/tip/records")));
});

test("a history tells who did what, when, why, and what it changed; a sealed field is named and never told", async () => {
  const position = log.findIndex(({ entry }) => entry.kind === "amend" && entry.register === "income");
  const { entry } = log[position] as { entry: Entry };
  const chinese = await stepAt("registers/income/", position);
  const english = await stepAt("en/registers/income/", position);
  assert.ok(chinese.includes("更正") && chinese.includes("理由：初步数改为最终核实数"));
  assert.ok(chinese.includes(`verify/?entry=${position}"`));
  assert.match(chinese, /<del>.*20,?280.*<\/del> → <ins>.*20,?310.*<\/ins>/);
  assert.ok(english.includes("corrected") && english.includes("Reason: "));
  assert.ok(chinese.includes(entry.actor));
  const sealed = await page("registers/work/records/1/");
  assert.ok(sealed.includes("封存、不公布的字段：现场负责人代码"));
  assert.ok(!sealed.includes("<dt>现场负责人代码"));
});

test("a page of records that did not change is the same in the next release, byte for byte", async () => {
  const next = {
    ...edition,
    number: 3,
    recorded: "2021-12-31T00:00:00.000Z",
    root: "77".repeat(32),
  };
  const now = await site;
  let same = 0;
  for (const { path, bytes } of await filesOf(next)) {
    const text = new TextDecoder().decode(bytes);
    if (/\/records\//.test(path)) {
      assert.equal(text, now.get(path), path);
      same += 1;
    }
  }
  assert.ok(same > 5);
});

test("records found by their entries are those that the log has, whatever its order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 80 }), (keys) => {
      const records = new RegisterRecords(keys.length);
      const expected = new Map<number, number[]>();
      for (const [at, key] of keys.entries()) {
        // other registers' entries lie between
        const position = at * 3 + 1;
        records.add({ record: String(key), version: expected.get(key)?.length ?? 0 }, position);
        expected.set(key, [...(expected.get(key) ?? []), position]);
      }
      records.close();
      assert.equal(records.count, expected.size);
      for (const [number, positions] of [...expected.values()].entries()) {
        const own = [...records.between(0, keys.length * 3)].filter((it) => it.number === number + 1);
        assert.deepEqual(
          own.map((it) => it.position),
          positions,
        );
        for (const it of positions) {
          assert.equal(records.numberAt(it), number + 1);
          assert.equal(records.numberAt(it + 1), undefined);
        }
      }
    }),
  );
});

test("pages of records come whole, each once, however few entries may be held while they are gathered", async () => {
  const records = await registerRecords(edition, logOfEntries(log));
  const wanted = new Map(
    [...records].map(([name, { pages }]) => [
      name,
      new Set(Array.from({ length: pages }, (_, at) => at + 1)),
    ]),
  );
  const gathered = async (mostHeld?: number) => {
    const pages = await Array.fromAsync(
      recordsByPage({ edition, records }, logOfEntries(log), wanted, mostHeld),
    );
    return pages.sort((one, other) => (key(one) < key(other) ? -1 : 1));
  };
  const all = await gathered();
  assert.equal(
    all.length,
    [...wanted.values()].reduce((sum, it) => sum + it.size, 0),
  );
  for (const few of [0, 60, 400]) assert.deepEqual(placesOf(await gathered(few)), placesOf(all), String(few));
  const alone = new Map([["work", new Set([2])]]);
  const [only] = await Array.fromAsync(recordsByPage({ edition, records }, logOfEntries(log), alone));
  assert.deepEqual(
    only,
    all.find((it) => it.register === "work" && it.number === 2),
  );
});

function key({ register, number }: RecordsOfPage): string {
  return `${register} ${number}`;
}

/** Where in the log stands what pages show, by page and record. */
function placesOf(pages: readonly RecordsOfPage[]): Record<string, number[]> {
  return Object.fromEntries(
    pages.flatMap((page) =>
      page.records.map((it) => [`${key(page)} ${it.number}`, it.entries.map(({ position }) => position)]),
    ),
  );
}

async function stepAt(folder: string, position: number): Promise<string> {
  for (const [path, text] of await site) {
    if (!path.startsWith(`${folder}records/`)) continue;
    const found = new RegExp(`<li id="e${position}">[^]*?\\n</li>`).exec(text);
    if (found !== null) return found[0];
  }
  return assert.fail(`entry ${position} has no place`);
}

test("of an erased record only that it was there is shown; a withdrawn one keeps its contents and says why", () => {
  const position = log.findIndex(({ entry }) => entry.register === "work" && entry.kind === "open");
  const { entry: opened } = log[position] as { entry: Entry };
  const view = viewOf(siteOf(edition, new Map()), "zh", "registers/work/records/1/");
  const register = known(view.site.registers, "work");
  const ended = (kind: "erase" | "void") => {
    const { fields: _, state: __, ...rest } = opened;
    const last: Entry = { ...rest, kind, version: 1, reason: "登记有误" };
    const entries = [
      { position, entry: opened },
      { position: position + 1, entry: last },
    ];
    return record(view, register, { number: 1, entries }).text;
  };
  const planned = String(opened.fields?.planned);
  const erased = ended("erase");
  assert.ok(erased.includes("内容已依法删除") && erased.includes(opened.record));
  for (const gone of ["<dl", "<dd>", planned, "登记有误"]) assert.ok(!erased.includes(gone), gone);
  const withdrawn = ended("void");
  for (const kept of ["已撤回，不计入任何数字", planned, "理由：登记有误"])
    assert.ok(withdrawn.includes(kept), kept);
});
