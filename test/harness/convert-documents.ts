/**
 * `node convert-documents.ts FONT (FROM TO)…`: LibreOffice, as WebAssembly out of npm, opens each file and writes it
 * again in the format of the other's name. A process of its own, because the library's workers outlive their use.
 */
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { createSubprocessConverter, type OutputFormat } from "@matbee/libreoffice-converter/server";

const [font = "", ...files] = process.argv.slice(2);
const converter = await createSubprocessConverter({
  wasmPath: fileURLToPath(new URL(".", import.meta.resolve("@matbee/libreoffice-converter/wasm/loader"))),
  fonts: [{ filename: basename(font), data: await readFile(font) }],
});
for (let at = 0; at < files.length; at += 2) {
  const [from = "", to = ""] = files.slice(at);
  const outputFormat = extname(to).slice(1) as OutputFormat;
  const { data } = await converter.convert(await readFile(from), { outputFormat }, basename(from));
  await writeFile(to, data);
}
await converter.destroy();
process.exit(0);
