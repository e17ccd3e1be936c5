/** A release: compose, gate, record, sign, publish; bundle and verify. */
export { releaseFromBundle, writeBundle } from "./bundle.ts";
export { type Released, type ReleaseOptions, release, type Stage } from "./publish.ts";
export { listFiles } from "./staging.ts";
export { type ReleaseToVerify, type ReleaseVerification, verifyRelease } from "./verify-release.ts";
