import assert from "node:assert/strict";
import { before, test } from "node:test";
import { lineOf } from "../../src/issue/index.ts";
import {
  bundlePath,
  type Entry,
  encodeEntry,
  inclusionProof,
  nodeHashMany,
  signerOf,
  signingKeyPem,
  tilePath,
  writeProof,
} from "../../src/ledger/index.ts";
import { type LogToVerify, verifyInclusion, verifyLog } from "../../src/ledger/verify/index.ts";
import { logOf, type MadeUpLog, madeUpEntries, madeUpLog } from "./log-of.ts";
import { refusalOf } from "./refusal.ts";

const SIZE = 600;
let log: MadeUpLog;
before(async () => {
  log = await madeUpLog(SIZE);
});

const verify = (files: ReadonlyMap<string, Uint8Array>, options: Partial<LogToVerify> = {}) =>
  verifyLog({ fetch: async (path) => files.get(path) ?? null, verifierKey: log.verifierKey, ...options });

/** What verifying says of files, in one line: `code path…`, or `fine`. */
async function verdict(
  files: ReadonlyMap<string, Uint8Array>,
  options: Partial<LogToVerify> = {},
): Promise<string> {
  const { issue } = await verify(files, options);
  if (issue === null) return "fine";
  // its words must be there in both languages, with every parameter filled in
  for (const language of ["zh", "en"] as const) assert.doesNotMatch(lineOf(issue, language), /\{\w+\}/);
  return [issue.code, ...issue.path].join(" ");
}

/** The log's files with one of them changed; null takes it out. */
function withFile(
  path: string,
  change: (bytes: Uint8Array) => Uint8Array | null,
  of = log,
): Map<string, Uint8Array> {
  const files = new Map(of.files);
  const bytes = files.get(path);
  assert.ok(bytes, `the log has ${path}`);
  const changed = change(bytes.slice());
  if (changed === null) files.delete(path);
  else files.set(path, changed);
  return files;
}

const flip = (at: number) => (bytes: Uint8Array) => bytes.with(at, (bytes[at] as number) ^ 1) as Uint8Array;

test("a log that nobody touched is verified, and every entry handed on in order", async () => {
  const seen: [number, string][] = [];
  const report = await verify(log.files, {
    entry: (entry, position) => seen.push([position, String(entry.fields?.number)]),
  });
  assert.equal(report.issue, null);
  assert.deepEqual(report.checked, { tiles: 4, bundles: 3, entries: SIZE });
  assert.equal(report.checkpoint?.size, SIZE);
  assert.deepEqual(
    seen,
    Array.from({ length: SIZE }, (_, i) => [i, String(i)]),
  );
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test("node:crypto and WebCrypto come to the same report", async () => {
  assert.deepEqual(await verify(log.files, { hashMany: nodeHashMany }), await verify(log.files));
});

test("logs of every shape are verified", async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513]) {
    const { files } = await madeUpLog(size);
    assert.equal(await verdict(files), "fine", `size ${size}`);
  }
});

test("a flipped byte in a tile names the tile, at whatever place and level", async () => {
  for (const path of ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]) {
    const length = log.files.get(path)?.length as number;
    for (const at of [0, 33, length - 1])
      assert.equal(await verdict(withFile(path, flip(at))), `ledger.tile-changed ${path}`);
  }
});

test("in a tree of three levels the changed tile is still named", async () => {
  const large = await madeUpLog(66_000);
  assert.equal(await verdict(large.files, { hashMany: nodeHashMany }), "fine");
  for (const path of [
    "tile/0/000",
    "tile/0/255",
    "tile/0/257.p/208",
    "tile/1/000",
    "tile/1/001.p/1",
    "tile/2/000.p/1",
  ])
    assert.equal(
      await verdict(withFile(path, flip(9), large), { hashMany: nodeHashMany }),
      `ledger.tile-changed ${path}`,
    );
});

