/**
 * How a demonstration grows: at scale `n` every record of the plentiful kinds is told in parts. Their amounts add
 * up to that record's, so that every figure of the report is the same at any scale.
 */
export interface Part {
  /** This part of a whole number; all parts add up to it. */
  of(total: number): number;
  /** the record's key at scale 1, and that with `-2`, `-3` … for further parts */
  key(base: string): string;
  /** true for the one part that a scale of 1 has */
  readonly first: boolean;
}

/**
 * The parts of one record at a scale: one at a scale of 1, and above it somewhat more than the scale, because a third
 * of all records are of kinds that do not grow and the whole is to grow with the scale.
 */
export function partsOf(scale: number): readonly Part[] {
  const count = Math.round(1 + (scale - 1) * 1.4);
  return Array.from({ length: count }, (_, i) => ({
    of: (total) => Math.floor((total * (i + 1)) / count) - Math.floor((total * i) / count),
    key: (base) => (i === 0 ? base : `${base}-${i + 1}`),
    first: i === 0,
  }));
}

/** `total` split by weights into whole numbers that add up to it. */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.floor((total * seen) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** A whole number of hundredths as a decimal string: 1234 → `12.34`. */
export function hundredths(n: number): string {
  return `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;
}

/** A whole number of tenths as a decimal string: 123 → `12.3`. */
export function tenths(n: number): string {
  return `${Math.floor(n / 10)}.${n % 10}`;
}
