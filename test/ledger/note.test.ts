import assert from "node:assert/strict";
import { test } from "node:test";
import {
  parseNote,
  parseVerifierKey,
  signerOf,
  signingKeyPem,
  signNote,
  toHex,
  verifyNote,
  writeNote,
  writeVerifierKey,
} from "../../src/ledger/index.ts";
import { refusalOf } from "./refusal.ts";

// The published example of signed notes (Go, golang.org/x/mod/sumdb/note).
const vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const text = "This is an example message.\n";
const signature =
  "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
const note = `${text}\n— example.com/foo ${signature}\n`;
const witness = `— witness.example ${Buffer.from("\x01\x02\x03\x04 anything at all").toString("base64")}\n`;

const verify = async (it: string | Uint8Array, key = vkey) =>
  verifyNote(parseNote(it, ["note"]), await parseVerifierKey(key, ["vkey"]), ["note"]);

test("the published note is verified by the published key", async () => {
  assert.equal(await refusalOf(() => verify(note)), "accepted");
  assert.equal(await refusalOf(() => verify(new TextEncoder().encode(note))), "accepted");
});

test("a verifier key is written as it was read", async () => {
  const key = await parseVerifierKey(vkey, []);
  assert.equal(key.name, "example.com/foo");
  assert.equal(await writeVerifierKey(key), vkey);
});

test("signatures of unknown keys are kept as they are and trusted by nobody", async () => {
  const cosigned = note + witness;
  assert.equal(await refusalOf(() => verify(cosigned)), "accepted");
  assert.equal(writeNote(parseNote(cosigned, [])), cosigned);
  assert.equal(await refusalOf(() => verify(`${text}\n${witness}`)), "ledger.signature-missing note");
});

test("a flipped bit in text or signature is a wrong signature", async () => {
  assert.equal(
    await refusalOf(() => verify(note.replace("example message", "example massage"))),
    "ledger.signature-wrong note",
  );
  assert.equal(
    await refusalOf(() => verify(note.replace("IneyaQM=", "IneyaAM="))),
    "ledger.signature-wrong note",
  );
  const twice = `${note}— example.com/foo ${signature.replace("IneyaQM=", "IneyaAM=")}\n`;
  assert.equal(await refusalOf(() => verify(twice)), "ledger.signature-wrong note");
});

test("a name or a key id alone makes no signature of the key", async () => {
  assert.equal(
    await refusalOf(() => verify(note.replace("— example.com/foo", "— example.com/fou"))),
    "ledger.signature-missing note",
  );
  const otherId = note.replace("— example.com/foo Uw2QOk", "— example.com/foo Vw2QOk");
  assert.equal(await refusalOf(() => verify(otherId)), "ledger.signature-missing note");
});

test("text with blank lines is split from its signatures at the last one", async () => {
  const signer = signerOf("a.example", signingKeyPem(new Uint8Array(32)));
  const poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
  const signed = writeNote(await signNote(poem, signer));
  assert.equal(parseNote(signed, []).text, poem);
  assert.equal(await refusalOf(async () => verify(signed, await writeVerifierKey(signer.key))), "accepted");
});

test("what is no signed note is refused, a bad line by its number", async () => {
  const of = (it: string | Uint8Array) => refusalOf(() => parseNote(it, ["n"]));
  assert.equal(await of(text), "ledger.note-unsigned n");
  assert.equal(await of(`${text}\n`), "ledger.note-unsigned n");
  assert.equal(await of(note.slice(0, -1)), "ledger.note-unsigned n");
  assert.equal(await of(note.replace("example message", "example\tmessage")), "ledger.note-text n");
  assert.equal(await of(Uint8Array.of(0xff, 0x0a)), "ledger.note-text n");
  assert.equal(await of(note.replace("— ", "- ")), "ledger.note-line n 3");
  assert.equal(await of(`${note}— a+b ${signature}\n`), "ledger.note-line n 4");
  assert.equal(await of(`${note}— a AAAA\n`), "ledger.note-line n 4", "a key id and no signature");
  assert.equal(await of(`${note}— a AAAAAAB=\n`), "ledger.note-line n 4", "sloppy base64");
  assert.equal(await of(note + witness.repeat(100)), "ledger.note-line n 103");
});

test("a verifier key of another form, kind or id is refused", async () => {
  const of = (it: string) => refusalOf(() => parseVerifierKey(it, ["k"]));
  assert.equal(await of("example.com/foo"), "ledger.verifier-key-malformed k");
  assert.equal(await of(vkey.replace("AekyeRr", "BOkyeRr")), "ledger.verifier-key-malformed k");
  assert.equal(await of(vkey.slice(0, -4)), "ledger.verifier-key-malformed k");
  assert.equal(await of(`${vkey}\n`), "ledger.verifier-key-malformed k");
  assert.equal(await of(vkey.replace("530d903a", "530d903b")), "ledger.verifier-key-id k");
  assert.equal(await of(vkey.replace("foo+", "fou+")), "ledger.verifier-key-id k");
});

test("a signer's key is that of RFC 8032, test 1", async () => {
  const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
  const signer = signerOf("a", signingKeyPem(seed));
  assert.equal(
    toHex(signer.key.publicKey),
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  );
  assert.equal(
    toHex(await signer.sign(new Uint8Array())),
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
});
