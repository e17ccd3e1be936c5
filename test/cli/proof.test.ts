import assert from "node:assert/strict";
import { copyFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { listenAt } from "../../src/cli/site-server.ts";
import { verifyInclusion } from "../../src/ledger/verify/index.ts";
import { inFolder } from "../ledger/place.ts";
import { releaseForFile } from "../release/release-for-file.ts";
import { sizeIn, tamper } from "../release/tamper.ts";
import { huimou } from "./huimou.ts";

const it = releaseForFile();

test("proof writes the entry and its proof, which hold without the log: from a folder and from an address", async () => {
  const site = await listenAt(it.whole, 0);
  try {
    const key = (await readFile(join(it.whole, "log", "vkey"), "utf8")).trim();
    const last = (await sizeIn(it.whole)) - 1;
    for (const [place, position] of [
      [it.whole, 0],
      [site.address, last],
    ] as const)
      await inFolder(async (folder) => {
        const out = join(folder, "new", "proofs");
        const ended = await huimou(["proof", place, String(position), "--out", out]);
        assert.equal(ended.code, 0, ended.err);
        assert.match(
          ended.out,
          new RegExp(`^Entry ${position} is among the ${last + 1} that yunling\\.example`),
        );
        assert.match(ended.out, /compare it with one from elsewhere/);
        const [proof, entry] = await Promise.all(
          ["tlog-proof", "json"].map((end) => readFile(join(out, `entry-${position}.${end}`))),
        );
        assert.ok(proof && entry);
        const proven = await verifyInclusion(proof.toString(), key, new Uint8Array(entry));
        assert.equal(proven.position, position);
        assert.equal(proven.entry.kind, position === last ? "release" : "define");
      });
  } finally {
    await site.close();
  }
});

test("proof says what it wrote as data, and takes the key from elsewhere", () =>
  inFolder(async (folder) => {
    const key = (await readFile(join(it.whole, "log", "vkey"), "utf8")).trim();
    const { code, out } = await huimou(["proof", it.whole, "2", "--out", folder, "--key", key, "--json"]);
    assert.equal(code, 0);
    const { position, verifierKey, entry, proof, checkpoint } = JSON.parse(out);
    assert.deepEqual(
      [position, verifierKey, entry, proof],
      [2, key, join(folder, "entry-2.json"), join(folder, "entry-2.tlog-proof")],
    );
    assert.equal(checkpoint.size, await sizeIn(it.whole));
  }));

test("a position beyond the log, a changed log and a folder without a release are refused, with place and cure", () =>
  inFolder(async (folder) => {
    const beyond = await huimou(["proof", it.whole, "9999", "--out", folder]);
    assert.equal(beyond.code, 1);
    assert.match(beyond.err, /^9999: the log has \d+ entries.* → .*\[ledger\.position-beyond\]/);
    const changed = await it.copy("proof-changed");
    await tamper(changed, `log/tile/0/000.p/${await sizeIn(changed)}`);
    const refused = await huimou(["proof", changed, "3", "--out", folder]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^tile\/0\/000\.p\/\d+: .*\[ledger\.tile-changed\]/);
    const none = await huimou(["proof", folder, "3"]);
    assert.equal(none.code, 1);
    assert.match(none.err, /\[cli\.release-missing\]/);
    const words = await huimou(["proof", it.whole, "third"]);
    assert.equal(words.code, 2);
  }));

test("a proof is verified by its two files and a key from elsewhere; another entry, another key or none is refused", () =>
  inFolder(async (folder) => {
    const key = (await readFile(join(it.whole, "log", "vkey"), "utf8")).trim();
    for (const position of ["2", "3"]) await huimou(["proof", it.whole, position, "--out", folder]);
    const proof = join(folder, "entry-2.tlog-proof");
    const proven = await huimou(["verify", proof, "--key", key]);
    assert.equal(proven.code, 0, proven.err);
    assert.match(
      proven.out,
      /^Entry 2 is among the \d+ that yunling\.example\S* signed: \S+, \d{4}-\d\d-\d\d\n$/,
    );
    const { position, entry } = JSON.parse((await huimou(["verify", proof, "--key", key, "--json"])).out);
    assert.equal(position, 2);
    assert.deepEqual(entry, JSON.parse(await readFile(join(folder, "entry-2.json"), "utf8")));

    const keyless = await huimou(["verify", proof]);
    assert.equal(keyless.code, 2);
    assert.match(keyless.err, /--key.*\[cli\.option-missing\]/);
    await copyFile(join(folder, "entry-3.json"), join(folder, "entry-2.json"));
    const other = await huimou(["verify", proof, "--key", key]);
    assert.equal(other.code, 1);
    assert.match(other.err, /\[ledger\.inclusion-unproven\]/);
    const letter = key.at(-2) === "A" ? "B" : "A";
    const foreign = await huimou(["verify", proof, "--key", `${key.slice(0, -2)}${letter}${key.at(-1)}`]);
    assert.notEqual(foreign.code, 0);
    await rm(join(folder, "entry-2.json"));
    const alone = await huimou(["verify", proof, "--key", key]);
    assert.equal(alone.code, 1);
    assert.match(alone.err, /entry-2\.json: .*\[cli\.file-missing\]/);
  }));
