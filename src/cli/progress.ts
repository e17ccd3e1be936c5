import { clearedLine, type Output } from "./output.ts";

/** Tells how far a step is, and how long it took. */
export interface Step {
  /** `done` of `total` where that is known */
  at(done: number, total?: number): void;
  /** ends the step and says what it did */
  end(said?: string): void;
  /** ends a step that came to nothing: others say why */
  stop(): void;
}

/** How often a bar is drawn, in milliseconds. */
const interval = 100;

/**
 * Starts a step. On a terminal its title stands there at once, and a bar from its first second on; elsewhere only
 * the line that ends the step is written. `clock` gives milliseconds.
 */
export function startStep(
  { err, terminal }: Output,
  title: string,
  clock: () => number = () => performance.now(),
): Step {
  const started = clock();
  let drawn = started + 900;
  const clear = () => terminal && err(clearedLine);
  if (terminal) err(`${title} …`);
  return {
    at(done, total) {
      const now = clock();
      if (!terminal || now - drawn < interval) return;
      drawn = now;
      clear();
      err(`${title} ${barOf(done, total)}`);
    },
    stop() {
      clear();
    },
    end(said) {
      clear();
      const seconds = ((clock() - started) / 1000).toFixed(1);
      err(`✓ ${title}${said === undefined ? "" : `  ${said}`}  ${seconds} s\n`);
    },
  };
}

const width = 24;

function barOf(done: number, total?: number): string {
  if (total === undefined || total === 0) return done.toLocaleString("en");
  const filled = Math.min(width, Math.floor((width * done) / total));
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${Math.floor((100 * done) / total)}%`;
}
