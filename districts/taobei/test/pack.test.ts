import assert from "node:assert/strict";
import { test } from "node:test";
import { articleOf } from "../article.ts";
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

test("no English text holds a Chinese character, but in the number of a document", () => {
  // 教督〔2012〕3号 is its name in any language
  const number = /\p{Script=Han}+〔\d{4}〕\d+号/gu;
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("en" in value && typeof value.en === "string") texts.push(value.en);
    if ("markdown" in value && "file" in value && /\.en\./.test(String(value.file)))
      texts.push(String(value.markdown));
    for (const part of Object.values(value)) walk(part);
  };
  walk(pack);
  assert.ok(texts.length > 1000);
  const chinese = texts.filter((it) => /\p{Script=Han}/u.test(it.replace(number, "")));
  assert.deepEqual(chinese, []);
});

test("an article is cited by the same number in both languages", () => {
  const cite = articleOf({ zh: "《示例》", en: "Example" });
  const numbers = [1, 9, 10, 11, 20, 31, 99];
  assert.deepEqual(
    numbers.map((it) => cite(it, "文", "text").zh),
    ["一", "九", "十", "十一", "二十", "三十一", "九十九"].map((it) => `《示例》第${it}条：文`),
  );
  assert.equal(cite(31, "文", "text").en, "Example, article 31: text");
  assert.throws(() => cite(100, "文", "text"));
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
