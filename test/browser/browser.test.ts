import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { openBrowser } from "./browser.ts";

test("the browser of the tests renders a page from a server and runs its script", async () => {
  const browser = await openBrowser();
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      "<!doctype html><title>回眸</title><h1>一</h1><script>document.querySelector('h1').append('二')</script>",
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    assert.equal(await page.title(), "回眸");
    assert.equal(await page.textContent("h1"), "一二");
    assert.equal((await page.screenshot()).subarray(1, 4).toString(), "PNG");
  } finally {
    await browser.close();
    server.close();
  }
});
