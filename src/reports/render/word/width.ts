/** About how wide a text is, in Chinese characters: Latin letters and digits take half of one each. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, it) => sum + (/[\u2e80-\uffef]/.test(it) ? 1 : 0.5), 0);
}
