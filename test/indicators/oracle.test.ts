import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import pg from "pg";
import { type District, registerEntries } from "../../src/district/index.ts";
import { actionOfEntry } from "../../src/exchange/index.ts";
import { compilePack, readQuery } from "../../src/indicators/index.ts";
import { Decimal } from "../../src/quantity/index.ts";
import { inSqliteDistrict } from "../district/made-up-district.ts";
import { postgresUrl } from "../environment.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

/** What an export holds, as a statistician would load it; and each record as it came to stand, by plain SQL. */
const tables = `
  create temporary table exported (
    register text, record text, version int, kind text, at date, state text, fields jsonb);
  create temporary view value_given as
    select register, record, version, at, key, nullif(value, 'null') as value
    from exported, jsonb_each(fields);
  create temporary view alive as
    select register, record from exported group by 1, 2 having not bool_or(kind = 'void');
  create temporary view last_value as
    select distinct on (register, record, key) register, record, key, value #>> '{}' as value
    from value_given order by register, record, key, version desc;
  create temporary view field as
    select a.register, a.record, v.key, v.value from alive a join last_value v using (register, record)
    where v.value is not null;
  create temporary view moved as
    select register, record, version, at, state from exported where kind in ('open', 'advance');
  create temporary view state_now as
    select distinct on (register, record) register, record, state, at from moved
    order by register, record, version desc;
  create temporary table village (code text primary key, township text);
`;

/** Flows: what happened, by year and township of the record's last known area. `{place}`: its field. */
const flow = (date: string, place: string, measure: string, where = "true") => `
  select extract(year from ${date})::int as year, coalesce(v.township, p.value) as township, ${measure}::text as value
  from alive a
  join field p on (p.register, p.record, p.key) = (a.register, a.record, '${place}')
  left join village v on v.code = p.value
  join state_now s on (s.register, s.record) = (a.register, a.record)
  ${where} group by 1, 2`;
const of = (key: string, alias: string, kind = "join") =>
  `${kind} field ${alias} on (${alias}.register, ${alias}.record, ${alias}.key) = (a.register, a.record, '${key}')`;

/** Stocks: how many records were in a state when a month ended, by what was then known to hold on that day. */
const stock = (register: string, place: string, measure: string, states: string) => `
  with then_moved as (
    select distinct on (record) record, state from moved
    where register = '${register}' and at <= $1 order by record, version desc),
  then_known as (
    select distinct on (record, key) record, key, value #>> '{}' as value from value_given
    where register = '${register}' and at <= $1 order by record, key, version desc)
  select coalesce(v.township, p.value) as township, ${measure}::text as value
  from alive a join then_moved s using (record)
  join then_known p on (p.record, p.key) = (a.record, '${place}')
  left join then_known m on (m.record, m.key) = (a.record, 'members')
  left join village v on v.code = p.value
  where a.register = '${register}' and s.state in (${states}) group by 1`;

/** What happened on each entering of a state, by the area that was then known to be the record's. */
const each = (register: string, place: string, state: string) => `
  select extract(year from m.at)::int as year, coalesce(v.township, p.value) as township, count(*)::text as value
  from alive a
  join moved m using (register, record)
  cross join lateral (
    select value #>> '{}' as value from value_given g
    where (g.register, g.record, g.key) = (a.register, a.record, '${place}') and g.at <= m.at
    order by version desc limit 1) p
  left join village v on v.code = p.value
  where a.register = '${register}' and m.state = '${state}' group by 1, 2`;

