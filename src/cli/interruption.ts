import { clearedLine, type Output } from "./output.ts";

const signals = ["SIGINT", "SIGTERM"] as const;

/** Whoever wants to end by itself when the process is told to stop. */
let untold: (() => void) | null = null;

/**
 * Lets the process end cleanly when it is told to stop: it says what that leaves, then ends by the signal, as its
 * caller expects. What a command does stands in transactions and in folders that are put in place whole, so that
 * ending at any moment leaves all of a step or nothing. What {@link untilStopped} waits for ends by itself.
 */
export function endOnSignals({ language, terminal }: Output): void {
  for (const signal of signals)
    process.once(signal, () => {
      if (untold !== null) return untold();
      const [before, words] = [terminal ? clearedLine : "", said[language]];
      // by a callback: where standard error is a pipe, what was written is still on its way
      process.stderr.write(`${before}${words}\n`, () => process.kill(process.pid, signal));
    });
}

const said = {
  zh: "已停止：已完成的有效，未完成的不生效",
  en: "stopped: what was finished stays, what was not has no effect",
};

/** Comes back once the process is told to stop; from the call on that is all that a signal does. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    untold = resolve;
  });
}
