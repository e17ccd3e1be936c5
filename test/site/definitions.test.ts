import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "../../src/site/html.ts";
import { site } from "./built.ts";
import { pack } from "./pack.ts";

for (const language of ["zh", "en"] as const)
  test(`${language}: the page of definitions tells of every indicator what its own page tells`, async () => {
    const files = await site;
    const folder = language === "en" ? "en/" : "";
    const page = files.get(`${folder}definitions/index.html`) ?? "";
    for (const { id, title, definition, basis, owner, source } of pack.indicators) {
      assert.match(page, new RegExp(`id="${id.replaceAll(".", "\\.")}"`));
      const own = files.get(`${folder}figures/${id}/index.html`) ?? "";
      for (const words of [title, definition, basis, owner, source]) {
        const text = html`${words[language]}`.text;
        assert.ok(page.includes(text), `${id}: ${text}`);
        assert.ok(own.includes(text), `${id}'s own page: ${text}`);
      }
    }
    assert.ok(files.get(`${folder}figures/index.html`)?.match(/href="(?:..\/)+(?:en\/)?definitions\/"/));
  });
