/**
 * Import from CSV, the whole path (read, validate, hash, fold, cells, tree), into SQLite, beside bare batched
 * inserts of the very same entries. Each import is a process of its own, so that its peak memory is its own.
 *
 *   node bench/import.ts [--scale 4] [--rounds 3]
 */
import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import {
  batchesOf,
  createDistrict,
  loadDemonstration,
  openDistrict,
  packWithDemonstration,
} from "../src/district/index.ts";
import { contentRequest, readCsv } from "../src/exchange/index.ts";
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

interface Run {
  readonly entries: number;
  readonly seconds: number;
  /** peak resident memory in MB */
  readonly memory: number;
}

if (process.argv[2] === "--child") await child(process.argv[3] ?? "", JSON.parse(process.argv[4] ?? "[]"));
else await main();

async function main(): Promise<void> {
  const scale = numberOption("scale", 4);
  const rounds = numberOption("rounds", 3);
  const pack = packWithDemonstration();
  await inFolder(async (folder) => {
    const files = (await loadDemonstration(pack)).writeCsv(join(folder, "csv"), scale);
    const rows = files.reduce((total, it) => total + it.rows, 0);
    console.log(`${rows.toLocaleString("en")} rows in ${files.length} CSV files, ${rounds} rounds\n`);
    const imports: Run[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const data = join(folder, `data-${round}`);
      const district = await createDistrict(data, pack);
      await district.close();
      const self = fileURLToPath(import.meta.url);
      const printed = execFileSync(process.execPath, [self, "--child", data, JSON.stringify(files)], {
        encoding: "utf8",
      });
      const run = JSON.parse(printed) as Run;
      imports.push(run);
      bare.push(run.entries / (await bareInserts(data, join(folder, `bare-${round}.sqlite`))));
    }
    const rates = imports.map((it) => it.entries / it.seconds);
    console.log(line("import, whole path", spreadOf(rates), "entries/s"));
    console.log(line("bare batched inserts of the same entries", spreadOf(bare), "entries/s"));
    console.log(line("ratio bare ÷ import", spreadOf(rates.map((it, i) => (bare[i] ?? 0) / it)), "×"));
    console.log(line("peak memory of the importing process", spreadOf(imports.map((it) => it.memory)), "MB"));
    console.log(`\n${shown(imports[0]?.entries ?? 0)} entries each`);
  });
}

async function child(data: string, files: readonly { register: string; path: string }[]): Promise<void> {
  const district = await openDistrict(data);
  let entries = 0;
  const seconds = await secondsOf(async () => {
    for (const { register, path } of files) {
      const definition = district.declarations.registers.get(register)?.definition;
      if (definition === undefined) throw new Error(`no register ${register}`);
      const rows = readCsv(definition, createReadStream(path), {
        path: [path],
        actor: "bench",
        request: contentRequest(Buffer.from("bench")),
      });
      const imported = await district.import(batchesOf(rows, path));
      if (imported.refused > 0)
        throw new Error(`${imported.refused} rows of ${path} refused: ${JSON.stringify(imported.issues[0])}`);
      entries += imported.appended;
    }
  });
  await district.close();
  // maxRSS is in kilobytes
  console.log(
    JSON.stringify({ entries, seconds, memory: process.resourceUsage().maxRSS / 1024 } satisfies Run),
  );
}

/** Seconds to insert a ledger's entries into one table, a thousand rows a durable transaction. */
async function bareInserts(data: string, file: string): Promise<number> {
  const source = new DatabaseSync(join(data, "ledger.sqlite"), { readOnly: true });
  const rows = source
    .prepare("select position, register, record, version, bytes from entry order by position")
    .all() as Record<string, string | number | Uint8Array>[];
  source.close();
  const target = new DatabaseSync(file);
  target.exec("pragma journal_mode = wal; pragma synchronous = full");
  target.exec(
    "create table entry (position integer primary key, register text, record text, version integer, bytes blob)",
  );
  const insert = target.prepare("insert into entry values (?, ?, ?, ?, ?)");
  const seconds = await secondsOf(() => {
    for (let from = 0; from < rows.length; from += 1000) {
      target.exec("begin");
      for (const { position, register, record, version, bytes } of rows.slice(from, from + 1000))
        insert.run(
          position as number,
          register as string,
          record as string,
          version as number,
          bytes as Uint8Array,
        );
      target.exec("commit");
    }
  });
  target.close();
  return seconds;
}
