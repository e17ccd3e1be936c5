import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A font with Chinese characters, each as wide as it is high, out of npm: the machine's own may have none. */
export const chineseFont = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf"),
);

/**
 * Has a real LibreOffice open files and write them in the formats that the other names end in. It starts slowly: give
 * it all of a test file's documents at once.
 */
export async function converted(files: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const program = join(import.meta.dirname, "convert-documents.ts");
  await promisify(execFile)(process.execPath, [program, chineseFont, ...files.flat()]);
}
