import { registerEntries } from "../district/index.ts";
import { actionLines, actionOfEntry, csvOf, entryTable } from "../exchange/index.ts";
import { IssueError, issue } from "../issue/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";

export const addExport: AddCommand = (program, { out }) => {
  program
    .command("export")
    .description("导出一本台账的条目，可原样导回 · export a register's entries, as import reads them")
    .argument("<register>", "台账 · register")
    .option("--json", "逐行 JSON，供 append 读 · JSON lines, as append reads them")
    .option("--words <language>", "表头和选项用 zh 或 en 的名称 · headers and choices in words: zh or en")
    .option("--bom", "带字节序标记，供 Excel 打开 · with a byte order mark, for Excel")
    .option(...dataOption)
    .action(async (name: string, options: { data: string; json?: true; words?: "zh" | "en"; bom?: true }) => {
      await withDistrict(options.data, async (district) => {
        const register = district.declarations.registers.get(name)?.definition;
        if (register === undefined) {
          const known = [...district.declarations.registers.keys()].join(", ");
          throw new IssueError([issue("registers.register-unknown", [], { register: name, known })]);
        }
        const actions = async function* () {
          for await (const { told, key } of registerEntries(district, name)) {
            const action = actionOfEntry(told, key);
            if (action !== null) yield action;
          }
        };
        if (options.json) for await (const line of actionLines(actions())) out(line);
        else
          for await (const piece of csvOf(entryTable(register, actions(), options.words), {
            bom: options.bom === true,
          }))
            out(piece);
      });
    });
};
