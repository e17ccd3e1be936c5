import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { citationTag, figureTag, readTag } from "../../src/reports/index.ts";
import { titleLines } from "../../src/reports/render/word/title.ts";
import { widthOf } from "../../src/reports/render/word/width.ts";
import { seed } from "../seed.ts";

const name = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((it) => !["area", "basis", "__proto__"].includes(it));

test(`whatever a figure is bound to, its tag says, and is read back as it was (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z][a-z.-]{0,20}$/),
      fc.constantFrom("2020", "2020-03", "2018..2021", "2016-10..2021-10"),
      fc.constantFrom("999900", "999901"),
      fc.dictionary(name, name, { maxKeys: 3, noNullPrototype: true }),
      fc.boolean(),
      (indicator, period, area, breakdown, current) => {
        const observation = {
          indicator,
          period,
          area,
          breakdown,
          value: "1",
          ...(current && { basis: "current" as const }),
        };
        assert.deepEqual(readTag(figureTag(observation, "999900")), {
          kind: "figure",
          query: {
            indicator,
            period,
            where: breakdown,
            ...(area !== "999900" && { area }),
            ...(current && { basis: "current" }),
          },
        });
      },
    ),
    { seed },
  );
});

test(`a citation's tag is read back; a tag of somebody else's is none (seed ${seed})`, () => {
  fc.assert(
    fc.property(name, (document) => {
      assert.deepEqual(readTag(citationTag(document)), { kind: "citation", document });
    }),
    { seed },
  );
  for (const tag of ["", "fig", "fig a", "Tag1", "goog_rdk_0", "figure a b"])
    assert.equal(readTag(tag), null, tag);
});

test(`a long title is cut between words, into no more lines than it needs (seed ${seed})`, () => {
  assert.deepEqual(titleLines("云岭区五年成绩单"), ["云岭区五年成绩单"]);
  assert.deepEqual(titleLines("Yunling: five years in figures"), ["Yunling: five years in figures"]);
  const lines = titleLines("云岭区人民政府关于2017年至2021年民生工程完成情况的报告");
  assert.deepEqual(lines.length, 2);
  fc.assert(
    fc.property(fc.stringMatching(/^[民生工程完成情况报告a-z ]{1,90}$/), (title) => {
      const lines = titleLines(title);
      assert.equal(lines.join("").replaceAll(" ", ""), title.replaceAll(" ", ""));
      assert.ok(lines.length <= Math.ceil(widthOf(title) / 20) || widthOf(title) <= 20);
    }),
    { seed },
  );
});
