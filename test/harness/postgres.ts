import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import pg from "pg";
import { type Binaries, installedBinaries, packagedBinaries } from "./postgres-binaries.ts";

/** A PostgreSQL for the tests: where it comes from, how to reach it, how to stop it. */
export interface PostgresServer {
  readonly origin: string;
  readonly url: string;
  /** what the names of databases that tests make must begin with */
  readonly databasePrefix: string;
  stop(): Promise<void>;
}

/**
 * Gives a PostgreSQL: the one at `DATABASE_URL`, else a throw-away server in `folder`, from the machine's
 * own binaries or, where it has none that are new enough, from the npm package that carries them.
 * `HUIMOU_TEST_BINARIES=npm` takes those at once. Throws one line where no server can be had.
 */
export async function startPostgres(folder: string, env: NodeJS.ProcessEnv): Promise<PostgresServer> {
  const packaged = env.HUIMOU_TEST_BINARIES === "npm";
  if (env.DATABASE_URL && !packaged) {
    return givenServer(env.DATABASE_URL);
  }
  const installed = packaged ? undefined : await installedBinaries(env.PATH ?? "");
  return startServer(installed ?? (await packagedBinaries(join(folder, "postgres"))), folder);
}

/** A server that goes on: the databases that tests made on it are taken away. */
async function givenServer(url: string): Promise<PostgresServer> {
  const client = new pg.Client(url);
  await client.connect().catch((error: unknown) => {
    throw new Error(`the PostgreSQL at DATABASE_URL cannot be reached: ${error}`, { cause: error });
  });
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return {
    origin: `PostgreSQL ${rows[0]?.version} at DATABASE_URL`,
    url,
    databasePrefix,
    async stop() {
      const { rows } = await client.query<{ name: string }>(
        "select datname::text as name from pg_database where starts_with(datname::text, $1)",
        [databasePrefix],
      );
      for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

/** What the names of this run's databases begin with, so that another run's are left alone. */
const databasePrefix = `huimou_test_${randomBytes(4).toString("hex")}_`;

/** A server of one's own, on a socket in `folder`: no port to collide on, and nobody else's to reach. */
async function startServer(binaries: Binaries, folder: string): Promise<PostgresServer> {
  const data = join(folder, "data");
  const sockets = join(folder, "sockets");
  const user = process.getuid?.() === 0 ? await nobody() : undefined;
  for (const made of [data, sockets]) {
    await mkdir(made, { mode: 0o700 });
    if (user !== undefined) await chown(made, user.uid, user.gid);
  }
  // What is thrown away need not be synced while it is made; the running server keeps `fsync` on.
  const options = ["--username=huimou", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"];
  await run(join(binaries.folder, "initdb"), ["-D", data, ...options], { cwd: folder, ...user });

  const server = spawn(
    join(binaries.folder, "postgres"),
    ["-D", data, "-k", sockets, "-c", "listen_addresses=", "-c", "max_connections=200"],
    // a process group of its own, so that Ctrl-C ends the tests before the server
    { cwd: folder, ...user, detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = once(server, "exit");
  const lines = createInterface(server.stderr);
  let said = "it said nothing";
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      said = line;
      if (line.includes("ready to accept connections")) resolve();
    });
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return {
    origin: binaries.origin,
    url: `postgres:///postgres?${new URLSearchParams({ host: sockets, user: "huimou" })}`,
    databasePrefix,
    async stop() {
      server.kill("SIGINT"); // fast shutdown: does not wait for clients
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root; as root, it is run as the user who owns nothing. */
async function nobody(): Promise<{ uid: number; gid: number }> {
  const users = await readFile("/etc/passwd", "utf8");
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  if (uid === undefined) throw new Error("PostgreSQL does not run as root, and there is no user “nobody”");
  return { uid: Number(uid), gid: Number(gid) };
}

const run = promisify(execFile);
