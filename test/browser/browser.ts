import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../environment.ts";

/**
 * Starts the run's Chromium with an empty profile, asking nobody anything of its own accord. Close it when
 * the tests have ended. `letters` is the size of letters that its reader has chosen, in pixels; usually 16.
 */
export async function openBrowser({ letters = 16 }: { letters?: number } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    // Chromium has no sandbox for root, and the pages are our own
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--blink-settings=defaultFontSize=${letters}`,
    ],
  });
}
