import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { smallPack } from "../district/made-up-district.ts";
import { shanghe } from "../pack/records.ts";
import { ledgerForFile } from "./for-file.ts";
import { ended, huimou, running } from "./huimou.ts";

const it = ledgerForFile(smallPack);

const facts = ["--at", "2020-03-01", "--actor", "经办/发改局"];
const road = [`village=${shanghe}`, "kind=road", "planned=10.00", "start=2020-03-01"];

const line = (record: string, more: object = {}) =>
  `${JSON.stringify({
    kind: "open",
    record,
    at: "2020-03-01",
    actor: "经办/发改局",
    fields: { village: shanghe, kind: "road", planned: "10.00", start: "2020-03-01" },
    ...more,
  })}\n`;

test("one entry after the other goes into the log from words, and is acknowledged by record and version", async () => {
  const data = ["--data", await it.copy("words")];
  const append = (...words: string[]) => huimou(["append", "work", "W0001", ...words, ...facts, ...data]);
  const opened = await append(...road, "length=1200");
  assert.deepEqual(opened, { code: 0, signal: null, out: "work W0001 v1\n", err: "" });
  const started = await append("--kind", "advance", "--to", "started", "--seen", "1", "--json");
  assert.deepEqual(JSON.parse(started.out), { record: "W0001", version: 2 });
  const twice = await append("--kind", "advance", "--to", "accepted", "--seen", "1", "paid=9.50");
  assert.match(
    twice.err,
    /^the record W0001 is at version 2; .* version 1 → .*\[registers\.version-stale\]\n$/,
  );
  const amend = ["--kind", "amend", "note=更名", "--reason", "更正", "--request", "form-17"];
  assert.equal((await append(...amend)).out, "work W0001 v3\n");
  assert.equal((await append(...amend)).out, "work W0001 v3\n", "the same request again appends nothing");
  const exported = await huimou(["export", "work", "--json", ...data]);
  assert.equal(exported.out.trimEnd().split("\n").length, 3);
  assert.equal(JSON.parse(exported.out.split("\n")[0] ?? "").fields.length, 1200, "a number, not a text");
});

test("each fault of one entry is told by field or option, with its cure, and nothing is appended", async () => {
  const append = (language: "zh" | "en", ...words: string[]) =>
    huimou(["append", "work", "W0009", ...words, "--data", it.data], { language });
  const [fields, none, zh, kind, seen, pair] = await Promise.all([
    append("en", ...facts, "village=1", "kind=rail", "planned=1", "start=2020-03-01", "colour=red"),
    append("en", ...road),
    append("zh", ...road),
    append("en", "--kind", "erase", ...facts),
    append("en", "--seen", "last", ...facts),
    append("en", "road", ...facts),
  ]);
  assert.equal(fields.code, 1);
  assert.match(fields.err, /^village: .*1 → use a 12-digit code.*\[registers\.area-unknown\]$/m);
  assert.match(fields.err, /^kind: .*“?rail”?.*road.*clinic.*\[registers\.field-type\]$/m);
  assert.match(fields.err, /^colour: .*village, kind, planned.*\[registers\.field-unknown\]$/m);
  assert.equal(none.code, 2);
  assert.match(none.err, /^--at: --at is missing → give --at, such as 2020-01-31 \[cli\.member-missing\]$/m);
  assert.match(zh.err, /^--actor: 缺少 --actor → 写上 --actor，例如 职务\/单位 \[cli\.member-missing\]$/m);
  assert.match(kind.err, /^append:--kind: .*“erase” → write open, amend, advance, void/);
  assert.match(seen.err, /^append:--seen: .*“last”/);
  assert.match(pair.err, /^append:fields: .*“road” → write name=value/);
  for (const { code, out } of [kind, seen, pair]) assert.deepEqual([code, out], [2, ""]);
  assert.equal((await huimou(["export", "work", "--json", "--data", it.data])).out, "");
});

test("whoever writes line by line is answered line by line, and a refusal ends it where it is", async () => {
  const data = ["--data", await it.copy("lines")];
  await running(["append", "work", ...data], {}, async (child) => {
    const end = ended(child);
    const answers = createInterface({ input: child.stdout });
    for (const record of ["W0001", "W0002"]) {
      child.stdin.write(line(record));
      assert.deepEqual(await once(answers, "line"), [`work ${record} v1`]);
    }
    child.stdin.end(`\n${line("W0001")}${line("W0003")}`);
    const { code, err } = await end;
    assert.equal(code, 1);
    assert.match(err, /^stdin:4: the record W0001 exists already.*\[registers\.record-exists\]\n$/);
  });
  const exported = await huimou(["export", "work", "--json", ...data]);
  assert.deepEqual(
    exported.out
      .trimEnd()
      .split("\n")
      .map((it) => JSON.parse(it).record),
    ["W0001", "W0002"],
    "of lines that arrive together all are taken or none",
  );
});

test("every line that is no action is told by number, with what is wrong", async () => {
  const input = [
    line("W0001"),
    "{\n",
    '"W0002"\n',
    line("W0003", { version: "1" }),
    line("W0004", { kind: "amend", fields: [] }),
    line("W0005", { kind: "erase" }),
    line("W0006", { register: "tip" }),
    line("W0007", { actor: undefined }),
  ].join("");
  const [{ code, out, err }, broken] = await Promise.all([
    huimou(["append", "work", "--data", it.data], { input }),
    huimou(["append", "work", "--data", it.data], { input: Buffer.from([0x7b, 0xff, 0x0a]) }),
  ]);
  assert.deepEqual([code, out], [1, ""]);
  const told = err
    .trimEnd()
    .split("\n")
    .map((it) => /^(.*?): .* → .*\[(.*)\]$/.exec(it)?.slice(1).join(" "));
  assert.deepEqual(told, [
    "stdin:2 cli.json-malformed",
    "stdin:3:kind cli.member-missing",
    "stdin:4:version cli.member-unknown",
    "stdin:5:reason cli.member-missing",
    "stdin:5:fields cli.member-wrong",
    "stdin:6:kind cli.member-wrong",
    "stdin:7:register cli.member-wrong",
    "stdin:8:actor cli.member-missing",
  ]);
  assert.match(broken.err, /^stdin:1: from this line on it is not UTF-8 .*\[cli\.not-utf8\]/);
});

test("a register or a ledger that is not there is told with what there is", async () => {
  const [register, ledger] = await Promise.all([
    huimou(["append", "water", "W0001", "--data", it.data]),
    huimou(["append", "work", "W0001", "--data", `${it.folder}/nowhere`], { language: "zh" }),
  ]);
  assert.match(register.err, /^there is no register water → use one of: work, tip, income.*\]\n$/);
  assert.match(ledger.err, /^.*nowhere 没有账本 → 先运行 huimou init.*\[district\.missing\]\n$/);
  for (const { code, out } of [register, ledger]) assert.deepEqual([code, out], [1, ""]);
});
