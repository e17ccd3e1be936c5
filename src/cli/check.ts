import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import stringWidth from "string-width";
import {
  type Bound,
  type Check,
  type CheckOptions,
  cellAt,
  type ObservationIndex,
  observationIndex,
  type ProseDocument,
  paragraphAt,
  periodsOf,
  readDocument,
  readText,
  renderPage,
  renderTerminal,
  type TerminalOptions,
} from "../claims/index.ts";
import { hasSettings } from "../district/index.ts";
import { IssueError, refuse } from "../issue/index.ts";
import { areasOfTags, boundTexts, holdBoundTexts } from "../reports/index.ts";
import { type AddCommand, withDistrict } from "./command.ts";
import { UsageError } from "./command-line.ts";
import { indexOf, observing } from "./observation-index.ts";

interface Options {
  readonly against?: string;
  readonly html?: string;
  readonly json?: true;
}

/** `check FILE`: the figures of a document, what does not agree, and what has no figure. Needs no ledger. */
export const addCheck: AddCommand = (program, output, exit) => {
  program
    .command("check")
    .description("检查文稿里的数字 · check the figures of a document")
    .argument("<file>", ".txt、.md 或 .docx · .txt, .md or .docx")
    .option(
      "--against <data>",
      "与账本的数据目录或观测数据（JSON）核对 · hold it against a data directory or observations (JSON)",
    )
    .option("--html <file>", "写成一个网页 · write one page")
    .option("--json", "输出 JSON · print JSON")
    .action(async (file: string, { against, html, json }: Options) => {
      const { document, observations, bound } = await asUsage(async () => {
        const document = await readDocument(file);
        return {
          document,
          ...(await recordsFrom(against, document)),
        };
      });
      const options: CheckOptions = {
        language: output.language,
        bound,
        tables: document.tables,
        ...(observations && { observations }),
      };
      const reading = readText(document.text, options);
      const { check } = reading;
      if (html !== undefined) {
        const page = renderPage(document, reading, {
          language: output.language,
          name: basename(file),
          titleOf: titles(observations),
        });
        await writeFile(html, page);
      }
      if (json) output.out(`${JSON.stringify(withPlaces(check, document), null, 2)}\n`);
      else
        output.out(
          renderTerminal(document, check, {
            language: output.language,
            ...terminal(),
            titleOf: titles(observations),
          }),
        );
      if (check.findings.some((finding) => finding.verdict === "inconsistent")) exit(1);
    });
};

/** A file that cannot be read is bad usage: exit code 2. */
async function asUsage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IssueError) throw new UsageError(error.issues);
    throw error;
  }
}

/** What to hold a document against, and what its controls say that its figures are taken from. */
interface Records {
  readonly observations: ObservationIndex | null;
  readonly bound: readonly Bound[];
}

/** The records of a ledger, or what a JSON file of observations holds, which knows nothing of definitions. */
async function recordsFrom(place: string | undefined, document: ProseDocument): Promise<Records> {
  const { text, controls } = document;
  if (place === undefined) return { observations: null, bound: boundTexts(text, controls) };
  if (!hasSettings(place)) return { observations: await indexFrom(place), bound: boundTexts(text, controls) };
  return withDistrict(place, async (district) => {
    const observations = await indexOf(district, text, periodsOf(text));
    if (controls.length === 0) return { observations, bound: [] };
    const observe = await observing(district, areasOfTags(controls.map(({ tag }) => tag)));
    return {
      observations,
      bound: await holdBoundTexts(district.declarations, text, controls, observe),
    };
  });
}

/** What a JSON file of observations holds. */
async function indexFrom(place: string): Promise<ObservationIndex> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(place, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return malformed(place, "JSON");
    const { code } = error as NodeJS.ErrnoException;
    // a folder without a ledger in it
    if (code === "EISDIR") return refuse("district.missing", [], { directory: place });
    return refuse("claims.document-unreadable", [place], { reason: code ?? String(error) });
  }
  const index = observationIndex(data);
  return "wrong" in index ? malformed(place, index.wrong) : index;
}

function malformed(file: string, member: string): never {
  return refuse("claims.observations-malformed", [file], { member });
}

/** What the indicators of an index are called. */
function titles(index: ObservationIndex | null): (id: string) => string {
  const names = new Map(index?.indicators.map(({ id, names: [title = id] }) => [id, title]));
  return (id) => names.get(id) ?? id;
}

/** What stands in a table has its table, row and column; all of a .docx the number of its paragraph, too. */
function withPlaces(check: Check, document: ProseDocument): unknown {
  const { numbered, tables } = document;
  const paragraph = (offset: number) => (numbered ? { paragraph: paragraphAt(document, offset) } : {});
  const cell = (offset: number) => {
    const cell = cellAt(tables, offset);
    return cell && { cell };
  };
  return {
    ...check,
    quantities: check.quantities.map((it) => ({ ...it, ...paragraph(it.start), ...cell(it.start) })),
    findings: check.findings.map((it) => {
      const cells = it.spans.map(([start]) => cellAt(tables, start));
      return {
        ...it,
        ...(numbered && { paragraphs: it.spans.map(([start]) => paragraphAt(document, start)) }),
        ...(cells.some((cell) => cell !== null) && { cells }),
      };
    }),
    vague: check.vague.map((it) => ({ ...it, ...paragraph(it.start) })),
    ...(check.bound && { bound: check.bound.map((it) => ({ ...it, ...paragraph(it.start) })) }),
  };
}

/** How wide standard output is and whether it takes colour (no-color.org). Text that is no terminal's is 100 wide. */
function terminal(): Pick<TerminalOptions, "color" | "width" | "columnsOf"> {
  const { isTTY, columns } = process.stdout;
  return {
    color: isTTY === true && !process.env.NO_COLOR,
    width: isTTY === true ? columns : 100,
    columnsOf: stringWidth,
  };
}