test("a flipped byte in an entry names the entry", async () => {
  for (const position of [0, 255, 256, 599]) {
    const bundle = Math.floor(position / 256);
    const path = bundlePath(bundle, bundle === 2 ? 88 : 256);
    let offset = 2;
    for (const entry of log.entries.slice(bundle * 256, position)) offset += 2 + entry.length;
    assert.equal(await verdict(withFile(path, flip(offset + 5))), `ledger.entry-changed ${path} ${position}`);
  }
});

test("a flipped byte in an entry's length is found in the bundle", async () => {
  const found = await verdict(withFile("tile/entries/001", flip(1)));
  assert.match(found, /^ledger\.(bundle-cut|bundle-width|entry-changed) tile\/entries\/001/);
});

test("no byte of any file can change unseen", async () => {
  const small = await madeUpLog(9);
  for (const [path, bytes] of small.files)
    for (let at = 0; at < bytes.length; at += path === "checkpoint" ? 1 : 7)
      assert.notEqual(await verdict(withFile(path, flip(at), small)), "fine", `${path} byte ${at}`);
});

test("entries that change places are found where the first stands", async () => {
  const { files } = await logOf(
    log.entries.with(4, log.entries[7] as Uint8Array).with(7, log.entries[4] as Uint8Array),
  );
  assert.equal(
    await verdict(new Map([...log.files, ["tile/entries/000", files.get("tile/entries/000") as Uint8Array]])),
    "ledger.entry-changed tile/entries/000 4",
  );
});

test("files that are missing, cut short or too long are named", async () => {
  const gone = () => null;
  for (const path of ["checkpoint", "tile/0/000", "tile/1/000.p/2", "tile/entries/002.p/88"])
    assert.equal(await verdict(withFile(path, gone)), `ledger.file-missing ${path}`);
  for (const path of ["tile/0/000", "tile/0/002.p/88", "tile/1/000.p/2"]) {
    assert.equal(await verdict(withFile(path, (bytes) => bytes.slice(0, -32))), `ledger.tile-width ${path}`);
    assert.equal(
      await verdict(withFile(path, (bytes) => Uint8Array.of(...bytes, ...bytes))),
      `ledger.tile-width ${path}`,
    );
  }
  const bundle = "tile/entries/002.p/88";
  assert.equal(
    await verdict(withFile(bundle, (bytes) => bytes.slice(0, -1))),
    `ledger.bundle-cut ${bundle} 87`,
  );
  assert.equal(
    await verdict(withFile(bundle, (bytes) => Uint8Array.of(...bytes, 0))),
    `ledger.bundle-width ${bundle}`,
  );
});

test("where a partial file was dropped, the full one that grew from it is as good", async () => {
  const grown = await madeUpLog(800);
  const files = new Map([...grown.files, ["checkpoint", log.files.get("checkpoint") as Uint8Array]]);
  assert.ok(!files.has("tile/0/002.p/88") && files.has("tile/0/002"));
  files.set("tile/1/000.p/2", log.files.get("tile/1/000.p/2") as Uint8Array);
  assert.equal(await verdict(files), "fine");
});

test("a checkpoint changed after signing, of another key or of another log is named", async () => {
  const text = new TextDecoder().decode(log.files.get("checkpoint"));
  const changed = (it: string) => withFile("checkpoint", () => new TextEncoder().encode(it));
  assert.equal(
    await verdict(changed(text.replace("\n600\n", "\n599\n"))),
    "ledger.signature-wrong checkpoint",
  );
  assert.equal(await verdict(changed("")), "ledger.note-unsigned checkpoint");
  const other = await logOf(
    log.entries,
    signerOf("log.example/huimou/990001", signingKeyPem(new Uint8Array(32))),
  );
  assert.equal(await verdict(other.files), "ledger.signature-missing checkpoint");
  assert.equal(await verdict(log.files, { verifierKey: "nonsense" }), "ledger.verifier-key-malformed vkey");
});

test("another history under the signed checkpoint is told apart from a changed tile", async () => {
  const entries = madeUpEntries(SIZE).map((entry) => encodeEntry({ ...entry, actor: "他人" }));
  const rewritten = await logOf(entries);
  const files = new Map([...rewritten.files, ["checkpoint", log.files.get("checkpoint") as Uint8Array]]);
  assert.equal(await verdict(files), "ledger.root-mismatch checkpoint 3");
});

