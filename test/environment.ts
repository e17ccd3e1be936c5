import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * Makes a new, empty database on the PostgreSQL that the test run started, and gives its address. Call it
 * once in a test file; it is taken away when the run ends.
 */
export async function postgresUrl(): Promise<string> {
  const server = fromRun("HUIMOU_TEST_POSTGRES");
  const name = `${fromRun("HUIMOU_TEST_DATABASE_PREFIX")}${randomBytes(8).toString("hex")}`;
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`create database ${name} template template0 encoding 'UTF8'`);
  } finally {
    await client.end();
  }
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

/** The path of a Chromium that starts here; `openBrowser` in `test/browser/browser.ts` starts it. */
export function chromiumPath(): string {
  return fromRun("HUIMOU_TEST_CHROMIUM");
}

function fromRun(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run tests with \`npm test -- FILE\`, which starts what they need`);
  return value;
}
