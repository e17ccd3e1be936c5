import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { applications } from "../pack/personal/records.ts";
import { shanghe } from "../pack/records.ts";
import { ledgerForFile } from "./for-file.ts";
import { ended, huimou, lineWith, running } from "./huimou.ts";
import { formsOf, foundIn, identityNumber } from "./planted.ts";

const personalPack = join(import.meta.dirname, "..", "pack", "personal");
const ledger = ledgerForFile(personalPack, applications);

/** Whatever is sealed holds something that stands nowhere else. Made up: no such person, number or place. 演示数据 */
const planted = {
  name: "欧阳演示甲",
  identity: identityNumber("99990019900101123"),
  phone: "19900001234",
  address: "云岭区隐名巷十七号之三",
  note: "因病致贫不得公开",
  reason: "本人去世后终止发放",
  withdrawn: "重复登记的一户应撤回",
  contact: "回访联系人司徒演示乙19900005678",
  slipped: "串列的姓名慕容演示丙",
  other: identityNumber("99990019850505456"),
} as const;
const texts = Object.values(planted);

const columns = "record,applicant,identity,phone,address,home,applied,kind,members,note";
const { name, identity, phone, address, note } = planted;
const row = (record: string, more = "") =>
  `SQ-${record},${name}${more},${identity},${phone},${address},${shanghe},2021-05-01,ill,3,${note}`;

