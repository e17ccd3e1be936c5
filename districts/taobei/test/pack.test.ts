import assert from "node:assert/strict";
import { test } from "node:test";
import pack from "../pack.ts";

test("the definition is plain data: it survives a round trip through JSON", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(pack)), pack);
});

test("every text has both languages", () => {
  const lacking: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("zh" in value || "en" in value) {
      const { zh, en } = value as Record<string, unknown>;
      if (zh === undefined || en === undefined || zh === "" || en === "") lacking.push(path);
    }
    for (const [name, part] of Object.entries(value)) walk(part, `${path}/${name}`);
  };
  walk(pack, "");
  assert.deepEqual(lacking, []);
});

test("no English title is written in Chinese", () => {
  for (const { title } of pack.indicators) assert.doesNotMatch(title.en, /\p{Script=Han}/u);
});

test("an indicator's id begins with the register that answers for it, and every register has some", () => {
  const registers = new Set(pack.registers.map((it) => it.name));
  for (const { id } of pack.indicators) assert.ok(registers.has(id.split(".")[0] ?? ""), id);
  const measured = new Set(pack.indicators.map((it) => it.id.split(".")[0]));
  assert.deepEqual(measured, new Set([...registers].filter((it) => it !== "explanation")));
});

test("a deadline whose local value is not public says that it is an example", () => {
  const laws = /条例》|预算法》|规则》|办法》|举报平台/;
  for (const { deadlines } of pack.registers)
    for (const { id, rules } of deadlines)
      for (const { source } of rules) assert.ok(laws.test(source.zh) || source.zh.startsWith("示例"), id);
});

test("the sealed register publishes nothing finer than the district and the year", () => {
  for (const it of pack.indicators)
    if (it.kind === "measure" && it.register === "lead")
      assert.deepEqual(it.finest, { area: "district", period: "year" });
});
