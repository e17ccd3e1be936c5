import { erase } from "../district/index.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";

interface Options {
  readonly data: string;
  readonly reason: string;
  readonly actor: string;
}

/** `erase`: a sealed record's values and their key are destroyed, and the log says so. */
export const addErase: AddCommand = (program, { out, language }) => {
  program
    .command("erase")
    .description("销毁一条封存记录的内容和密钥，账本保持完整 · erase a sealed record; the log stays whole")
    .argument("<register>", "封存台账 · sealed register")
    .argument("<record>", "记录编号 · the record's key")
    .requiredOption(
      "--reason <text>",
      "法定理由，公开且永久保留，不得写人名 · the ground: public for ever, never a name",
    )
    .requiredOption("--actor <role>", "职务与单位 · role and unit")
    .option(...dataOption)
    .action(async (register: string, record: string, { data, reason, actor }: Options) => {
      // named by the key that the log has: what people call the record was to be erased
      const key = await withDistrict(data, (district) => {
        const { name } = registerOf(district, register);
        return erase(district, { register: name, record, reason, actor });
      });
      out(language === "zh" ? `已销毁 ${register} ${key}\n` : `erased ${register} ${key}\n`);
    });
};