const flows = {
  "work.planned": flow(
    "d.value::date",
    "village",
    "count(*)",
    `${of("start", "d")} where a.register = 'work'`,
  ),
  "work.accepted": flow("s.at", "village", "count(*)", "where a.register = 'work' and s.state = 'accepted'"),
  "work.paid": flow(
    "d.value::date",
    "village",
    "coalesce(sum(m.value::numeric), 0)",
    `${of("start", "d")} ${of("paid", "m", "left join")} where a.register = 'work'`,
  ),
  "work.investment": flow(
    "d.value::date",
    "village",
    "sum(m.value::numeric)",
    `${of("start", "d")} ${of("planned", "m")} where a.register = 'work'`,
  ),
  "visit.large": flow(
    "d.value::date",
    "village",
    "count(*)",
    `${of("day", "d")} ${of("persons", "m")} where a.register = 'visit' and m.value::int between 3 and 50`,
  ),
  "work.acceptances": each("work", "village", "accepted"),
  "work.days": flow(
    "s.at",
    "village",
    "sum(s.at - b.at)",
    `join lateral (
      select at from moved b where (b.register, b.record) = (a.register, a.record) and b.state = 'started'
      order by version desc limit 1) b on true
    where a.register = 'work' and s.state = 'accepted'`,
  ),
  "care.applied": flow("d.value::date", "home", "count(*)", `${of("since", "d")} where a.register = 'care'`),
};

const stocks = {
  "work.under-way": stock("work", "village", "count(*)", "'started'"),
  "care.members": stock("care", "home", "sum(m.value::numeric)", "'paying'"),
};

const declarations = compilePack(wide);
const townships = declarations.areas.ofLevel("township").map((it) => it.code);
const years = [2019, 2020, 2021];

async function exportTo(client: pg.Client, district: District): Promise<void> {
  await client.query("truncate exported");
  for (const register of ["work", "visit", "care"])
    for await (const { told, key } of registerEntries(district, register)) {
      const action = actionOfEntry(told, key);
      assert.ok(action !== null);
      const initial = district.declarations.registers.get(register)?.definition.lifecycle.initial;
      await client.query("insert into exported values ($1, $2, $3, $4, $5, $6, $7)", [
        register,
        action.record,
        told.entry.version,
        action.kind,
        action.at,
        action.kind === "advance" ? action.to : initial,
        action.kind === "void" ? {} : (action.fields ?? {}),
      ]);
    }
}

async function observed(
  district: District,
  indicator: string,
  area: string,
  period: string,
): Promise<string> {
  const { query } = readQuery(district.declarations, { indicator, area, period }, []);
  assert.ok(query !== null);
  return String((await district.observations(query))[0]?.value);
}

test(`counts and sums are what plain SQL counts over an export of the registers (seed ${seed})`, async () => {
  const client = new pg.Client(await postgresUrl());
  await client.connect();
  try {
    await client.query(tables);
    for (const { code, parent, level } of declarations.pack.areas)
      if (level === "village") await client.query("insert into village values ($1, $2)", [code, parent]);
    await fc.assert(
      fc.asyncProperty(sequences(declarations, { minLength: 80, maxLength: 160 }), (actions) =>
        inSqliteDistrict(async ({ district }) => {
          await district.append(actions, { acceptGood: true });
          await exportTo(client, district);
          for (const [indicator, sql] of Object.entries(flows)) {
            const { rows } = await client.query<{ year: number; township: string; value: string }>(sql);
            for (const year of years)
              for (const township of townships) {
                const row = rows.find((it) => it.year === year && it.township === township);
                assert.equal(
                  await observed(district, indicator, township, String(year)),
                  Decimal.of(row?.value ?? "0").toString(),
                  `${indicator} ${township} ${year}`,
                );
              }
          }
          for (const [indicator, sql] of Object.entries(stocks))
            for (const year of years) {
              const { rows } = await client.query<{ township: string; value: string }>(sql, [
                `${year}-12-31`,
              ]);
              for (const township of townships)
                assert.equal(
                  await observed(district, indicator, township, String(year)),
                  Decimal.of(rows.find((it) => it.township === township)?.value ?? "0").toString(),
                  `${indicator} ${township} ${year}`,
                );
            }
        }),
      ),
      { numRuns: 12, seed, endOnFailure: true },
    );
  } finally {
    await client.end();
  }
});
