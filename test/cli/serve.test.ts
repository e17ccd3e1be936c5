import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { release } from "../../src/release/index.ts";
import { records } from "../pack/records.ts";
import { reportingPack } from "../release/made-up-release.ts";
import { ledgerForFile } from "./for-file.ts";
import { ended, huimou, lineWith, running } from "./huimou.ts";

const it = ledgerForFile(reportingPack, records, (district, folder) =>
  release(district, { out: join(folder, "data", "public"), program: "0.1.0" }),
);

for (const [signal, language] of [
  ["SIGINT", "zh"],
  ["SIGTERM", "en"],
] as const)
  test(`serve gives each page as it was published until ${signal} ends it, and then ends well`, async () => {
    await running(["serve", "--port", "0", "--data", it.data], { language }, async (child) => {
      const said = await lineWith(child.stdout, /http/);
      assert.match(
        said,
        language === "zh" ? /^网站已打开：.*（按 Ctrl\+C 结束）$/ : /^Serving .* \(Ctrl\+C ends\)$/,
      );
      const [address = ""] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      const page = await fetch(`${address}/en/reports/works/`);
      assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html;charset=utf-8"]);
      const file = join(it.data, "public", "en", "reports", "works", "index.html");
      assert.equal(await page.text(), await readFile(file, "utf8"));
      const missing = await fetch(`${address}/en/nowhere/`);
      assert.equal(missing.status, 404);
      assert.equal(await missing.text(), await readFile(join(it.data, "public", "404.html"), "utf8"));
      const end = ended(child);
      child.kill(signal);
      const { code, err } = await end;
      assert.deepEqual([code, err], [0, ""]);
    });
  });

test("a port that is taken, an address that is none, a folder without a release: told with a cure", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const port = String((taken.address() as AddressInfo).port);
  const asked = [
    [1, /^--port: 端口 \d+ 已被占用 → 用 --port 换一个端口 \[cli\.port-taken\]\n$/, "--port", port],
    [
      1,
      /^不能在 203\.0\.113\.1 的端口 0 上打开网站.*--host.*\[cli\.listen-failed\]\n$/,
      "--port",
      "0",
      "--host",
      "203.0.113.1",
    ],
    [1, /keys: 不是发布目录.*huimou release.*\[cli\.release-missing\]\n$/, join(it.data, "keys")],
    [2, /^serve:--port: 不能是“http” → 写成：0–65535 \[cli\.value-wrong\]\n$/, "--port", "http"],
  ] as const;
  const answers = await Promise.all(
    asked.map(([, , ...words]) => huimou(["serve", ...words, "--data", it.data], { language: "zh" })),
  );
  taken.close();
  for (const [i, [code, said]] of asked.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""]);
  }
});
