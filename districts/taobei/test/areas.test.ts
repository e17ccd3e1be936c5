import assert from "node:assert/strict";
import { test } from "node:test";
import { readAreas } from "../areas.ts";
import pack from "../pack.ts";

const count = (level: string, type?: string) =>
  pack.areas.filter((it) => it.level === level && (type === undefined || it.type === type)).length;

test("the list has the district, its 25 township-level and its 211 village-level units", () => {
  assert.equal(count("district"), 1);
  assert.equal(count("township"), 25);
  assert.deepEqual(
    ["subdistrict", "town", "township", "farm"].map((it) => count("township", it)),
    [9, 7, 5, 4],
  );
  assert.equal(count("village"), 211);
  assert.deepEqual(
    ["committee", "community", "farm"].map((it) => count("village", it)),
    [148, 59, 4],
  );
});

test("townships have the numbers of communities and villages that the published list gives them", () => {
  const published: Readonly<Record<string, readonly [communities: number, committees: number]>> = {
    海明街道: [6, 0],
    长庆街道: [7, 0],
    瑞光街道: [6, 0],
    明仁街道: [7, 0],
    铁东街道: [4, 0],
    "（工业园区）城南街道": [4, 0],
    新立街道: [4, 0],
    新华街道: [7, 0],
    "（白城市生态新区）官银号街道": [3, 0],
    平安镇: [5, 10],
    青山镇: [0, 14],
    林海镇: [0, 6],
    洮河镇: [0, 11],
    平台镇: [1, 14],
    到保镇: [0, 7],
    岭下镇: [5, 11],
    东风乡: [0, 12],
    三合乡: [0, 9],
    东胜乡: [0, 21],
    金祥乡: [0, 14],
    德顺蒙古族乡: [0, 19],
    镇南种羊场: [0, 0],
    白城牧场: [0, 0],
    洮儿河农场: [0, 0],
    保民农场: [0, 0],
  };
  const counted = Object.fromEntries(
    pack.areas
      .filter((it) => it.level === "township")
      .map(({ code, name }) => {
        const of = (type: string) => pack.areas.filter((it) => it.parent === code && it.type === type).length;
        return [name.zh, [of("community"), of("committee")]];
      }),
  );
  assert.deepEqual(counted, published);
});

test("a code's first nine digits are its township's, and no code stands twice", () => {
  assert.equal(new Set(pack.areas.map((it) => it.code)).size, pack.areas.length);
  for (const { code, level, parent } of pack.areas) {
    assert.match(code, /^220802\d{6}$/);
    if (level === "village") assert.equal(parent, `${code.slice(0, 9)}000`);
    if (level === "township") assert.equal(parent, "220802000000");
  }
});

test("English names are pinyin, with an apostrophe where a syllable begins with a vowel", () => {
  const named = new Map(pack.areas.map((it) => [it.name.zh, it.name.en]));
  assert.equal(named.get("海明街道"), "Haiming Subdistrict");
  assert.equal(named.get("平安镇"), "Ping'an Town");
  assert.equal(named.get("东风乡"), "Dongfeng Township");
  assert.equal(named.get("永乐村委会"), "Yongle Village");
  assert.equal(named.get("绿水村委会"), "Lüshui Village");
  for (const name of named.values()) assert.match(name, /^[A-Z][A-Za-zü'() ]+$/);
});

test("the lists that coverage is measured against have 148 and 211 codes", () => {
  assert.deepEqual(
    pack.lists.map((it) => [it.id, it.date, it.codes.length]),
    [
      ["village-committees-2023", "2023-06-30", 148],
      ["village-units-2023", "2023-06-30", 211],
    ],
  );
});

test("a file of another form is refused with its line", () => {
  const header = "code,level,type,parent,name,english";
  assert.throws(() => readAreas("code,name\n"), /must begin with code,level/);
  assert.throws(() => readAreas(`${header}\n220802,district,district,,洮北区,Taobei`), /areas\.csv:2 is not/);
  assert.throws(() => readAreas(`${header}\n220802000000,region,district,,洮北区,Taobei`), /areas\.csv:2/);
});
