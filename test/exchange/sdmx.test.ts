import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText, sdmxTable } from "../../src/exchange/index.ts";
import { defineIndicator, type Observation } from "../../src/indicators/index.ts";

const words = { zh: "许可", en: "Permits" };
const permits = defineIndicator({
  id: "permit.granted-to-date",
  title: words,
  definition: words,
  unit: "item",
  basis: words,
  owner: words,
  frequency: "year",
  source: words,
  register: "permit",
  measure: { count: true },
  nature: "flow",
  date: { field: "granted" },
});

const base = { indicator: permits.id, area: "999901000000", breakdown: {} };

function lines(observations: readonly Observation[]): string[] {
  const flow = { agency: "CN999901", id: "OBSERVATIONS", version: "3.0.0" };
  return csvText(sdmxTable(observations, new Map([[permits.id, permits]]), flow))
    .trimEnd()
    .split("\r\n");
}

test("observations stand in SDMX-CSV with structure, dimensions, value and status", () => {
  const [head, ...rows] = lines([
    { ...base, period: "2020", value: "12" },
    { ...base, period: "2018..2021", value: "40", breakdown: { "paid-by": "town" } },
    { ...base, period: "2020-03", value: null, missing: "suppressed" },
    { ...base, period: "2016-10..2021-10", value: "7", basis: "current", status: "provisional" },
    { ...base, period: "2019", value: null, missing: "series-break" },
  ]);
  assert.equal(
    head,
    "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,PAID-BY,BASIS,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,DECIMALS,OBS_STATUS,CONF_STATUS",
  );
  const start = "DATAFLOW,CN999901:OBSERVATIONS(3.0.0),I,permit_granted-to-date,999901000000";
  assert.deepEqual(rows, [
    `${start},_T,own,2020,12,item,0,A,F`,
    `${start},town,own,2018-01-01/P4Y,40,item,0,A,F`,
    `${start},_T,own,2020-03,,item,0,Q,C`,
    `${start},_T,current,2016-10-01/P61M,7,item,0,P,F`,
    `${start},_T,own,2019,,item,0,B,F`,
  ]);
});
