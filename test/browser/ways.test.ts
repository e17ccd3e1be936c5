import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { madeUpEdition } from "../site/edition.ts";
import { openBrowser } from "./browser.ts";
import { SECTIONS, serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.close();
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

for (const report of ["reports/five-years/", "en/reports/five-years/"])
  test(`on a phone every number of ${report} leads to what proves it, and from there back to its place`, async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(server.address + report);
    const numbers = await page.$$eval("a.figure", (all) =>
      all.map(({ id, textContent }) => ({ id, text: textContent })),
    );
    assert.ok(numbers.length >= 4);
    for (const { id, text } of numbers) {
      await page.tap(`#${id}`);
      await page.waitForURL("**/figures/**");
      const proof = await target(page);
      assert.ok(proof.inSight, `${text}: its proof is in sight`);
      assert.match(proof.text, /\d/, `${text}: its proof tells a number`);
      const back = page.locator(`a.back[href$="#${id}"]`);
      assert.ok((await back.innerText()).includes(text ?? ""), "the way back says to which number");
      await back.tap();
      await page.waitForURL(`**/${report}#${id}`);
      const number = await target(page);
      assert.equal(number.text, text);
      assert.ok(number.inSight && number.marked, `${text}: in sight and marked`);
    }
    await page.close();
  });

test("a reader finds from the first page to a figure, its rule, its register and the log with the links alone", async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(server.address);
  for (const [link, title] of [
    ["指标", "指标"],
    ["验收工程", "验收工程"],
    ["民生实事", "民生实事"],
    ["已付投资", "已付投资"],
    ["已付投资不超过计划投资", "已付投资不超过计划投资"],
    ["核验", "怎样核验"],
  ] as const) {
    await page.getByRole("link", { name: link, exact: true }).first().tap();
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  }
  for (const name of ["/log/checkpoint", "/manifest.json"])
    assert.equal(await page.getByRole("link", { name, exact: true }).count(), 1, name);
  await page.close();
});

test("a citizen finds the number of clinics in her township on a small phone, without JavaScript", async () => {
  const { figures } = await madeUpEdition();
  const clinics = figures
    .find((it) => it.indicator === "work.accepted")
    ?.observations.find(
      (it) =>
        it.area === "999900102000" &&
        it.period === "2017-04..2021-09" &&
        it.breakdown.kind === "clinic" &&
        Object.keys(it.breakdown).length === 1,
    );
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  await page.goto(server.address);
  await page.getByRole("link", { name: "镇街", exact: true }).click();
  await page.getByRole("link", { name: "南山镇", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "南山镇", exact: true }).waitFor();
  const line = page.locator("[id='work.accepted'] dl > div").filter({ hasText: "卫生室" });
  assert.ok(await line.isVisible());
  assert.equal(await line.locator("dd").innerText(), clinics?.value);
  // and from the number to what it rests on
  await page.locator("[id='work.accepted']").getByRole("link").click();
  assert.match((await target(page)).text, /\d/);
  await page.getByRole("link", { name: "南山镇", exact: true }).first().click();
  await page.getByText("民生实事：历年数字").click();
  assert.ok(await page.locator("#years-of-work").getByText("卫生室").first().isVisible());
  await page.close();
});

test("on a phone the ways to the parts of a township's page are at hand wherever she is on it", async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(`${server.address}areas/999900102000/`);
  const ways = page.locator("nav.staying");
  const names = await ways.getByRole("link").allInnerTexts();
  assert.ok(names.length > 0);
  for (const name of names) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    assert.equal((await ways.boundingBox())?.y, 0);
    await ways.getByRole("link", { name, exact: true }).tap();
    const part = await page.getByRole("heading", { name, exact: true }).boundingBox();
    const end = (await ways.boundingBox())?.height ?? 0;
    assert.ok(part !== null && part.y >= end && part.y < 300, `${name} begins below the ways to it`);
  }
  await page.close();
});

test("what the first page offers to look for is answered with a number, and the number's page says how to check it", async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(server.address);
  await page.getByRole("list", { name: "例如" }).getByRole("link").first().tap();
  await page.locator(".found .value").first().waitFor();
  await page.locator(".found a").first().tap();
  await page.locator(":target").getByRole("link").first().tap();
  await page.getByText("怎样查证：").waitFor();
  await page.getByRole("link", { name: "看所依据的记录" }).tap();
  assert.match(page.url(), /#entries$/);
  assert.match((await target(page)).text, /所依据的记录/);
  await page.getByRole("link", { name: "在浏览器里重算", exact: true }).tap();
  await page.waitForURL(/verify\/\?figure=/);
  await page.close();
});

