import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { site } from "../site/built.ts";

/** The made-up district's site on a server of its own, as any web server would show it. */
export interface SiteServer {
  /** address of the first page */
  readonly address: string;
  /** the pages' addresses below it, in the order of the site: all but the one for addresses that lead nowhere */
  readonly pages: readonly string[];
  close(): void;
}

/** Sends a text as an answer's body, to its end. */
export type Send = (response: ServerResponse, text: string) => unknown;

const sendWhole: Send = (response, text) => response.end(text);

/**
 * Serves the built site from memory on a free port: `index.html` for a folder, `404.html` for what is not there.
 * `send` sends the text of a page; usually all at once.
 */
export async function serveSite({ send = sendWhole }: { send?: Send } = {}): Promise<SiteServer> {
  const files = await site;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname)
      .slice(1)
      .replace(/(^|\/)$/, "$1index.html");
    const text = files.get(path);
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader("content-type", TYPES[path.split(".").at(-1) ?? ""] ?? TYPES.html);
    if (text === undefined || path.endsWith(".html"))
      void send(response, text ?? files.get("404.html") ?? "");
    else response.end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    pages: [...files.keys()]
      .filter((it) => it.endsWith("index.html"))
      .map((it) => it.slice(0, -"index.html".length)),
    close: () => void server.close(),
  };
}

/** One page of each kind, below the folder of its language. */
export const KINDS = [
  "",
  "reports/five-years/",
  "figures/",
  "definitions/",
  "figures/work.accepted/",
  "figures/work.under-way/",
  "figures/work.clinic-coverage/",
  "figures/tip.received/",
  "figures/tip.closing-rate/",
  "figures/income.per-head/",
  "figures/income.growth/",
  "figures/work.accepted/records/2020/1/",
  "figures/work.investment/records/2017/1/",
  "areas/",
  "areas/999900102000/",
  "areas/999900102201/",
  "compare/",
  "registers/",
  "registers/work/",
  "registers/tip/",
  "registers/work/records/1/",
  "rules/",
  "rules/work.paid-within-plan/",
  "gaps/",
  "verify/",
  "data/",
  "search/",
  "large/",
  "figures/work.accepted/embed.html",
  "figures/work.built/embed.html",
] as const;

/** The same in both languages, and the page for addresses that lead nowhere. */
export const PAGES: readonly string[] = [...KINDS, ...KINDS.map((it) => `en/${it}`), "nothing/here/"];

/** One page of each section, and one in English: enough for what all pages have from their frame. */
export const SECTIONS = [
  "",
  "reports/five-years/",
  "figures/work.accepted/",
  "areas/999900102000/",
  "registers/work/",
  "rules/work.paid-within-plan/",
  "verify/",
  "en/figures/tip.closing-rate/",
] as const;

const TYPES: Readonly<Record<string, string>> & { readonly html: string } = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
  csv: "text/csv; charset=utf-8",
};

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
