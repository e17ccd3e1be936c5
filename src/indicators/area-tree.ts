import type { Area, AreaLevel } from "./define.ts";

const depth: Readonly<Record<AreaLevel, number>> = { district: 0, township: 1, village: 2 };

/** The district's areas as a tree: a village lies in a township, a township in the district. */
export class AreaTree {
  readonly district: string;
  readonly #areas: ReadonlyMap<string, Area>;
  readonly #upwards: Readonly<Record<AreaLevel, Map<string, readonly string[]>>> = {
    district: new Map(),
    township: new Map(),
    village: new Map(),
  };
  readonly #districtAlone: readonly string[];
  readonly #below = new Map<string, string[]>();

  /** Throws on a list without exactly one district or with a parent that is not there: the pack's fault. */
  constructor(areas: readonly Area[]) {
    this.#areas = new Map(areas.map((it) => [it.code, it]));
    const roots = areas.filter((it) => it.parent === null);
    const [root] = roots;
    if (root === undefined || roots.length > 1)
      throw new Error("an area list needs exactly one area without a parent");
    this.district = root.code;
    this.#districtAlone = [root.code];
    for (const area of areas) {
      const line = this.#lineOf(area);
      for (const level of ["district", "township", "village"] as const)
        this.#upwards[level].set(
          area.code,
          line.filter((it) => depth[it.level] <= depth[level]).map((it) => it.code),
        );
      if (area.parent !== null)
        this.#below.set(area.parent, [...(this.#below.get(area.parent) ?? []), area.code]);
    }
  }

  get(code: string): Area | undefined {
    return this.#areas.get(code);
  }

  get codes(): ReadonlySet<string> {
    return new Set(this.#areas.keys());
  }

  /** The area and those above it that are not finer than `finest`; the district alone for an unknown code. */
  upwards(code: string, finest: AreaLevel): readonly string[] {
    return this.#upwards[finest].get(code) ?? this.#districtAlone;
  }

  /** Every area of a level, in the list's order. */
  ofLevel(level: AreaLevel): readonly Area[] {
    return [...this.#areas.values()].filter((it) => it.level === level);
  }

  /** The areas directly below one. */
  below(code: string): readonly string[] {
    return this.#below.get(code) ?? [];
  }

  /** Whether one area is another or lies in it. */
  contains(outer: string, inner: string): boolean {
    return this.upwards(inner, "village").includes(outer);
  }

  #lineOf(area: Area): Area[] {
    const line = [area];
    for (let at = area; at.parent !== null; ) {
      const parent = this.#areas.get(at.parent);
      if (parent === undefined || line.length > 3)
        throw new Error(`area ${area.code} has no line up to the district`);
      line.push(parent);
      at = parent;
    }
    return line;
  }
}
