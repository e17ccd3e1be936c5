/**
 * A text as search compares it: full-width forms and capitals made plain, accents and apostrophes gone, whatever is
 * neither letter nor digit a space. `Ping’an Town（北）` becomes `pingan town 北`.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|['’‘ʼ`]/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** A folded text in pieces of one script: words of letters and digits, and runs of Han. */
export function pieces(text: string): readonly string[] {
  return text.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
}

/** Whether a piece is a run of Han. */
export function isHan(piece: string): boolean {
  return /^\p{Script=Han}/u.test(piece);
}
