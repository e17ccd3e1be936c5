import assert from "node:assert/strict";
import { test } from "node:test";
import { readQuantities } from "../../src/claims/index.ts";

/** Text, and what must be found in it: `text low..high unit`. */
const STATEMENTS: readonly (readonly [text: string, ...quantities: string[]])[] = [
  ["共受理线索611条，查结595条", "611条 611..611 条", "595条 595..595 条"],
  ["先后召开专题会60余次", "60余次 60..70 次"],
  ["一万余名党员干部坚守一线", "一万余名 10000..20000 名"],
  ["新建泵站近千座", "近千座 900..1000 座"],
  ["上百人参加", "上百人 100..inf 人"],
  ["走访企业数十家", "数十家 20..100 家"],
  ["投入3.5亿元", "3.5亿元 350000000..350000000 元"],
  ["占3成", "3成 30..30 %"],
  ["产值翻两番", "翻两番 4..4 番"],
  ["装机容量30万千瓦", "30万千瓦 300000..300000 千瓦"],
  ["提高0.5个百分点", "0.5个百分点 0.5..0.5 个百分点"],
  ["节约资金5万元", "5万元 50000..50000 元"],
  ["每组5—8名队员", "5—8名 5..8 名"],
  ["增长百分之六点八", "百分之六点八 6.8..6.8 %"],
  ["严格落实中央八项规定，“四包一推进”，进一步压实一岗双责"],
  ["国办发〔2021〕29号，拨打12345热线，第三条，一是加强领导"],
  ["2021年10月1日至7日，十四五时期，五年来"],
  ["指标\t2019\t2020\n受理线索\t2019件\t15", "2019件 2019..2019 件", "15 15..15 "],
  ["年份\t2019\t2020\n人口\t38.2万人", "38.2万人 382000..382000 人"],
  ["| 指标 | 2019 | 2020 |\n| 受理 | 1990 | 12 |", "1990 1990..1990 ", "12 12..12 "],
  ["611 leads were received by 31 October 2021", "611 611..611 "],
  ["more than 60 meetings and 39 medical staff", "more than 60 60..inf ", "39 39..39 "],
  ["the closing rate is 97.4 %", "97.4 % 97.4..97.4 %"],
  ["in the five-year plan of 2016–2021, the 19th session, the 12345 hotline"],
];

for (const [text, ...expected] of STATEMENTS) {
  test(`what is counted in: ${text}`, () => {
    const found = readQuantities(text);
    assert.deepEqual(
      found.map((it) => `${it.text} ${it.low}..${it.high} ${it.unit}`),
      expected,
    );
    for (const it of found) assert.equal(text.slice(it.start, it.end), it.text);
  });
}
