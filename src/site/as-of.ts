import { dateText } from "./periods.ts";
import type { Site } from "./site.ts";
import type { View } from "./view.ts";

/** How far into the log something was read: the last entry of the registers that it rests on. */
export interface AsOf {
  readonly position: number;
  /** when it was recorded, UTC */
  readonly recorded: string;
}

/**
 * How far the records of some registers reach; null where they have none. It moves when one of them gets an entry, and
 * not with each release: so what rests on others stays as it is, to the byte (docs/decisions/0035).
 */
export function asOf({ edition }: Site, registers: Iterable<string>): AsOf | null {
  const wanted = new Set(registers);
  let last: AsOf | null = null;
  for (const { register, runs, recorded } of edition.registers) {
    const position = runs.at(-1)?.[1];
    if (!wanted.has(register) || position === undefined || recorded === undefined) continue;
    if (last === null || position > last.position) last = { position, recorded };
  }
  return last;
}

/** `日志第 72,640 条（2026年11月20日记入）` */
export function asOfText(view: View, { position, recorded }: AsOf): string {
  return view.say("asOfEntry", { position, date: dateText(view, recorded) });
}
