/** Pseudo-random choices that only the seed decides. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A code, each as often as its weight says. */
  weighted(weights: Readonly<Record<string, number>>): string;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * A stream for one purpose: the same words give the same choices on every machine, and no stream depends on
 * how much another was used. The generator is xoshiro128** (Blackman and Vigna), its state filled by
 * SplitMix32 from the FNV-1a hash of the seed.
 */
export function randomOf(...seed: readonly (string | number)[]): Random {
  const next = xoshiro(fnv(seed.join("/")));
  // 2^32 is not a multiple of every n, but for choices of some thousand the bias is below one in a million
  const below = (n: number) => Math.floor((next() / 0x1_0000_0000) * n);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error(`nothing to pick from for ${seed.join("/")}`);
    return list[below(list.length)] as T;
  };
  return {
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => next() / 0x1_0000_0000 < percent / 100,
    pick,
    weighted: (weights) => {
      const entries = Object.entries(weights);
      let rest = below(entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [code, weight] of entries) {
        if (rest < weight) return code;
        rest -= weight;
      }
      throw new Error(`no weights for ${seed.join("/")}`);
    },
    shuffled: (list) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
  };
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function xoshiro(seed: number): () => number {
  let at = seed;
  const split = () => {
    at = (at + 0x9e3779b9) | 0;
    let z = at;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  let [a, b, c, d] = [split(), split(), split(), split()];
  const rotated = (x: number, by: number) => (x << by) | (x >>> (32 - by));
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotated(d, 11);
    return result;
  };
}
