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

/** How many steps a search takes before it begins anew in another order, at first, and how often it may. */
const fewestSteps = 1000;
const mostTries = 48;

/** How far an unknown may be from its true value: a sum over two others that both change changes by two. */
const furthest = 3;

/**
 * Those of some unknowns that can be nothing but what they are: for no other whole number nearby there are whole
 * numbers for all others, each as great as it must be at least. A search begins from the true values, and changes what
 * it must, one by one; one that has gone astray is begun anew in another order, with more patience. Whoever is left out
 * differs in a table that fits. Throws where it cannot tell.
 */
export function determined(
  unknowns: Iterable<string>,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  leastOf: (name: string) => number,
): string[] {
  const search = new Search(truth, equations, leastOf);
  const open = new Set<string>();
  const found = new Set<string>();
  for (const unknown of unknowns) {
    if (found.has(unknown)) continue;
    const table = search.another(unknown);
    if (table === null) open.add(unknown);
    else for (const name of table) found.add(name);
  }
  return [...open];
}

class Search {
  readonly #truth: ReadonlyMap<string, number>;
  readonly #leastOf: (name: string) => number;
  readonly #touching = new Map<string, (readonly [Equation, number])[]>();
  /** how much each equation leaves between its two sides */
  readonly #slack = new Map<Equation, number>();
  // how far each unknown is from its true value, which of them stay as they are, and how far each equation is off
  readonly #changes = new Map<string, number>();
  readonly #settled = new Set<string>();
  readonly #off = new Map<Equation, number>();
  #steps = 0;
  #chance = 1;

  constructor(
    truth: ReadonlyMap<string, number>,
    equations: readonly Equation[],
    leastOf: (name: string) => number,
  ) {
    this.#truth = truth;
    this.#leastOf = leastOf;
    for (const it of equations) {
      let slack = it.result;
      for (const [name, factor] of it.terms) {
        slack -= factor * (truth.get(name) as number);
        const touching = this.#touching.get(name) ?? [];
        touching.push([it, factor]);
        this.#touching.set(name, touching);
      }
      this.#slack.set(it, slack);
    }
  }

  /** All unknowns that differ in a table in which one does; null where there is none. */
  another(unknown: string): string[] | null {
    const open = new Set([1, -1]);
    for (let attempt = 0; attempt < mostTries; attempt++)
      for (const by of open) {
        const found = this.#from(unknown, by, attempt);
        if (found === true) return [...this.#changes].flatMap(([name, by]) => (by === 0 ? [] : [name]));
        if (found === false) open.delete(by);
      }
    if (open.size === 0) return null;
    throw new Error(`gave up the search for another value of ${unknown}`);
  }

  /** Whether an unknown may differ by so much; null where that was not found out. */
  #from(unknown: string, by: number, attempt: number): boolean | null {
    this.#changes.clear();
    this.#settled.clear();
    this.#off.clear();
    this.#steps = fewestSteps * 2 ** Math.floor(attempt / 6);
    this.#chance = attempt + 1;
    if (!this.#mayChange(unknown, by)) return false;
    this.#change(unknown, by);
    this.#settled.add(unknown);
    const found = this.#mend();
    return found || this.#steps > 0 ? found : null;
  }

  #mend(): boolean {
    this.#steps -= 1;
    if (this.#steps <= 0) return false;
    // the equation that leaves the least choice
    let choices: [string, number][] | null = null;
    for (const [it, off] of this.#off) {
      if (it.relation === "<=" && off <= (this.#slack.get(it) as number)) continue;
      const by = -Math.sign(off);
      const own: [string, number][] = [];
      for (const [name, factor] of it.terms) {
        const step = by * Math.sign(factor);
        // never back again
        if ((this.#changes.get(name) ?? 0) * step >= 0 && this.#mayChange(name, step)) own.push([name, step]);
      }
      if (choices === null || own.length < choices.length) choices = own;
      if (own.length === 0) break;
    }
    if (choices === null) return true;
    this.#shuffle(choices);
    for (const [name, by] of choices) {
      this.#change(name, by);
      if (this.#mend()) return true;
      this.#change(name, -by);
      // what failed here fails further on, too: it stays as it is
      this.#settled.add(name);
    }
    for (const [name] of choices) this.#settled.delete(name);
    return false;
  }

  #change(name: string, by: number): void {
    this.#changes.set(name, (this.#changes.get(name) ?? 0) + by);
    for (const [it, factor] of this.#touching.get(name) ?? []) {
      const off = (this.#off.get(it) ?? 0) + by * factor;
      if (off === 0) this.#off.delete(it);
      else this.#off.set(it, off);
    }
  }

  #mayChange(name: string, by: number): boolean {
    const changed = (this.#changes.get(name) ?? 0) + by;
    return (
      !this.#settled.has(name) &&
      Math.abs(changed) <= furthest &&
      (this.#truth.get(name) as number) + changed >= this.#leastOf(name)
    );
  }

  /** Another order for each attempt, and always the same one. */
  #shuffle(choices: unknown[]): void {
    for (let last = choices.length - 1; last > 0; last--) {
      this.#chance = (this.#chance * 48271) % 2147483647;
      const other = this.#chance % (last + 1);
      [choices[last], choices[other]] = [choices[other], choices[last]];
    }
  }
}
