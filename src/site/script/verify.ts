import { type Issue, IssueError, wordsOf } from "../../issue/index.ts";
import { verifyCheckpoint } from "../../ledger/verify/index.ts";
import { files } from "../address.ts";
import { textIn } from "../text.ts";
import { checkWords } from "../words/check.ts";
import { fetchFile, Unreachable } from "./fetch-file.ts";
import { elementAt, language, siteRoot } from "./place.ts";

/** The check on the page that tells how to verify: the signature of the checkpoint, by the key beside it. */
const section = elementAt("check", HTMLElement);
const result = elementAt("check-result", HTMLElement);
const start = elementAt("check-start", HTMLButtonElement);

section.hidden = false;
if (siteRoot.protocol === "file:") {
  start.disabled = true;
  show([say("checkNoFolder")]);
}
start.addEventListener("click", async () => {
  start.disabled = true;
  show([say("checkRunning")]);
  show(await check());
  start.disabled = false;
});

async function check(): Promise<string[]> {
  try {
    const [key, checkpoint] = await Promise.all([fetchFile(files.verifierKey), fetchFile(files.checkpoint)]);
    const { origin, size, root } = await verifyCheckpoint(
      checkpoint,
      new TextDecoder().decode(key ?? undefined).trim(),
    );
    return [say("checkSigned", { origin, size, root })];
  } catch (error) {
    if (error instanceof IssueError) return issueText(error.issues[0] as Issue);
    if (error instanceof Unreachable)
      return [say("checkUnreachable", { path: error.path, reason: error.message })];
    throw error;
  }
}

function issueText(issue: Issue): string[] {
  const { what, cure } = wordsOf(issue, language);
  return [say("checkFailed"), say("checkWhere", { where: issue.path.join(":") }), what, cure];
}

function show(lines: readonly string[]): void {
  result.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })),
  );
}

function say(key: keyof typeof checkWords, parameters: Record<string, string | number> = {}): string {
  return textIn(checkWords[key], language, parameters);
}
