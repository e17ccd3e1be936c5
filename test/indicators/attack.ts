/**
 * What an attacker does with a published table: unknown cells, the sums that everybody knows, and the least that a
 * cell can be. Written without any knowledge of how the program chooses what it withholds.
 */
export interface Equation {
  /** unknown → how often it is added; taken away where negative */
  readonly terms: ReadonlyMap<string, number>;
  /** what they come to; `<=`: at most */
  readonly relation: "=" | "<=";
  readonly result: number;
}

/** The unknowns that the equations alone determine, by exact elimination in rational numbers. */
export function solved(equations: readonly Equation[]): string[] {
  const rows = equations
    .filter((it) => it.relation === "=")
    .map((it) => new Map([...it.terms].map(([name, factor]) => [name, fraction(BigInt(factor))])));
  const pivots = new Map<string, Row>();
  for (const row of rows) {
    for (const [name, pivot] of pivots) subtract(row, pivot, name);
    const [name] = row.keys();
    if (name === undefined) continue;
    scale(row, name);
    for (const pivot of pivots.values()) subtract(pivot, row, name);
    pivots.set(name, row);
  }
  return [...pivots].filter(([, row]) => row.size === 1).map(([name]) => name);
}

type Fraction = readonly [over: bigint, under: bigint];
type Row = Map<string, Fraction>;

function fraction(over: bigint, under = 1n): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = under < 0n ? -1n : 1n;
  return [(sign * over) / a, (sign * under) / a];
}

function scale(row: Row, name: string): void {
  const [over, under] = row.get(name) as Fraction;
  for (const [it, [a, b]] of row) row.set(it, fraction(a * under, b * over));
}

/** Takes so much of `other`, in which `name` counts once, away that `row` has no `name` any more. */
function subtract(row: Row, other: Row, name: string): void {
  const factor = row.get(name);
  if (factor === undefined) return;
  for (const [it, [a, b]] of other) {
    const [c, d] = row.get(it) ?? [0n, 1n];
    const left = c * b * factor[1] - a * d * factor[0];
    if (left === 0n) row.delete(it);
    else row.set(it, fraction(left, d * b * factor[1]));
  }
}

/** How many steps a search may take before it gives up, which fails the test. */
const mostSteps = 200_000;

/** How far an unknown may be from its true value: a sum over two others that both change changes by two. */
const furthest = 3;

/**
 * Whether another whole number fits an unknown, with some whole numbers for all others, each as great as it must be at
 * least: a search that begins from the true values, and changes what it must, one by one.
 */
export function hasAnother(
  unknown: string,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  leastOf: (name: string) => number,
): boolean {
  const touching = new Map<string, Equation[]>();
  for (const it of equations)
    for (const name of it.terms.keys()) touching.set(name, [...(touching.get(name) ?? []), it]);
  const slack = new Map(
    equations.map((it) => [
      it,
      it.result - [...it.terms].reduce((sum, [name, factor]) => sum + factor * (truth.get(name) ?? 0), 0),
    ]),
  );
  // how far each unknown is from its true value, which of them stay as they are, and how far each equation is off
  const changes = new Map<string, number>();
  const settled = new Set<string>();
  const off = new Map<Equation, number>();
  let steps = 0;
  const isOff = (it: Equation) => {
    const by = off.get(it) ?? 0;
    return it.relation === "=" ? by !== 0 : by > (slack.get(it) as number);
  };
  const change = (name: string, by: number) => {
    changes.set(name, (changes.get(name) ?? 0) + by);
    for (const it of touching.get(name) ?? [])
      off.set(it, (off.get(it) ?? 0) + by * (it.terms.get(name) as number));
  };
  const mayChange = (name: string, by: number) => {
    const changed = (changes.get(name) ?? 0) + by;
    return (
      !settled.has(name) &&
      Math.abs(changed) <= furthest &&
      (truth.get(name) as number) + changed >= leastOf(name)
    );
  };
  const search = (depth: number): boolean => {
    steps += 1;
    if (steps > mostSteps) throw new Error(`gave up the search for another value of ${unknown}`);
    // the equation that leaves the least choice
    let choices: [string, number][] | null = null;
    for (const it of off.keys()) {
      if (!isOff(it)) continue;
      const by = -Math.sign(off.get(it) as number);
      const own = [...it.terms]
        .map(([name, factor]): [string, number] => [name, by * Math.sign(factor)])
        // never back again
        .filter(([name, step]) => (changes.get(name) ?? 0) * step >= 0 && mayChange(name, step));
      if (choices === null || own.length < choices.length) choices = own;
    }
    if (choices === null) return true;
    if (depth === 0) return false;
    for (const [at, [name, by]] of choices.entries()) {
      change(name, by);
      if (search(depth - 1)) return true;
      change(name, -by);
      // what failed here fails further on, too: it stays as it is
      settled.add(name);
      if (at === choices.length - 1) for (const [it] of choices) settled.delete(it);
    }
    return false;
  };
  for (const depth of [8, 32, 128, 512])
    for (const by of [1, -1]) {
      changes.clear();
      settled.clear();
      off.clear();
      if (!mayChange(unknown, by)) continue;
      change(unknown, by);
      settled.add(unknown);
      if (search(depth)) return true;
    }
  return false;
}
