import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Language, refuse } from "../issue/index.ts";
import { type Edition, rendererWith, wordReports } from "../site/index.ts";

interface Options {
  readonly data: string;
  readonly docx?: string | true;
  readonly font?: readonly string[];
}

/**
 * What writes the reports of an edition as Word documents and tells their files; null where nobody asked for any. The
 * fonts are looked for and the folder is made here already. Raises an `IssueError` where there is no font with Chinese
 * characters.
 */
export async function wordDocuments({
  docx,
  font,
  data,
}: Options): Promise<((edition: Edition) => Promise<readonly string[]>) | null> {
  if (docx === undefined) return null;
  const folder = docx === true ? join(data, "word") : docx;
  const render = await rendererWith(font);
  await mkdir(folder, { recursive: true });
  return async (edition) => {
    refuseWithoutReports(edition.reports);
    const files = wordReports(edition, render).map(({ path, bytes }) => ({
      file: join(folder, path),
      bytes,
    }));
    for (const { file, bytes } of files) await writeFile(file, bytes);
    return files.map(({ file }) => file);
  };
}

/** Raises an `IssueError` where there is nothing to write. */
export function refuseWithoutReports(reports: readonly unknown[] | undefined): void {
  if ((reports ?? []).length === 0) refuse("release.no-report", []);
}

/** Where the documents are, a line for each. */
export function documentLines(documents: readonly string[], language: Language): string {
  return documents
    .map((it) => (language === "zh" ? `Word 文档：${it}\n` : `Word document: ${it}\n`))
    .join("");
}