test("two townships are set side by side, figure by figure and year by year, at an address that can be passed on", async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(`${server.address}areas/999900102000/`);
  await page.getByRole("link", { name: "与另一个镇街比较", exact: true }).tap();
  await page.getByLabel("第二个").selectOption("石桥镇");
  await page.getByRole("button", { name: "并排看" }).tap();
  const group = page.locator("#compared tbody").filter({ hasText: "验收工程" }).first();
  await group.waitFor();
  const rows = await group.locator("tr:not(.group)").allInnerTexts();
  const expected = await Promise.all(
    ["999900102000", "999900103000"].map(async (code) => {
      const own = await browser.newPage({ javaScriptEnabled: false });
      await own.goto(`${server.address}areas/${code}/`);
      await own.locator("summary").first().click();
      const name = await own.locator("h1").innerText();
      const row = own.locator("#years-of-work tbody tr").filter({ hasText: "验收工程" }).first();
      const cells = await row.locator("td").allInnerTexts();
      await own.close();
      return [name, ...cells].join("\t");
    }),
  );
  assert.deepEqual(rows, expected);
  const address = page.url();
  assert.match(address, /compare\/\?a=999900102000&b=999900103000$/);
  const other = await browser.newPage();
  await other.goto(address);
  await other.locator("#compared tbody").first().waitFor();
  assert.equal(await other.getByLabel("第二个").inputValue(), "999900103000");
  await other.route("**/areas/**", (route) => route.abort());
  await other.getByRole("button", { name: "并排看" }).click();
  await other.getByRole("status").filter({ hasText: "检查网络" }).waitFor();
  assert.equal(await other.locator("#compared tbody").count(), 0);
  await Promise.all([page.close(), other.close()]);
});

test("the keyboard reaches everything in the order of the page, each place seen; the content in one step", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  for (const path of ["", "figures/tip.received/", "registers/work/"]) {
    await page.goto(server.address + path);
    await page.keyboard.press("Tab");
    const first = await focused(page);
    assert.equal(first.href, "#main");
    assert.ok(first.inSight, "the way to the content shows itself");
    await page.keyboard.press("Enter");
    assert.equal((await focused(page)).id, "main");
    await page.goto(server.address + path);
    // what is folded away is reached once it is unfolded
    const all = await page.locator(REACHED).filter({ visible: true }).count();
    for (let at = 0; at < all; at++) {
      await page.keyboard.press("Tab");
      const it = await focused(page);
      assert.equal(it.place, at, `${path}: ${it.html} is reached in its turn`);
      assert.ok(it.inSight && it.outlined, `${path}: ${it.html} shows that it has the focus`);
    }
  }
  await page.close();
});

test("paper has no navigation; every number has its footnote, and every page its address", async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: "print" });
  for (const path of SECTIONS) {
    await page.goto(server.address + path);
    for (const hidden of [".skip", ".language", ".masthead nav", ".trail", ".contents", ".jump", ".back"])
      for (const it of await page.locator(hidden).all())
        assert.ok(!(await it.isVisible()), `${path} ${hidden}`);
    const address = `https://yunling.example/${path}`;
    assert.ok(await page.getByText(address, { exact: true }).isVisible(), address);
    assert.ok(
      await page
        .getByText(/演示数据：|Demonstration data:/)
        .first()
        .isVisible(),
      path,
    );
  }
  await page.goto(`${server.address}reports/five-years/`);
  const stated = await page.locator(".prose a.figure").allInnerTexts();
  const rows = page.locator("#numbers-table tbody tr");
  assert.deepEqual(await rows.locator("th").allInnerTexts(), stated);
  assert.ok(await rows.first().isVisible(), "what is folded on a screen is open on paper");
  assert.ok(await rows.first().getByText("work.accepted", { exact: true }).isVisible());
  const [note, own] = await page.evaluate(() =>
    [".prose a.figure", "#numbers-table tbody th"].map((it, at) => {
      const element = document.querySelector(it);
      return element && getComputedStyle(element, at === 0 ? "::after" : "::before").content;
    }),
  );
  assert.match(`${note}${own}`, /counter\(figure\).*counter\(row\)/);
  assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
  await page.close();
});

/** The element that the address names: what it says, whether it is in sight, whether it is marked. */
async function target(page: Page): Promise<{ text: string; inSight: boolean; marked: boolean }> {
  return page.evaluate(() => {
    const element = document.querySelector<HTMLElement>(":target");
    if (element === null) return { text: "", inSight: false, marked: false };
    const { top, bottom } = element.getBoundingClientRect();
    return {
      text: element.innerText,
      inSight: top >= 0 && bottom <= innerHeight,
      marked: getComputedStyle(element).backgroundColor !== "rgba(0, 0, 0, 0)",
    };
  });
}

/** What the keyboard stops at. */
const REACHED = "a[href], summary, input, button, textarea, [tabindex='0']";

/** What has the focus, and which of all that can have it this is. */
async function focused(page: Page) {
  return page.evaluate((reached) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) throw new Error("nothing has the focus");
    const { top, bottom, left } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      id: element.id,
      href: element.getAttribute("href"),
      html: element.outerHTML.slice(0, 120),
      place: [...document.querySelectorAll(reached)].filter((it) => it.checkVisibility()).indexOf(element),
      inSight: bottom > 0 && top < innerHeight && left >= 0,
      outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
    };
  }, REACHED);
}
