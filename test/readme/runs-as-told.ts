import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { documentAt } from "../docs/documents.ts";
import { postgresUrl } from "../environment.ts";
import { accept, form, inCheckout, runCommands, showsSame } from "./run-commands.ts";

/**
 * Tests that a README's commands, one after the other in a fresh checkout, end as it says and show what it shows, and
 * after them what docs/verify.md does by hand. ACCEPT_README=1 writes down what they show now; read the difference
 * before you commit it.
 */
export function testReadme(file: string, language: "zh" | "en"): void {
  test(`the commands of ${file} end as it says, and show what it shows; then those by hand`, () =>
    inCheckout(async (checkout) => {
      const document = await documentAt(file);
      const instead = { DATABASE_URL: await postgresUrl() };
      const env = { HUIMOU_LANGUAGE: language };
      const blocks = await runCommands(document, { checkout, env, instead });
      assert.ok(blocks.length > 5);
      const accepted = process.env.ACCEPT_README === "1";
      if (accepted) await accept(document, blocks);
      for (const { ran, shows } of blocks) {
        for (const { command, code, wanted, shown } of ran)
          assert.equal(code, wanted, `${command}\n${shown}`);
        if (shows === undefined) continue;
        const shown = ran.map((it) => it.shown).join("");
        if (!showsSame(shown, shows.value)) assert.equal(form(shown), form(shows.value), accepting);
      }
      await byHand(checkout);
    }));
}

const accepting = "where this is meant: ACCEPT_README=1 npm test -- test/readme";

/** What docs/verify.md tells of the demonstration that a README's commands made. */
async function byHand(checkout: string): Promise<void> {
  const blocks = await runCommands(await documentAt("docs/verify.md"), { checkout, env: {} });
  const ran = blocks.flatMap((it) => it.ran);
  for (const { command, code, shown } of ran) assert.equal(code, 0, `${command}\n${shown}`);
  // what OpenSSL would do, which a bare machine may lack
  const [der, text, signature] = await Promise.all(
    ["key.der", "text", "signature"].map((it) => readFile(join(checkout, "data", it))),
  );
  const key = createPublicKey({ key: der as Buffer, format: "der", type: "spki" });
  assert.ok(verify(null, text as Buffer, key, signature as Buffer));
  const manifest = ran.find((it) => it.command.startsWith("sha256sum"))?.shown.slice(0, 64) ?? "";
  const last = ran.find((it) => it.command.startsWith("node data/root.mjs"))?.shown ?? "";
  assert.match(manifest, /^[0-9a-f]{64}$/);
  assert.match(
    last,
    new RegExp(`entries make the signed root.*manifest: '${manifest}'.*kind: 'release'`, "s"),
  );
}
