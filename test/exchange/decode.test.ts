import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded, type Encoding } from "../../src/exchange/import/decode.ts";
import { IssueError } from "../../src/issue/index.ts";

async function textOf(chunks: readonly Uint8Array[], encoding?: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(chunks, ["leads.csv"], encoding)) text += piece;
  return text;
}

/** 编号,地点 and 集市 as Excel in China saves them */
const GB18030 = Uint8Array.from([
  ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb5, 0xd8, 0xb5, 0xe3, 0x0a],
  ...[0x31, 0x2c, 0xbc, 0xaf, 0xca, 0xd0, 0x0a],
]);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const onebyone = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));

test("UTF-8 with or without a mark and GB18030 are told apart, however the bytes come", async () => {
  const text = "编号,地点\n1,集市\n";
  for (const chunks of [(it: Uint8Array) => [it], onebyone]) {
    assert.equal(await textOf(chunks(GB18030)), text);
    assert.equal(await textOf(chunks(bytesOf(text))), text);
    assert.equal(await textOf(chunks(bytesOf(`\uFEFF${text}`))), text);
    assert.equal(await textOf(chunks(bytesOf("a,b\n"))), "a,b\n");
    assert.equal(await textOf(chunks(bytesOf("𠮷,😀\n"))), "𠮷,😀\n");
  }
  assert.equal(await textOf([]), "");
});

test("an encoding shows itself after any length of ASCII", async () => {
  const ascii = "1234567,abc\n".repeat(20_000);
  const gb = new Uint8Array([...bytesOf(ascii), ...GB18030]);
  const chunks = Array.from({ length: Math.ceil(gb.length / 10_000) }, (_, at) =>
    gb.subarray(at * 10_000, (at + 1) * 10_000),
  );
  assert.equal(await textOf(chunks), `${ascii}编号,地点\n1,集市\n`);
});

test("bytes that are no text are refused, and the caller may name the encoding", async () => {
  const refused = (chunks: readonly Uint8Array[], encoding?: Encoding) =>
    assert.rejects(textOf(chunks, encoding), (error) => {
      assert.ok(error instanceof IssueError);
      assert.deepEqual(error.issues[0]?.code, "exchange.encoding");
      return true;
    });
  await refused([GB18030], "utf-8");
  await refused([Uint8Array.of(0x31, 0xff, 0xff)]);
  await refused([bytesOf("一").subarray(0, 2)], "utf-8");
  // valid in both: 联通, the file that Notepad is known for
  const both = Uint8Array.of(0xc2, 0xaa, 0xcd, 0xa8);
  assert.equal(await textOf([both]), "ªͨ");
  assert.equal(await textOf([both], "gb18030"), "陋通");
});
