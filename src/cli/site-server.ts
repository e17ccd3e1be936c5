import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { refuse } from "../issue/index.ts";

/** A published folder that is being served. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

export const standardPort = 8220;

/** This computer alone. */
export const standardHost = "127.0.0.1";

/**
 * Serves a release's files: each as it is on the disk when it is asked for. Refuses a port that is taken
 * (`cli.port-taken`) and an address that cannot be listened on (`cli.listen-failed`).
 */
export async function listenAt(folder: string, port: number, host: string = standardHost): Promise<Site> {
  const files = sirv(folder, { dev: true, extensions: ["html"] });
  const server = createServer((request, response) => {
    files(request, response, () => void answerMissing(folder, response));
  });
  await listen(server, port, host);
  return {
    address: addressOf(server.address() as AddressInfo, host),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** There is no such page: what the release says of that. */
async function answerMissing(folder: string, response: ServerResponse): Promise<void> {
  // a release that is being replaced is not there for a moment
  const page = await readFile(join(folder, "404.html")).catch(() => "404\n");
  response.writeHead(404, { "content-type": "text/html;charset=utf-8" });
  response.end(page);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") return refuse("cli.port-taken", ["--port"], { port });
    return refuse("cli.listen-failed", [], { host, port, reason: error.message });
  });
}

/** Names that mean this computer, or all of its addresses. */
const local: ReadonlySet<string> = new Set([standardHost, "localhost", "::1", "0.0.0.0", "::"]);

function addressOf({ port }: AddressInfo, host: string): string {
  return `http://${local.has(host) ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
