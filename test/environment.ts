import { randomUUID } from "node:crypto";
import pg from "pg";

/**
 * Makes a new, empty database on the PostgreSQL that the test run started, and gives its address. Call it
 * once in a test file; it goes with the server, or when `npm test` ends where `DATABASE_URL` is used.
 */
export async function postgresUrl(): Promise<string> {
  const server = fromRun("HUIMOU_TEST_POSTGRES");
  const name = `huimou_test_${randomUUID().replaceAll("-", "")}`;
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

/** The path of a Chromium that starts here. */
export function chromiumPath(): string {
  return fromRun("HUIMOU_TEST_CHROMIUM");
}

function fromRun(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run tests with \`npm test -- FILE\`, which starts what they need`);
  return value;
}
