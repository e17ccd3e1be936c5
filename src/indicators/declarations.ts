import { type CompiledRegister, compileRegister } from "../registers/index.ts";
import { AreaTree } from "./area-tree.ts";
import { type Contribution, compileContribution } from "./contribution.ts";
import type { IndicatorDefinition, MeasureDefinition, PackDefinition } from "./define.ts";

/** A pack made ready to work with. */
export interface Declarations {
  readonly pack: PackDefinition;
  readonly areas: AreaTree;
  readonly registers: ReadonlyMap<string, CompiledRegister>;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  /** by register */
  readonly contributions: ReadonlyMap<string, Contribution>;
}

/** Compiles a pack's declarations. */
export function compilePack(pack: PackDefinition): Declarations {
  const areas = new AreaTree(pack.areas);
  const measures = pack.indicators.filter((it): it is MeasureDefinition => it.kind === "measure");
  return {
    pack,
    areas,
    registers: new Map(pack.registers.map((it) => [it.name, compileRegister(it, areas.codes)])),
    indicators: new Map(pack.indicators.map((it) => [it.id, it])),
    contributions: new Map(
      pack.registers.map((it) => [
        it.name,
        compileContribution(
          it,
          measures.filter((measure) => measure.register === it.name),
          areas,
        ),
      ]),
    ),
  };
}
