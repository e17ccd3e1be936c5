import { join } from "node:path";
import { type AddCommand, dataOption } from "./command.ts";
import { untilStopped } from "./interruption.ts";
import type { Output } from "./output.ts";
import { refuseUnlessRelease } from "./published.ts";
import { listenAt, type Site, standardHost, standardPort } from "./site-server.ts";
import { wholeNumber } from "./values.ts";

interface Options {
  readonly data: string;
  readonly port: number;
  readonly host: string;
}

/** What `--port` takes; 0 lets the system choose. */
export const portNumber = wholeNumber(0, 65_535);

/** `serve`: a published folder as a web site, until the process is told to stop. */
export const addServe: AddCommand = (program, output) => {
  program
    .command("serve")
    .description("打开已发布的网站 · serve what was published")
    .argument(
      "[folder]",
      "发布目录；默认为数据目录下的 public · the release; public in the data directory unless told",
    )
    .option("--port <port>", "端口 · port", portNumber, standardPort)
    .option("--host <address>", "监听地址 · address to listen on", standardHost)
    .option(...dataOption)
    .action(async (named: string | undefined, { data, port, host }: Options) => {
      const folder = named ?? join(data, "public");
      refuseUnlessRelease(folder);
      await serveUntilStopped(await listenAt(folder, port, host), output);
    });
};

/** Says the address, and serves until the process is told to stop. */
export async function serveUntilStopped(site: Site, { out, language }: Output): Promise<void> {
  const stopped = untilStopped();
  out(
    language === "zh"
      ? `网站已打开：${site.address}（按 Ctrl+C 结束）\n`
      : `Serving ${site.address} (Ctrl+C ends)\n`,
  );
  await stopped;
  await site.close();
}
