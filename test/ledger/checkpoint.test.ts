import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Checkpoint,
  checkpointText,
  openCheckpoint,
  parseCheckpointText,
  signCheckpoint,
  signerOf,
  signingKeyPem,
  signNote,
  writeNote,
} from "../../src/ledger/index.ts";
import { refusalOf } from "./refusal.ts";

// The example of C2SP tlog-checkpoint.
const published = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
const signer = signerOf("log.example/huimou/990001", signingKeyPem(new Uint8Array(32).fill(7)));
const checkpoint: Checkpoint = { origin: signer.key.name, size: 3, root: new Uint8Array(32).fill(1) };

test("the published checkpoint is read and written the same again", () => {
  const read = parseCheckpointText(published, []);
  assert.equal(read.origin, "example.com/behind-the-sofa");
  assert.equal(read.size, 20_852_163);
  assert.equal(checkpointText(read), published);
});

test("extension lines are kept and given no meaning", () => {
  const read = parseCheckpointText(`${published}one\ntwo\n`, []);
  assert.deepEqual(read.extensions, ["one", "two"]);
  assert.equal(checkpointText(read), `${published}one\ntwo\n`);
});

test("a signed checkpoint opens with its log's key, and says what was signed", async () => {
  const note = writeNote(await signCheckpoint(checkpoint, signer));
  const { note: _, ...opened } = await openCheckpoint(note, signer.key, []);
  assert.deepEqual(opened, checkpoint);
});

test("a checkpoint names the line that departs from the format", async () => {
  const of = (text: string) => refusalOf(() => parseCheckpointText(text, ["c"]));
  assert.equal(await of(published.slice(0, -1)), "ledger.checkpoint-line c 3");
  assert.equal(await of(`\n${published}`), "ledger.checkpoint-line c 1");
  assert.equal(await of(published.replace("20852163", "020852163")), "ledger.checkpoint-line c 2");
  assert.equal(await of(published.replace("20852163", "-1")), "ledger.checkpoint-line c 2");
  assert.equal(await of(published.replace("20852163", "9007199254740993")), "ledger.checkpoint-line c 2");
  assert.equal(await of(published.replace("q2I=", "q2J=")), "ledger.checkpoint-line c 3");
  assert.equal(await of(published.replace("CsUY", "")), "ledger.checkpoint-line c 3");
  assert.equal(await of(`${published}\nx\n`), "ledger.checkpoint-line c 4");
});

test("another log's checkpoint is refused, even where the key signed it", async () => {
  const foreign = writeNote(await signNote(published, signer));
  assert.equal(
    await refusalOf(() => openCheckpoint(foreign, signer.key, ["c"])),
    "ledger.checkpoint-origin c 1",
  );
  await assert.rejects(async () => signCheckpoint({ ...checkpoint, origin: "else" }, signer), /own name/);
});
