import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { IssueError, type Language, lineOf } from "../../issue/index.ts";
import { parseVerifierKey } from "../../ledger/verify/index.ts";
import { checkFigures } from "../check/check-figures.ts";
import { checkRelease, type ReleaseCheck, type Step } from "../check/check-release.ts";
import { remembered, Unreadable } from "../check/source.ts";
import { megabytes, stepResults, wordsIn } from "../check/steps.ts";
import { filesAt, filesIn, isAddress } from "./release-files.ts";

/**
 * The one file that checks a release on plain Node: `node verify.mjs PLACE [--key VKEY] [--since FILE] [--json]`.
 * Ends with 0 where everything matches, with 1 where something does not or cannot be read, with 2 where it was
 * called in a way that makes no sense.
 */
const { env, stdout, stderr } = process;
const locale = env.HUIMOU_LANGUAGE ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "";
const language: Language = locale.startsWith("en") ? "en" : "zh";
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  if (globalThis.crypto?.subtle === undefined || !("isWellFormed" in String.prototype))
    return complain(2, wordsIn(language, "fileNode", { version: process.version }));
  const options = optionsOf(args);
  if (typeof options === "string") return complain(2, options, wordsIn(language, "fileUsage"));
  const { place, key, since, json } = options;
  try {
    if (key !== undefined) await parseVerifierKey(key, ["--key"]);
  } catch (error) {
    if (error instanceof IssueError) return complain(2, ...error.issues.map((it) => lineOf(it, language)));
    throw error;
  }
  try {
    const found = await checkRelease({
      ...remembered(isAddress(place) ? filesAt(place) : filesIn(place)),
      files: "all",
      figures: checkFigures,
      ...(key !== undefined && { verifierKey: key }),
      ...(since !== undefined && { since: await bytesOf(since) }),
      progress,
    });
    clearLine();
    stdout.write(json ? `${JSON.stringify(found)}\n` : report(found, key !== undefined));
    return found.issue === null ? 0 : complain(1, lineOf(found.issue, language));
  } catch (error) {
    clearLine();
    if (!(error instanceof Unreadable)) throw error;
    const { path, message: reason } = error;
    return complain(1, wordsIn(language, "checkUnreachable", { path, reason }));
  }
}

interface Options {
  readonly place: string;
  readonly key?: string | undefined;
  readonly since?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What was asked for, or what makes no sense of it. */
function optionsOf(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: "string" }, since: { type: "string" }, json: { type: "boolean" } },
    });
    const [place, ...others] = positionals;
    return place === undefined || others.length > 0 ? "" : { place, ...values };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/** The checkpoint that the reader kept. Throws {@link Unreadable}. */
async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(
    await readFile(file).catch((error: Error) => {
      throw new Unreadable(file, error.message);
    }),
  );
}

/** Each step with its sign; then which key was believed, and how it ends. */
function report(found: ReleaseCheck, given: boolean): string {
  const signs = { holds: "✓", fails: "✗", unreached: "·", left: "·" };
  const outcomes = {
    holds: "",
    fails: wordsIn(language, "checkStepFails"),
    unreached: wordsIn(language, "checkStepUnreached"),
    left: wordsIn(language, "checkStepLeft"),
  };
  const colon = language === "zh" ? "：" : ": ";
  const lines = stepResults(found, language).map(
    (it) => `${signs[it.outcome]} ${it.title}${colon}${outcomes[it.outcome]}${it.found}`,
  );
  if (found.verifierKey !== "")
    lines.push(wordsIn(language, given ? "checkKeyGiven" : "checkKeyBelieved", { key: found.verifierKey }));
  if (found.issue === null) lines.push(wordsIn(language, "checkHolds"));
  return lines.map((it) => `${it}\n`).join("");
}

function complain(code: number, ...lines: readonly string[]): number {
  stderr.write(
    lines
      .filter((it) => it !== "")
      .map((it) => `${it}\n`)
      .join(""),
  );
  return code;
}

/** How far it is, in one line that is written over; where nobody watches, nothing. */
function progress(step: Step, done: number, of: number): void {
  if (!stderr.isTTY) return;
  const text = step === "files" ? `${megabytes(done)} / ${megabytes(of)} MB` : `${done} / ${of}`;
  stderr.write(`\r\u001b[K${wordsIn(language, `step_${step}`)} ${text}`);
}

function clearLine(): void {
  if (stderr.isTTY) stderr.write("\r\u001b[K");
}
