import type { ServerResponse } from "node:http";
import type { Page } from "playwright-core";

/**
 * Pages that come as over a slow line: a piece of a page is sent when the one before has been painted, until two
 * screens are full; then the rest. Each address is asked for by one reader at a time.
 */
export interface InPieces {
  /** sends a page's text; for `serveSite` */
  send(response: ServerResponse, text: string): Promise<void>;
  /** the paths of pages that were painted before they were whole */
  readonly early: ReadonlySet<string>;
  /** has a browser's page tell what it has painted, from the next address that it goes to */
  watch(page: Page): Promise<void>;
}

/** What has been painted of the page at a path. */
interface Painted {
  readonly path: string;
  readonly elements: number;
  readonly full: boolean;
}

/** The way to send pages in pieces. */
export function inPieces(): InPieces {
  const waiting = new Map<string, (painted: Painted) => void>();
  const early = new Set<string>();
  return {
    early,
    async send(response, text) {
      const path = response.req.url ?? "";
      let [sent, elements] = [0, 0];
      for (const piece of piecesOf(text)) {
        elements += piece.match(BEGIN)?.length ?? 0;
        const full = new Promise<boolean>((resolve) => {
          waiting.set(path, (told) => told.elements >= elements && resolve(told.full));
        });
        response.write(piece);
        sent += piece.length;
        const enough = await full;
        early.add(path);
        if (enough) break;
      }
      waiting.delete(path);
      response.end(text.slice(sent));
    },
    async watch(page) {
      await page.exposeFunction("painted", (told: Painted) => waiting.get(told.path)?.(told));
      await page.addInitScript(tellPainted);
    },
  };
}

const BEGIN = /<[a-z][^>]*>/g;

/**
 * The pieces before a page's end: the first with all that is not painted, the next with seven elements each, so that
 * no table and no list comes whole. Each ends where an element has begun: nothing that it stands in is whole.
 */
function piecesOf(text: string): string[] {
  const begins = [...text.matchAll(BEGIN)].map((it) => it.index + it[0].length);
  const body = begins.findIndex((end) => text.slice(0, end).includes("<body"));
  const ends = begins.filter((_, at) => at > body && (at - body) % 7 === 0);
  return ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
}

/** Runs in the page: tells how many elements it has, and whether two screens are full, when that has been painted. */
function tellPainted(): void {
  const { painted } = globalThis as unknown as { painted: (told: Painted) => void };
  const tell = () =>
    requestAnimationFrame(() => {
      const elements = document.getElementsByTagName("*").length;
      // the next frame comes when this one has been painted
      requestAnimationFrame(() =>
        painted({
          path: location.pathname,
          elements,
          full: document.documentElement.scrollHeight > 2 * innerHeight,
        }),
      );
    });
  new MutationObserver(tell).observe(document, { childList: true, subtree: true });
}
