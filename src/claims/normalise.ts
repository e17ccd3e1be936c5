/**
 * The text with full-width digits, letters and marks in half width, each end of a line as \n, and with every offset
 * as it was: one UTF-16 unit gives one. A full-width comma between half-width digits stays: 12，345 is two numbers, 12,345 is one.
 *
 * @example normalise("增长６．８％") // "增长6.8%"
 */
export function normalise(text: string): string {
  return text.replace(FULL_WIDTH, (character, offset: number) => {
    if (character === "　") return " ";
    if (character === "\r") return "\n";
    if (character === "∶") return ":";
    if (character === "，" && isDigit(text, offset - 1) && isDigit(text, offset + 1)) return character;
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

const FULL_WIDTH = /[！-～　∶\r]/g;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
