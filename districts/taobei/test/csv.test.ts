import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { actions, writeCsv } from "../demo/index.ts";

const directory = mkdtempSync(join(tmpdir(), "taobei-csv-"));
after(() => rmSync(directory, { recursive: true }));
const files = writeCsv(directory, 1);
const linesOf = (register: string) =>
  readFileSync(join(directory, `${register}.csv`), "utf8")
    .trimEnd()
    .split("\n");

test("every action is one row of its register's file", () => {
  const counted = new Map<string, number>();
  for (const { register } of actions(1)) counted.set(register, (counted.get(register) ?? 0) + 1);
  assert.deepEqual(new Map(files.map((it) => [it.register, it.rows])), counted);
  for (const { register, rows } of files) assert.equal(linesOf(register).length, rows + 1, register);
});

test("the columns are those of an entry, then the register's fields in their order", () => {
  const [header, opened, started] = linesOf("vaccination");
  assert.equal(header, "record,kind,state,at,reason,actor,area,day,site,vaccine,dose,age,doses");
  const [record = "", kind, state, at] = (opened ?? "").split(",");
  assert.match(record, /^JZ-2021\d{4}-220802\d{3}-1859-i1$/);
  assert.deepEqual([kind, state], ["open", ""]);
  assert.match(at ?? "", /^2021-/);
  assert.deepEqual((started ?? "").split(",").slice(0, 3), [record, "advance", "final"]);
});

test("a control column gives way to a field of its name", () => {
  assert.ok(linesOf("meeting")[0]?.startsWith("record,entry.kind,state,at,reason,actor,kind,topic"));
});

test("a record that was withdrawn says why", () => {
  const withdrawn = linesOf("lead").filter((line) => line.includes(",void,"));
  assert.ok(withdrawn.length > 0);
  for (const line of withdrawn) assert.match(line, /,重复登记，并入原线索,/);
});
