import type { Words } from "huimou";

/** Cites an article of a law, 1 to 99: in Chinese by its numeral, as the law prints it; in English by its number. */
export function articleOf(law: Words): (number: number, zh: string, en: string) => Words {
  return (number, zh, en) => ({
    zh: `${law.zh}第${numeralOf(number)}条：${zh}`,
    en: `${law.en}, article ${number}: ${en}`,
  });
}

const digits = "〇一二三四五六七八九";

function numeralOf(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new Error(`no article ${number}`);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return `${ten}${ones === 0 ? "" : digits[ones]}`;
}
