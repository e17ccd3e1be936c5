/** One published file. */
interface FileFacts {
  readonly path: string;
  /** bytes */
  readonly size: number;
  /** lower-case hex */
  readonly sha256: string;
}

/**
 * What a release vouches for (docs/formats/manifest.md). The SHA-256 of its canonical JSON stands in the log
 * as a `release` entry right behind the entries that it covers.
 */
export interface Manifest {
  readonly v: 1;
  readonly district: string;
  readonly number: number;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
  /** hash of the pack's canonical JSON, lower-case hex */
  readonly pack: string;
  /** version of the program that wrote it */
  readonly program: string;
  /** RFC 6962 tree over the canonical JSON of every published observation, in the edition's order */
  readonly observations: { readonly count: number; readonly root: string };
  /** every file of the release but the manifest itself and what lies under `log/` */
  readonly files: readonly FileFacts[];
}

/**
 * Whether a path below a release is one of the log's: checkpoint, key, hash tiles and entry bundles, the narrower ones
 * of earlier checkpoints too. They prove themselves, and no manifest lists them.
 */
export function isLogFile(path: string): boolean {
  return /^log\/(checkpoint|vkey|tile\/(\d|entries)(\/x\d{3})*\/\d{3}(\.p\/\d{1,3})?)$/.test(path);
}
