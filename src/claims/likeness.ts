/**
 * How like the words of a claim and the names of what it may be about are, from 0 to 1: the harmonic mean of the share
 * of the claim's pieces that the names hold, and of the name's pieces that the claim holds. Pieces are characters and
 * pairs of neighbours of Chinese, words of English. `about` is held against the claim, too, but need not be said.
 */
export function likeness(words: string, name: string, about: string = ""): number {
  const said = piecesOf(words);
  const named = piecesOf(name);
  if (said.size === 0 || named.size === 0) return 0;
  const all = new Set([...named, ...piecesOf(about)]);
  const recall = heldBy(said, all) / said.size;
  const precision = heldBy(named, said) / named.size;
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

/** The share of a name's pieces that some words hold. */
export function heldIn(words: string, name: string): number {
  const named = piecesOf(name);
  return named.size === 0 ? 0 : heldBy(named, piecesOf(words)) / named.size;
}

function heldBy(pieces: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let held = 0;
  for (const piece of pieces) if (others.has(piece)) held += 1;
  return held;
}

function piecesOf(words: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const [run] of words.toLowerCase().replace(EMPTY, "").matchAll(RUN)) {
    if (/[a-z]/.test(run)) {
      // items and item, reported and report are one
      if (!ENGLISH_EMPTY.has(run)) pieces.add(run.length > 4 ? run.replace(/(?:ies|es|s|ed|ing)$/, "") : run);
      continue;
    }
    for (let at = 0; at < run.length; at += 1) {
      pieces.add(run.charAt(at));
      if (at > 0) pieces.add(run.slice(at - 1, at + 1));
    }
  }
  return pieces;
}

const RUN = /[a-z][a-z-]*|[一-龥]+/g;
/** What tells nothing of what is counted. */
const EMPTY =
  /[“”"‘’'「」]|的|了|其中|共计|合计|总计|累计|先后|分别|全[区县市旗镇乡村年省]|[我本][区县市旗镇乡省]/g;
const ENGLISH_EMPTY = new Set(
  "the of a an and or in to by for on at was were been has have had with from its".split(" "),
);
