/**
 * A process that appends to a district's ledger beside others: `writer.ts DIRECTORY NAME COUNT`, the database's
 * address in DATABASE_URL. Each round opens a record of its own, and amends one that all writers amend, with the
 * version that it saw last; it goes on until it was first COUNT times. Says what it was acknowledged, a line each.
 */
import { writeSync } from "node:fs";
import { openDistrict } from "../../src/district/index.ts";

const [directory = "", name = "", count = "0"] = process.argv.slice(2);
const district = await openDistrict(directory, { databaseUrl: process.env.DATABASE_URL });
const say = (line: Record<string, unknown>) => writeSync(1, `${JSON.stringify(line)}\n`);

const facts = { register: "work", at: "2020-03-01", actor: `经办/${name}` } as const;
let seen = 1;
for (let won = 0, round = 0; won < Number(count); round++) {
  const own = `W${name}${String(round).padStart(4, "0")}`;
  const fields = { village: "999900100201", kind: "road", planned: "1.00", start: "2020-03-01" };
  const opened = await district.append([{ ...facts, kind: "open", record: own, fields, request: own }]);
  for (const it of opened.outcomes) say(it.issues === undefined ? it : { refused: it.issues[0]?.code });
  const amended = await district.append([
    {
      ...facts,
      kind: "amend",
      record: "W0001",
      version: seen,
      reason: "轮流更正",
      fields: { note: `${name} ${round}` },
    },
  ]);
  const [outcome] = amended.outcomes;
  if (outcome?.issues === undefined) {
    won += 1;
    seen = outcome?.version ?? 0;
    say({ record: "W0001", version: seen, note: `${name} ${round}` });
  } else {
    const [issue] = outcome.issues;
    say({ refused: issue?.code });
    seen = Number(issue?.params.version);
  }
}
await district.close();
