import { type Path, refuse } from "../issue/index.ts";
import { fromBase64, toBase64 } from "./bytes.ts";
import { HASH_LENGTH } from "./hash.ts";

/** What a `.tlog-proof` file says (C2SP tlog-proof): that an entry stands in a signed log, checkable offline. */
export interface LogProof {
  /** the entry's position */
  readonly index: number;
  /** its audit path, from the leaf's sibling up */
  readonly path: readonly Uint8Array[];
  /** the log's checkpoint, a signed note, as it was issued */
  readonly checkpoint: string;
  /** opaque data of whoever made the file; nothing vouches for it */
  readonly extra?: Uint8Array;
}

const HEADER = "c2sp.org/tlog-proof@v1";

/** The text of a `.tlog-proof` file. */
export function writeProof({ index, path, checkpoint, extra }: LogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...path.map(toBase64),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/**
 * Reads a `.tlog-proof` file; the checkpoint in it is not looked into. Refuses other text with the line where
 * it departs from the format (`ledger.proof-malformed`).
 */
export function parseProof(text: string, where: Path): LogProof {
  const end = text.indexOf("\n\n");
  const malformed = (line: number, wanted: string) =>
    refuse("ledger.proof-malformed", [...where, line], { wanted });
  if (end < 0) malformed(1, "proof with a checkpoint below an empty line");
  const lines = text.slice(0, end).split("\n");
  if (lines[0] !== HEADER) malformed(1, HEADER);
  const extra = lines[1]?.startsWith("extra ") ? fromBase64(lines[1].slice("extra ".length)) : undefined;
  if (extra === null) malformed(2, "base64");
  const indexLine = extra === undefined ? 1 : 2;
  const digits = /^index (0|[1-9]\d{0,15})$/.exec(lines[indexLine] ?? "")?.[1];
  const index = Number(digits);
  if (!Number.isSafeInteger(index)) malformed(indexLine + 1, "index");
  const path = lines.slice(indexLine + 1).map((line, i) => {
    const hash = fromBase64(line);
    return hash?.length === HASH_LENGTH ? hash : malformed(indexLine + 2 + i, "base64 SHA-256");
  });
  return { index, path, checkpoint: text.slice(end + 2), ...(extra ? { extra } : {}) };
}