test("nothing that is sealed gets out: not into a published file, a bundle, a page that is served, or what any command says", async () => {
  const data = await ledger.copy("office");
  const folder = ledger.folder;
  const said: string[] = [];
  /** Runs a command, keeps what it said, and gives its exit code. */
  const run = async (words: readonly string[], input?: string): Promise<number | null> => {
    const { code, out, err } = await huimou([...words, "--data", data], input === undefined ? {} : { input });
    said.push(`${words[0]} ${code}\n${out}${err}`);
    return code;
  };
  const file = async (called: string, ...lines: string[]) => {
    const path = join(folder, called);
    await writeFile(path, `${lines.join("\n")}\n`);
    return path;
  };
  const by = ["--actor", "经办/民政局", "--at", "2021-05-02"];
  const imported = (register: string, path: string, ...more: string[]) =>
    run(["import", register, path, ...by, ...more]);
  const appended = (register: string, ...lines: object[]) =>
    run(
      ["append", register],
      lines.map((it) => JSON.stringify({ actor: "经办/民政局", at: "2021-06-01", ...it })).join("\n"),
    );

  // what is taken
  assert.equal(
    await imported("aid", await file("good.csv", columns, row(identity), row("0001"), row("0002"))),
    0,
  );
  assert.equal(
    await imported(
      "call",
      await file(
        "call.csv",
        "record,village,day,contact,answer",
        `H0001,${shanghe},2021-05-01,${planted.contact},content`,
      ),
    ),
    0,
  );
  assert.equal(
    await appended(
      "aid",
      {
        kind: "amend",
        record: `SQ-${identity}`,
        reason: planted.reason,
        fields: { note: `${note}，已核实` },
      },
      { kind: "advance", record: `SQ-${identity}`, to: "ended", reason: planted.reason },
      { kind: "void", record: "SQ-0001", reason: planted.withdrawn },
    ),
    0,
  );

  // what is refused: values that do not fit, columns that have slipped, a file without its header, keys that are there
  const bad = await file(
    "bad.csv",
    columns,
    row("x"),
    row("0003").replace(phone, planted.slipped),
    row("0004").replace("2021-05-01", planted.slipped),
    row("0005").replace(",3,", `,${planted.other},`),
    row("0006").replace("ill", planted.slipped),
    row("0007").replace(shanghe, planted.other),
    row(planted.slipped),
    row(identity),
    `${row("0008")},${planted.slipped}`,
    `"${planted.slipped}"x,${row("0009")}`,
  );
  assert.equal(await imported("aid", bad), 1);
  assert.equal(await imported("aid", bad, "--json"), 1);
  assert.equal(await imported("aid", await file("headless.csv", row(identity), row("0010"))), 1);
  assert.equal(
    await imported(
      "call",
      await file(
        "bad-call.csv",
        "record,village,day,contact,answer",
        `H0002,${shanghe},${planted.contact},x,content`,
        `${planted.contact},${shanghe},2021-05-01,x,content`,
      ),
    ),
    1,
  );
  assert.equal(
    await appended("aid", { kind: "void", record: `SQ-${planted.other}`, reason: planted.reason }),
    1,
  );
  assert.equal(
    await appended("aid", {
      kind: "open",
      record: "SQ-0011",
      fields: { [planted.slipped]: name, members: name },
    }),
    1,
  );
  assert.equal(await appended("aid", { kind: "advance", record: "SQ-0002", to: planted.slipped }), 1);
  assert.equal(
    await appended("aid", { kind: "open", record: "SQ-0011", [planted.slipped]: name, fields: {} }),
    1,
  );
  assert.equal(
    await run(
      ["append", "aid"],
      `{"kind":"open","record":"SQ-0012","fields":{"applicant":"${name}" "identity":"${identity}"}}`,
    ),
    1,
  );
  assert.equal(
    await run([
      "append",
      "aid",
      `SQ-${planted.other}`,
      `applicant=${name}`,
      `members=${planted.slipped}`,
      ...by,
    ]),
    1,
  );

  // two more than the report tells of: one is erased, and one of those that were there
  const erased = ["--reason", "保存期限届满", "--actor", "档案/民政局"];
  assert.equal(await run(["erase", "aid", `SQ-${identity}`, ...erased]), 0);
  assert.equal(await run(["erase", "aid", "SQ-1064", ...erased]), 0);
  assert.equal(await run(["erase", "aid", `SQ-${planted.other}`, ...erased]), 1);

  const [out, bundle] = [join(folder, "public"), join(folder, "release.tar")];
  assert.equal(await run(["release", "--out", out, "--bundle", bundle]), 0, said.at(-1));
  assert.equal(await run(["indicators", "aid.applied", "--by", "township", "year", "kind"]), 0);
  assert.equal(await run(["indicators", "--csv"]), 0);
  assert.equal(await run(["reconcile", "--all", "--json"]), 0);
  assert.equal(await run(["due", "--register", "call"]), 0);
  for (const place of [out, data]) {
    const { code, out: report, err } = await huimou(["verify", place]);
    said.push(report, err);
    assert.equal(code, 0, err);
  }

  // what is looked for is found where it may be: by those who may see the register
  const clear = await huimou(["export", "aid", "--data", data]);
  assert.deepEqual(foundIn(Buffer.from(clear.out), [name, phone, address, note]), [
    name,
    phone,
    address,
    note,
  ]);

  const published = await filesIn(out);
  assert.ok(published.length > 30);
  assert.ok(published.some((it) => it.endsWith(".xlsx")));
  for (const path of [...published, bundle])
    assert.deepEqual(foundIn(await contentOf(path), texts), [], path);
  assert.deepEqual(foundIn(Buffer.from(said.join("\n")), texts), [], said.join("\n"));
  // of the office's own files, too, only the keys open what is sealed
  for (const path of await filesIn(data)) assert.deepEqual(foundIn(await readFile(path), texts), [], path);

  await running(["serve", out, "--port", "0"], {}, async (child) => {
    const [site = ""] = /http:\/\/localhost:\d+/.exec(await lineWith(child.stdout, /http/)) ?? [];
    for (const page of [
      "/",
      "/en/",
      "/figures/aid.applied/",
      "/registers/aid/",
      "/en/registers/call/",
      "/nowhere/",
    ]) {
      const body = Buffer.from(await (await fetch(`${site}${page}`)).arrayBuffer());
      assert.ok(body.length > 1000, page);
      assert.deepEqual(foundIn(body, texts), [], page);
    }
    const missing = await fetch(`${site}/${encodeURIComponent(name)}/`);
    assert.equal(missing.status, 404);
    const end = ended(child);
    child.kill("SIGINT");
    const { out: served, err } = await end;
    assert.deepEqual(foundIn(Buffer.from(served + err), texts), []);
  });
});

test("a text is found in every form in which it may lie about", () => {
  const around = (form: Buffer) => Buffer.concat([Buffer.from("x"), form, Buffer.from("y")]);
  for (const text of texts)
    for (const form of formsOf(text)) assert.deepEqual(foundIn(around(form), [text]), [text]);
  for (const before of ["", "a", "ab"]) {
    const base64 = Buffer.from(Buffer.from(`${before}${name}后`).toString("base64"));
    assert.deepEqual(foundIn(base64, [name]), [name]);
  }
  assert.deepEqual(foundIn(Buffer.from(JSON.stringify({ a: "欧阳" })), [name]), []);
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
}

/** A file's bytes, and those that are packed in it. */
async function contentOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return /\.(xlsx|docx|zip)$/.test(path) ? Buffer.concat([bytes, ...Object.values(unzipSync(bytes))]) : bytes;
}
