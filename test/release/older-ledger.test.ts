import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import {
  createDistrict,
  definitionRegister,
  dueItems,
  openDistrict,
  verifyLedger,
} from "../../src/district/index.ts";
import { readQuery } from "../../src/indicators/index.ts";
import { canonicalBytes, encodeEntry, type Json, putPending } from "../../src/ledger/index.ts";
import { release, verifyRelease } from "../../src/release/index.ts";
import { seconds, smallPack, widePack } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { records } from "../pack/records.ts";
import { writePack } from "../pack/write-pack.ts";
import { program, published } from "./made-up-release.ts";

/** The wide pack with registers as an early version of the program declared them: without what came later. */
const early = `
const early = ({ openState, deadlines, waits, checks, amounts, ...it }) =>
  it.visibility === "open" ? it : { ...it, openState };
export default { ...wide,
  registers: wide.registers.map((it) => it.deadlines.length + it.waits.length > 0 ? it : early(it)),
  reports: [],
};`;

test("a ledger that an older version made opens, goes on, is released, and takes today's declarations", () =>
  inFolder(async (root) => {
    const data = join(root, "data");
    const out = join(root, "public");
    const clock = seconds();
    const older = await createDistrict(data, await writePack(join(root, "pack"), early), { clock });
    const declared = older.declarations.pack.registers.find((it) => it.name === "work");
    assert.equal(declared && "amounts" in declared, false, "declared as then");
    await older.close();

    const opened = await openDistrict(data, { clock });
    assert.deepEqual((await opened.append(records)).issues, []);
    const { query } = readQuery(opened.declarations, { indicator: "work.planned" }, []);
    assert.ok(query !== null);
    assert.equal((await opened.observations(query))[0]?.value, "5");
    const registers = [...opened.declarations.registers.values()].map((it) => it.definition);
    assert.ok(Array.isArray(await dueItems(opened, { on: "2021-12-31", registers })));
    assert.deepEqual((await release(opened, { out, program })).issues, []);
    const { issue, checked } = await verifyRelease(published(out));
    assert.equal(issue, null);
    assert.ok(Number(checked.declarations) > 0, "the declarations are those of the log, as they stand there");
    assert.equal((await verifyLedger(opened)).issue, null);
    await opened.close();

    const settings = join(data, "huimou.json");
    await writeFile(
      settings,
      JSON.stringify({ ...JSON.parse(await readFile(settings, "utf8")), pack: widePack }),
    );
    const renewed = await openDistrict(data, { clock });
    assert.ok((await renewed.define("换用新版程序", "口径管理/统计局")) > 0);
    assert.equal((await verifyLedger(renewed)).issue, null);
    await renewed.close();
  }));

test("declarations that this version can make nothing of are told with what to do", () =>
  inFolder(async (root) => {
    const data = join(root, "data");
    const district = await createDistrict(data, smallPack, { clock: seconds() });
    const { code, store, ledger, declarations } = district;
    // a register as no version ever declared one, put in force as a declaration is
    const work = declarations.registers.get("work");
    assert.ok(work !== undefined);
    const { fields: _, ...body } = work.definition;
    const hash = createHash("sha256")
      .update(canonicalBytes(body as unknown as Json))
      .digest("hex");
    const entry = encodeEntry({
      v: 1,
      register: definitionRegister,
      record: "register:work",
      kind: "define",
      version: 1,
      at: "2022-01-01",
      recorded: "2022-01-01T00:00:00.000Z",
      actor: "口径管理/统计局",
      reason: "示例",
      state: "in-force",
      fields: { hash },
    });
    await store.transaction(async (tx) => {
      await tx.lockDistrict(code);
      const columns = ["district", "hash", "kind", "name", "body"] as const;
      await tx.insert("definition", columns, [[code, hash, "register", "work", JSON.stringify(body)]]);
      await putPending(tx, code, { entries: [entry], cells: [] });
    });
    await ledger.integrate();
    await district.close();
    assert.equal(await refusalOf(() => openDistrict(data)), `district.declarations-unreadable ${data}`);
  }));
