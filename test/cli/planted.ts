import { createHash } from "node:crypto";

/** A citizen's number of the made-up district, with a check digit that is right (GB 11643): nobody has it. */
export function identityNumber(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + "10X98765432"[sum % 11];
}

/**
 * Every form in which a text may lie about: as it is, in UTF-16, in base64 wherever it begins, in hex, percent-encoded,
 * as JSON escapes it, and the bare hash of it, which whoever can guess it can find.
 */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const wide = Buffer.from(text, "utf16le");
  const hash = createHash("sha256").update(bytes).digest();
  const percent = encodeURIComponent(text);
  const escaped = Array.from(wide.swap16().toString("hex").matchAll(/..../g), ([unit]) => `\\u${unit}`).join(
    "",
  );
  const big = Buffer.from(wide);
  wide.swap16();
  const texts = [
    ...base64At(bytes),
    ...base64At(wide),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    percent,
    percent.toLowerCase(),
    escaped,
    hash.toString("hex"),
    hash.toString("hex").toUpperCase(),
    hash.toString("base64").replace(/=+$/, ""),
    hash.toString("base64url"),
  ];
  return [bytes, wide, big, hash, ...texts.map((it) => Buffer.from(it))];
}

/** The part of its base64 that does not depend on what stands around it, for each of the three ways to begin. */
function base64At(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const usable = whole.length - (whole.length % 3);
    const from = before === 0 ? 0 : 4;
    return (["base64", "base64url"] as const).map((form) =>
      whole.subarray(0, usable).toString(form).replace(/=+$/, "").slice(from),
    );
  });
}

/** Which of these texts lie in some bytes, in any form. */
export function foundIn(content: Uint8Array, texts: readonly string[]): string[] {
  const all = Buffer.from(content);
  return texts.filter((text) => formsOf(text).some((form) => all.includes(form)));
}
