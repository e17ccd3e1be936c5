import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { IssueError, issue, refuse } from "../issue/index.ts";
import { fromHex, toHex } from "./bytes.ts";
import { canonicalBytes } from "./canonical.ts";
import { replaceFile, syncFolder, writeNewFile } from "./durable-file.ts";
import { type KeyStore, openKeyStore } from "./key-store.ts";
import { keyName, type Signer } from "./note.ts";
import { type Random, systemRandom } from "./seal.ts";
import { signerOf, signingKeyPem } from "./signer.ts";
import { parseVerifierKey, sameKey, writeVerifierKey } from "./verifier-key.ts";

/** All secrets of a ledger, and the last checkpoint that they signed: a folder of its own, backed up apart. */
export interface Keys {
  readonly signer: Signer;
  readonly records: KeyStore;
  /** The public key, as it is published. */
  readonly verifierKey: string;
  /**
   * The key under which a sealed register's record stands in the log: 22 characters of base64url (132 bits of
   * HMAC-SHA256). The same record always has the same one; without the data key none can be guessed.
   */
  opaqueKey(register: string, record: string): string;
  /** The last checkpoint that was signed, a signed note; null before the first. */
  lastCheckpoint(): Promise<string | null>;
  /** Keeps a signed checkpoint before anybody gets to see it; on disk when it resolves. */
  keepCheckpoint(note: string): Promise<void>;
  close(): Promise<void>;
}

/** The folder's files; all but the last are secret. */
const SIGNING = "signing.pem";
const DATA = "data.key";
const RECORDS = "records.sqlite";
const CHECKPOINT = "checkpoint";
const PUBLIC = "vkey";

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Makes the keys of a new ledger in a folder that is empty or not there yet: folder mode 0700, files 0600.
 * Refuses a folder with anything in it (`ledger.keys-exist`): keys are never overwritten.
 */
export async function createKeys(
  folder: string,
  origin: string,
  random: Random = systemRandom,
): Promise<void> {
  if (!keyName.test(origin)) throw new Error(`no name for a log: ${origin}`);
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if ((await readdir(folder)).length > 0) refuse("ledger.keys-exist", [folder]);
  await refuseOpenMode(folder, FOLDER_MODE);
  const pem = signingKeyPem(random(32));
  const dataKey = random(32);
  await writeNewFile(join(folder, SIGNING), pem, FILE_MODE);
  await writeNewFile(join(folder, DATA), `${toHex(dataKey)}\n`, FILE_MODE);
  // SQLite gives its journal the mode of the file that it finds.
  await writeNewFile(join(folder, RECORDS), "", FILE_MODE);
  await openKeyStore(join(folder, RECORDS), wrappingKeyOf(dataKey), random).close();
  // Last, because opening asks for it first: a crash before this leaves a folder that neither opens nor is
  // made again over what it holds, and that nothing has been signed or sealed with.
  const vkey = await writeVerifierKey(signerOf(origin, pem).key);
  await writeNewFile(join(folder, PUBLIC), `${vkey}\n`, FILE_MODE);
  await syncFolder(folder);
}

/**
 * Opens the keys that {@link createKeys} made. Refuses a folder without them (`ledger.keys-missing`), one that
 * others than its owner may read or enter (`ledger.keys-mode`) and keys that do not belong together
 * (`ledger.keys-damaged`).
 */
export async function openKeys(folder: string, random: Random = systemRandom): Promise<Keys> {
  await refuseMissing(folder);
  await refuseOpenMode(folder, FOLDER_MODE);
  for (const name of [SIGNING, DATA, RECORDS]) await refuseOpenMode(join(folder, name), FILE_MODE);
  const text = (name: string) => readFile(join(folder, name), "utf8");
  const verifierKey = (await text(PUBLIC)).trim();
  const published = await parseVerifierKey(verifierKey, [join(folder, PUBLIC)]);
  const signer = signerOf(published.name, await text(SIGNING));
  if (!sameKey(signer.key, published)) refuse("ledger.keys-damaged", [join(folder, SIGNING)]);
  const dataKey = fromHex((await text(DATA)).trim());
  if (dataKey?.length !== 32) return refuse("ledger.keys-damaged", [join(folder, DATA)]);
  const opaque = derive(dataKey, "huimou-record-v1");
  const records = openKeyStore(join(folder, RECORDS), wrappingKeyOf(dataKey), random);
  return {
    signer,
    records,
    verifierKey,
    opaqueKey: (register, record) =>
      createHmac("sha256", opaque)
        .update(canonicalBytes([register, record]))
        .digest("base64url")
        .slice(0, 22),
    lastCheckpoint: async () => ((await exists(join(folder, CHECKPOINT))) ? text(CHECKPOINT) : null),
    keepCheckpoint: (note) => replaceFile(join(folder, CHECKPOINT), note, FILE_MODE),
    close: () => records.close(),
  };
}

function wrappingKeyOf(dataKey: Uint8Array): KeyObject {
  return derive(dataKey, "huimou-wrap-v1");
}

/** A key of its own for each use, so that none can be turned against another (HKDF-SHA256, no salt). */
function derive(dataKey: Uint8Array, use: string): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync("sha256", dataKey, new Uint8Array(), use, 32)));
}

async function refuseMissing(folder: string): Promise<void> {
  const missing: string[] = [];
  for (const name of [PUBLIC, SIGNING, DATA, RECORDS])
    if (!(await exists(join(folder, name)))) missing.push(name);
  if (missing.length > 0)
    throw new IssueError([issue("ledger.keys-missing", [folder], { files: missing.join(", ") })]);
}

async function refuseOpenMode(path: string, most: number): Promise<void> {
  // Windows has access lists and no modes; what it reports as one says nothing.
  if (process.platform === "win32") return;
  const mode = (await stat(path)).mode & 0o777;
  if ((mode & ~most) !== 0)
    refuse("ledger.keys-mode", [path], { mode: mode.toString(8), most: most.toString(8), path });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(absent)) !== null;
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
