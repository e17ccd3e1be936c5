import assert from "node:assert/strict";
import { test } from "node:test";
import { lastReading, namedAreas } from "../../../test/site/search-reading.ts";
import pack from "../pack.ts";

const AREAS = namedAreas(pack.areas);

/** The places that a query names, and what else it says. */
function read(text: string) {
  const { areas, terms } = lastReading(text, AREAS);
  return { names: areas.map((it) => pack.areas.find(({ code }) => code === it)?.name.zh), terms };
}

test("a search knows every township by its name, and by what people call it", () => {
  for (const [query, name] of [
    ["平安镇 卫生室", "平安镇"],
    ["平安 卫生室", "平安镇"],
    ["城南街道卫生室", "（工业园区）城南街道"],
    ["德顺 卫生室", "德顺蒙古族乡"],
    ["德顺乡卫生室", "德顺蒙古族乡"],
    ["洮儿河农场的卫生室", "洮儿河农场"],
  ] as const)
    assert.deepEqual(read(query), { names: [name], terms: ["卫生室"] }, query);
  for (const [query, name] of [
    ["clinics Ping'an", "平安镇"],
    ["clinics in Ping’an Town", "平安镇"],
    ["pingan clinics", "平安镇"],
    ["clinics Deshun", "德顺蒙古族乡"],
    ["clinics Tao'er River Farm", "洮儿河农场"],
  ] as const)
    assert.deepEqual(read(query), { names: [name], terms: ["clinics"] }, query);
  for (const { name, level } of pack.areas.filter((it) => it.level === "township"))
    for (const text of [`${name.zh} 低保`, `低保 ${name.en}`])
      assert.deepEqual(read(text), { names: [name.zh], terms: ["低保"] }, `${level} ${text}`);
});
