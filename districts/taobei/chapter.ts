import type { IndicatorDefinition, RegisterDefinition, RuleDefinition } from "huimou";

/** One file of `registers/`: a register with the indicators measured over it and the rules they must keep. */
export interface Chapter {
  readonly register: RegisterDefinition;
  readonly indicators: readonly IndicatorDefinition[];
  readonly rules: readonly RuleDefinition[];
}
