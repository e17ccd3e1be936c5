import assert from "node:assert/strict";
import { createCipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import {
  bundlePath,
  commitmentsOf,
  consistencyProof,
  createKeys,
  decodeEntry,
  type Entry,
  emptyEdge,
  encodeBundle,
  encodeEntry,
  grow,
  hashAt,
  inclusionProof,
  type Json,
  leafHashes,
  nodeHashMany,
  openCheckpoint,
  openKeys,
  openSealed,
  parseVerifierKey,
  rootOf,
  signCheckpoint,
  signerOf,
  signingKeyPem,
  type TileSource,
  toBase64,
  toHex,
  writeNote,
  writeProof,
  writeVerifierKey,
} from "../../src/ledger/index.ts";
import { verifyInclusion } from "../../src/ledger/verify/index.ts";

/** The worked example of that name in a document of docs/formats. */
async function example(document: string, name: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/formats/${document}.md`, import.meta.url), "utf8");
  const block = new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\`$`, "ms").exec(text)?.[1];
  assert.ok(block, `docs/formats/${document}.md has an example ${name}`);
  return block;
}
const exampleJson = async <T>(document: string, name: string) =>
  JSON.parse(await example(document, name)) as T;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const signer = signerOf("log.example/huimou/990001", signingKeyPem(new Uint8Array(32).fill(7)));

interface TreeExample {
  entries: string[];
  leaves: string[];
  roots: string[];
  bundle: string;
}

test("entry.md: the example has the bytes and the leaf that it says", async () => {
  const entry = await exampleJson<Entry>("entry", "entry");
  const bytes = bytesOf((await example("entry", "bytes")).trimEnd());
  assert.deepEqual(encodeEntry(entry), bytes);
  assert.deepEqual(decodeEntry(bytes), entry);
  assert.equal(bytes.length, 226);
  const leaf = createHash("sha256").update(Uint8Array.of(0)).update(bytes).digest("hex");
  assert.equal(leaf, (await example("entry", "leaf")).trim());
});

test("tree.md: paths, leaves, roots and bundle are those of the example", async () => {
  for (const [index, path] of Object.entries(await exampleJson<Record<string, string>>("tree", "paths")))
    assert.equal(bundlePath(Number(index), 256), `tile/entries/${path}`);
  const { entries, leaves, roots, bundle } = await exampleJson<TreeExample>("tree", "tree");
  const bytes = entries.map(bytesOf);
  assert.equal(toHex(await leafHashes(bytes, nodeHashMany)), leaves.join(""));
  for (const [size, root] of roots.entries()) {
    const { edge } = await grow(emptyEdge, fromHex(leaves.slice(0, size).join("")), nodeHashMany);
    assert.equal(toHex(await rootOf(edge, nodeHashMany)), root);
  }
  assert.equal(toHex(encodeBundle(bytes)), bundle);
});

test("checkpoint.md: the key of the example signs the tree of the other as shown", async () => {
  const vkey = (await example("checkpoint", "vkey")).trim();
  assert.equal(await writeVerifierKey(signer.key), vkey);
  const { roots } = await exampleJson<TreeExample>("tree", "tree");
  const root = fromHex(roots[3] as string);
  const note = await example("checkpoint", "checkpoint");
  assert.equal(writeNote(await signCheckpoint({ origin: signer.key.name, size: 3, root }, signer)), note);
  assert.equal((await openCheckpoint(note, await parseVerifierKey(vkey, []), [])).size, 3);
});

test("proof.md: the proofs are those of the example's tree", async () => {
  const { leaves } = await exampleJson<TreeExample>("tree", "tree");
  const tiles: TileSource = async () => fromHex(leaves.join(""));
  const path = await inclusionProof(2, 3, tiles, nodeHashMany);
  const file = await example("proof", "tlog-proof");
  assert.equal(writeProof({ index: 2, path, checkpoint: await example("checkpoint", "checkpoint") }), file);
  // the one-byte entries of the example are no entries of ours, so its proof holds and its entry is refused
  await assert.rejects(
    verifyInclusion(file, await writeVerifierKey(signer.key), bytesOf("c")),
    /entry-not-json/,
  );
  await assert.rejects(
    verifyInclusion(file, await writeVerifierKey(signer.key), bytesOf("b")),
    /inclusion-unproven/,
  );
  const consistency = await consistencyProof(1, 3, tiles, nodeHashMany);
  assert.deepEqual(consistency.map(toHex), await exampleJson<string[]>("proof", "consistency"));
  assert.equal(toHex(hashAt(fromHex(leaves.join("")), 1)), toHex(consistency[0] as Uint8Array));
});

test("seal.md: the commitment is that of the example", async () => {
  const it = await exampleJson<{ salt: string; value: Json; commitment: string }>("seal", "commitment");
  assert.deepEqual(await commitmentsOf([{ salt: fromHex(it.salt), value: it.value }], nodeHashMany), [
    it.commitment,
  ]);
});

test("seal.md: the payload opens at the example's place, and is what Node's AES-GCM makes of its text", async () => {
  const it = await exampleJson<{
    key: string;
    place: [string, string, string, number];
    plain: Record<string, { salt: string; value: Json }>;
    payload: string;
  }>("seal", "payload");
  const [district, register, record, version] = it.place;
  const payload = fromHex(it.payload);
  const opened = openSealed({ district, register, record, version }, fromHex(it.key), payload, []);
  const plain = Object.entries(opened).map(([name, { salt, value }]) => [
    name,
    { salt: toBase64(salt), value },
  ]);
  assert.deepEqual(Object.fromEntries(plain), it.plain);
  const cipher = createCipheriv("aes-256-gcm", fromHex(it.key), payload.subarray(0, 12));
  cipher.setAAD(bytesOf(JSON.stringify(it.place)));
  const text = Buffer.concat([cipher.update(JSON.stringify(it.plain)), cipher.final(), cipher.getAuthTag()]);
  assert.equal(toHex(text), toHex(payload.subarray(12)));
});

test("seal.md: keys are wrapped, and records named, as in the example", async () => {
  const it = await exampleJson<{
    dataKey: string;
    recordKey: string;
    name: [string, string, string];
    wrapped: string;
    register: string;
    key: string;
    opaque: string;
  }>("seal", "keys");
  const derived = (use: string) => Buffer.from(hkdfSync("sha256", fromHex(it.dataKey), "", use, 32));
  const mac = createHmac("sha256", derived("huimou-record-v1")).update(JSON.stringify([it.register, it.key]));
  assert.equal(mac.digest("base64url").slice(0, 22), it.opaque);
  const folder = await mkdtemp(join(tmpdir(), "huimou-formats-"));
  await createKeys(join(folder, "keys"), "log.example/huimou/990001", (length) =>
    new Uint8Array(length).fill(9),
  );
  const rows = new DatabaseSync(join(folder, "keys", "records.sqlite"));
  rows.prepare("INSERT INTO record_key VALUES (?, ?, ?, ?)").run(...it.name, fromHex(it.wrapped));
  rows.close();
  const keys = await openKeys(join(folder, "keys"));
  const [district, register, record] = it.name;
  const [recordKey] = await keys.records.get([{ district, register, record }]);
  assert.equal(toHex(recordKey as Uint8Array), it.recordKey);
  assert.equal(keys.opaqueKey(it.register, it.key), it.opaque);
  await keys.close();
  await rm(folder, { recursive: true });
});
