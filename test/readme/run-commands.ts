import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Code } from "mdast";
import { root } from "../architecture/source.ts";
import { commandsIn } from "../docs/commands.ts";
import type { Document } from "../docs/documents.ts";
import { type Ended, run } from "../docs/huimou.ts";

/** A command of a document that was run, and how it ended. */
export interface Ran {
  readonly command: string;
  readonly code: number;
  readonly wanted: number;
  readonly shown: string;
}

/** A block of commands that was run, and what the document says that a terminal shows then, if it says so. */
export interface RanBlock {
  readonly ran: readonly Ran[];
  readonly shows: Code | undefined;
}

/** Where commands are run. */
export interface Setting {
  readonly checkout: string;
  readonly env: Readonly<Record<string, string>>;
  /** values of variables that a document sets to what is no real one */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Runs a document's commands one after the other, as somebody types them, in a folder that looks like a fresh
 * checkout. A block named for a file, such as ```text report.docx, is written there first.
 */
export async function runCommands(
  { tree }: Document,
  { checkout, env, instead = {} }: Setting,
): Promise<RanBlock[]> {
  const done: RanBlock[] = [];
  const setting: Record<string, string> = { ...env };
  for (const [place, node] of tree.children.entries()) {
    if (node.type !== "code") continue;
    if (node.meta) await writeFile(join(checkout, node.meta), contentOf(node));
    if (node.lang !== "sh") continue;
    const ran: Ran[] = [];
    for (const { command, code: wanted } of commandsIn(node)) {
      const typed = asRun(command);
      if (typed === null) continue;
      const [, name, value] = /^(?:export )?(\w+)=(\S*)$/.exec(typed) ?? [];
      if (name !== undefined) {
        setting[name] = instead[name] ?? value ?? "";
        continue;
      }
      const { code, shown }: Ended = await run("sh", ["-c", typed], setting, "", checkout);
      ran.push({ command, code, wanted, shown: withoutServing(shown) });
    }
    const after = tree.children[place + 1];
    done.push({
      ran,
      shows: after?.type === "code" && after.lang === "text" && !after.meta ? after : undefined,
    });
  }
  return done;
}

/**
 * What is run for a command: without what installs or tests the package, which is what is going on here; without
 * the server that would wait for a key; null for what is left to other programs than a bare machine has.
 */
function asRun(command: string): string | null {
  if (/^(openssl|curl) /.test(command) || command === "npm ci && npm test") return null;
  if (command === "npm ci && npm run demo") return "npm run --silent demo -- --no-serve";
  return command;
}

/** Without the words that stand in place of a site that is served. */
function withoutServing(shown: string): string {
  return shown.replaceAll(/^.*npx huimou serve .*\n/gm, "");
}

/** Makes a folder that has what a checkout has, and nothing that was made in one; takes it away after the work. */
export async function inCheckout<T>(work: (checkout: string) => Promise<T>): Promise<T> {
  const checkout = await mkdtemp(join(tmpdir(), "huimou-checkout-"));
  try {
    for (const name of ["package.json", "src", "districts", "docs"])
      await symlink(join(root, name), join(checkout, name));
    // npx finds the package's own command, as it does where the package is
    await mkdir(join(checkout, "node_modules", ".bin"), { recursive: true });
    await symlink(join(root, "src/cli/main.ts"), join(checkout, "node_modules/.bin/huimou"));
    await symlink(process.execPath, join(checkout, "node_modules/.bin/node"));
    return await work(checkout);
  } finally {
    await rm(checkout, { recursive: true });
  }
}

/** A shown text without what differs from run to run: times, keys and hashes. */
export function masked(text: string): string {
  return text
    .replaceAll(/\d+\.\d (s|秒)(?![\w])/g, "0.0 $1")
    .replaceAll(/\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43}=?/g, "+…")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "…")
    .trimEnd();
}

/**
 * The same without what differs from one state of the demonstration to the next: how much there is of everything, and
 * where in the report a sentence stands.
 */
export function form(text: string): string {
  return masked(text)
    .replaceAll(/^(✓ |published in |发布目录 | {2}\S).*$/gm, (line) =>
      line.replaceAll(/\d[\d,]*/g, "0").replaceAll(/ {2,}/g, "  "),
    )
    .replaceAll(/(?<=\.md:)\d+:\d+(?=:)/g, "0:0");
}

/** Whether a text is what a block shows, by their forms: a line of the block that is `…` stands for any lines. */
export function showsSame(shown: string, block: string, formOf = form): boolean {
  const lines = formOf(block)
    .split("\n")
    .map((it) => (it === "…" ? "(?:.*\\n)*?" : `${escaped(it)}\\n`));
  return new RegExp(`^${lines.join("")}$`).test(`${formOf(shown)}\n`);
}

/** Puts what was shown into a document in place of what it says. Blocks that leave lines out stay as they are. */
export async function accept({ file }: Document, blocks: readonly RanBlock[]): Promise<void> {
  let text = await readFile(join(root, file), "utf8");
  for (const { ran, shows } of [...blocks].reverse()) {
    const at = shows?.position;
    if (at === undefined || /^…$/m.test(shows?.value ?? "")) continue;
    const shown = ran
      .map((it) => it.shown)
      .join("")
      .trimEnd();
    text = `${text.slice(0, at.start.offset)}\`\`\`text\n${shown}\n\`\`\`${text.slice(at.end.offset)}`;
  }
  await writeFile(join(root, file), text);
}

function contentOf({ meta, value }: Code): string | Uint8Array {
  if (!meta?.endsWith(".docx")) return `${value}\n`;
  const paragraphs = value.split("\n").map((it) => `<w:p><w:r><w:t>${it}</w:t></w:r></w:p>`);
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const xml = `<w:document xmlns:w="${space}"><w:body>${paragraphs.join("")}</w:body></w:document>`;
  return zipSync({ "word/document.xml": strToU8(xml) });
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
