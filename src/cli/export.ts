import { Option } from "commander";
import { registerEntries } from "../district/index.ts";
import { actionLines, actionOfEntry, csvOf, entryTable } from "../exchange/index.ts";
import type { Language } from "../issue/index.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";
import { noteSealedEntries } from "./for-staff.ts";

interface Options {
  readonly data: string;
  readonly json?: true;
  readonly words?: Language;
  readonly bom?: true;
}

const inWords = new Option(
  "--words <language>",
  "表头和选项用中文或英文的名称 · headers and choices in the words of a language",
).choices(["zh", "en"]);

const asJson = new Option("--json", "逐行 JSON，供 append 读 · JSON lines, as append reads them").conflicts([
  "words",
  "bom",
]);

/** `export`: a register's entries, as `import` or `append` reads them. */
export const addExport: AddCommand = (program, output) => {
  program
    .command("export")
    .description("导出一本台账的条目，可原样导回 · export a register's entries, as import reads them")
    .argument("<register>", "台账 · register")
    .addOption(asJson)
    .addOption(inWords)
    .option("--bom", "带字节序标记，供 Excel 打开 · with a byte order mark, for Excel")
    .option(...dataOption)
    .action(async (name: string, { data, json, words, bom }: Options) => {
      await withDistrict(data, async (district) => {
        const register = registerOf(district, name);
        const actions = async function* () {
          for await (const { told, key } of registerEntries(district, name)) {
            const action = key === undefined ? null : actionOfEntry(told, key);
            if (action !== null) yield action;
          }
        };
        noteSealedEntries(output, district, name);
        await output.stream(
          json
            ? actionLines(actions())
            : csvOf(entryTable(register, actions(), words), { bom: bom === true }),
        );
      });
    });
};
