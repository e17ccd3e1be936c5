import type { RegisterDefinition, TransitionDefinition } from "./define.ts";

/** A register's declaration, made ready to follow its records through the log. What may be put in is not its question. */
export interface FollowedRegister {
  readonly definition: RegisterDefinition;
  /** The step between two states, if the lifecycle has it. */
  transition(from: string, to: string): TransitionDefinition | undefined;
  /** The states that may follow. */
  next(from: string): readonly string[];
  readonly sealedFields: ReadonlySet<string>;
}

/** Makes a declaration ready to follow records. It needs nothing that a browser does not have. */
export function followRegister(definition: RegisterDefinition): FollowedRegister {
  const { fields, lifecycle } = definition;
  const steps = new Map(lifecycle.transitions.map((it) => [`${it.from}>${it.to}`, it]));
  return {
    definition,
    transition: (from, to) => steps.get(`${from}>${to}`),
    next: (from) => lifecycle.transitions.filter((it) => it.from === from).map((it) => it.to),
    sealedFields: new Set(
      Object.keys(fields).filter(
        (name) => definition.visibility === "sealed" || fields[name]?.sealed === true,
      ),
    ),
  };
}
