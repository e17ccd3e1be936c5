import { type AddCommand, dataOption, withDistrict } from "./command.ts";

/** `define`: puts the pack as it stands now in force, on record. */
export const addDefine: AddCommand = (program, { out, language }) => {
  program
    .command("define")
    .description("使地区包的改动生效，记入账本 · put the pack's changed declarations in force, on record")
    .requiredOption("--reason <text>", "为何改动 · why they change")
    .requiredOption("--actor <role>", "职务与单位 · role and unit")
    .option(...dataOption)
    .action(async ({ data, reason, actor }: { data: string; reason: string; actor: string }) => {
      const changed = await withDistrict(data, (district) => district.define(reason, actor));
      out(`${said(changed)[language]}\n`);
    });
};

function said(changed: number) {
  if (changed === 0) return { zh: "地区包没有改动", en: "nothing changed in the pack" };
  return {
    zh: `${changed} 项定义有变，已生效`,
    en: `${changed} ${changed === 1 ? "declaration" : "declarations"} changed and took effect`,
  };
}
