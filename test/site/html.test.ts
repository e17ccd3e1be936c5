import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { attribute, html, joined, trusted } from "../../src/site/html.ts";

test("text is escaped in elements and in quoted attributes, markup is not", () => {
  const inner = html`<b>${"<script>"}</b>`;
  assert.equal(
    html`<p title="${`"a" & 'b'`}">${inner}</p>`.text,
    '<p title="&quot;a&quot; &amp; &#39;b&#39;"><b>&lt;script&gt;</b></p>',
  );
});

test("no text leaves an attribute or an element that it was put into", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const markup = html`<p title="${text}">${text}</p>`.text;
      const [, value, content] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(markup) ?? [];
      assert.notEqual(value, undefined, markup);
      assert.equal(value, content);
    }),
  );
});

test("lists are joined, nothing leaves nothing, 0 is a number", () => {
  assert.equal(html`${[1, "a", html`<br>`]}${null}${undefined}${false}${0}`.text, "1a<br>0");
  assert.equal(html`${joined(["a", "b", "c"], ", ")}`.text, "a, b, c");
  assert.equal(
    html`<p${attribute("id", undefined)}${attribute("class", 'a"b')}>`.text,
    '<p class="a&quot;b">',
  );
  assert.equal(html`${trusted("<svg/>")}`.text, "<svg/>");
});
