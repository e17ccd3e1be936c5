import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { plainCommands } from "../../src/site/verify.ts";

const run = promisify(execFile);

test("the commands that the page gives for the signature work as they stand", async () => {
  const folder = await mkdtemp(join(tmpdir(), "huimou-verify-"));
  try {
    const name = "yunling.example/huimou/999900";
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
    const typed = Buffer.concat([Buffer.of(1), raw]);
    const id = createHash("sha256").update(`${name}\n`).update(typed).digest().subarray(0, 4);
    const text = `${name}\n1583\n${Buffer.alloc(32, 7).toString("base64")}\n`;
    const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString("base64");
    await writeFile(join(folder, "checkpoint"), `${text}\n— ${name} ${signature}\n`);
    await writeFile(join(folder, "vkey"), `${name}+${id.toString("hex")}+${typed.toString("base64")}\n`);

    // what is fetched lies there already; what OpenSSL does is done below, so that the test needs no OpenSSL
    const commands = plainCommands("https://yunling.example/").signature.split("\n");
    const own = commands.filter((it) => !it.startsWith("curl ") && !it.startsWith("openssl "));
    assert.equal(own.length, commands.length - 3);
    await run("sh", ["-e", "-c", own.join("\n")], { cwd: folder });

    const key = createPublicKey({
      key: await readFile(join(folder, "key.der")),
      format: "der",
      type: "spki",
    });
    const [signed, made] = await Promise.all(["text", "signature"].map((it) => readFile(join(folder, it))));
    assert.equal(signed?.toString(), text);
    assert.ok(verify(null, Buffer.from(text), key, made ?? Buffer.alloc(0)));
  } finally {
    await rm(folder, { recursive: true });
  }
});
