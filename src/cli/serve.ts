import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { IssueError, issue } from "../issue/index.ts";
import { type AddCommand, dataOption } from "./command.ts";
import type { Output } from "./output.ts";

export const addServe: AddCommand = (program, output) => {
  program
    .command("serve")
    .description("打开已发布的网站 · serve what was published")
    .argument(
      "[folder]",
      "发布目录；默认为数据目录下的 public · the release; public in the data directory unless told",
    )
    .option("--port <port>", "端口 · port", "8220")
    .option("--host <address>", "监听地址 · address to listen on", "127.0.0.1")
    .option(...dataOption)
    .action(async (folder: string | undefined, options: { data: string; port: string; host: string }) => {
      await serveFolder(folder ?? join(options.data, "public"), Number(options.port), output, options.host);
    });
};

/** Serves a release's files until the process is told to stop. Says the address once it listens. */
export async function serveFolder(
  folder: string,
  port: number,
  { out, language }: Output,
  host = "127.0.0.1",
): Promise<void> {
  if (!existsSync(join(folder, "manifest.json")))
    throw new IssueError([issue("cli.release-missing", [folder], { folder })]);
  const files = sirv(folder, { dev: true, extensions: ["html"] });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      request.url = request.url?.startsWith("/en/") ? "/en/404.html" : "/404.html";
      files(request, response, () => void response.end());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new IssueError([issue("cli.port-taken", [], { port })]) : error),
    );
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  out(
    language === "zh"
      ? `网站已打开：http://localhost:${bound}（按 Ctrl+C 结束）\n`
      : `Serving http://localhost:${bound} (Ctrl+C ends)\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
