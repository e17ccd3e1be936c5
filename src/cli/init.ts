import { createDistrict } from "../district/index.ts";
import { type AddCommand, databaseUrl, dataOption } from "./command.ts";

/** `init`: a pack's ledger, with its keys and its declarations as the first entries. */
export const addInit: AddCommand = (program, { out, language }) => {
  program
    .command("init")
    .description("为一个地区包建账 · create a pack's ledger; refuses a directory that holds one")
    .argument("<pack>", "地区包目录 · the pack's directory")
    .option(...dataOption)
    .option("--json", "输出 JSON · print JSON")
    .action(async (pack: string, options: { data: string; json?: true }) => {
      const district = await createDistrict(options.data, pack, { databaseUrl: databaseUrl() });
      const { size } = await district.ledger.head();
      const { origin } = district.ledger;
      const { verifierKey } = district.keys;
      await district.close();
      if (options.json)
        return out(`${JSON.stringify({ district: district.code, origin, verifierKey, entries: size })}\n`);
      const { name } = district.declarations.pack.district;
      out(
        language === "zh"
          ? `已为${name.zh}（${district.code}）建账：${options.data}，${size} 项定义生效\n核验公钥（请公布并另行保存）：${verifierKey}\n`
          : `Created the ledger of ${name.en} (${district.code}) in ${options.data}: ${size} declarations in force\nVerifier key (publish it, and keep a copy elsewhere): ${verifierKey}\n`,
      );
    });
};