test("growth from an older checkpoint is proven", async () => {
  for (const size of [0, 1, 255, 256, 300, 599, 600]) {
    const { checkpoint } = await madeUpLog(size);
    const report = await verify(log.files, { since: checkpoint });
    assert.equal(report.issue, null);
    assert.equal(report.since?.size, size);
  }
});

test("a log that shrank, or was rewritten and signed again, is shown by an older checkpoint", async () => {
  const { checkpoint: longer } = await madeUpLog(SIZE + 1);
  assert.equal(await verdict(log.files, { since: longer }), "ledger.log-shrunk since 2");
  const entries = madeUpEntries(SIZE).map((entry) => encodeEntry(entry));
  const rewritten = await logOf(
    entries.with(3, encodeEntry({ ...(madeUpEntries(4)[3] as Entry), actor: "他人" })),
  );
  assert.equal(await verdict(rewritten.files), "fine", "the key signed it: alone it looks right");
  const { checkpoint: kept } = await madeUpLog(300);
  assert.equal(await verdict(rewritten.files, { since: kept }), "ledger.history-rewritten since 3");
  assert.equal(await verdict(rewritten.files, { since: log.checkpoint }), "ledger.history-rewritten since 3");
  assert.equal(
    await verdict(log.files, { since: log.checkpoint.replace("\n600\n", "\n500\n") }),
    "ledger.signature-wrong since",
  );
});

test("an entry that was signed but is not canonical, or out of its record's order, is named", async () => {
  const entries = madeUpEntries(9);
  const bytes = entries.map((entry) => encodeEntry(entry));
  const sloppy = await logOf(bytes.with(4, new TextEncoder().encode(JSON.stringify(entries[4]))));
  assert.equal(await verdict(sloppy.files), "ledger.entry-not-canonical tile/entries/000.p/9 4");
  const missing = await logOf(bytes.toSpliced(4, 1));
  assert.equal(await verdict(missing.files), "ledger.entry-order tile/entries/000.p/8 4");
  const doubled = await logOf(bytes.toSpliced(4, 0, bytes[4] as Uint8Array));
  assert.equal(await verdict(doubled.files), "ledger.entry-order tile/entries/000.p/10 5");
});

test("what the caller refuses of an entry ends the verification and stands in the report", async () => {
  const { checked, issue } = await verify(log.files, {
    entry: (_, position) => {
      if (position === 300) encodeEntry({} as Entry, ["fold"]);
    },
  });
  assert.equal(checked.entries, 300);
  assert.deepEqual(issue?.path, ["fold"]);
});

test("a failing fetch is no finding: it reaches the caller", async () => {
  const fetch = async (path: string) => {
    if (path === "tile/entries/001") throw new Error("the disk is gone");
    return log.files.get(path) ?? null;
  };
  await assert.rejects(verifyLog({ fetch, verifierKey: log.verifierKey }), /the disk is gone/);
});

test("a proof file proves its entry and no other, at its position and no other", async () => {
  const tiles = async (tile: { level: number; index: number; width: number }) =>
    log.files.get(tilePath(tile)) as Uint8Array;
  const path = await inclusionProof(300, SIZE, tiles, nodeHashMany);
  const proof = writeProof({ index: 300, path, checkpoint: log.checkpoint });
  const entry = log.entries[300] as Uint8Array;
  const proven = await verifyInclusion(proof, log.verifierKey, entry);
  assert.equal(proven.position, 300);
  assert.equal(proven.checkpoint.size, SIZE);
  assert.equal(proven.entry.fields?.number, "300");
  const refusal = (file: string, bytes = entry) =>
    refusalOf(() => verifyInclusion(file, log.verifierKey, bytes));
  assert.equal(await refusal(proof, log.entries[301]), "ledger.inclusion-unproven proof");
  assert.equal(await refusal(proof.replace("index 300", "index 301")), "ledger.inclusion-unproven proof");
  assert.equal(await refusal(proof.replace("\n600\n", "\n601\n")), "ledger.signature-wrong proof checkpoint");
});
