import { files } from "../address.ts";
import { checkRelease, type ReleaseCheck } from "../check/check-release.ts";
import { megabytes, type StepResult, stepResults } from "../check/steps.ts";
import { downloadOf, element, elementAt, factsOf, language, say } from "./dom.ts";
import { loadFigures } from "./load-figures.ts";
import type { Sources } from "./sources.ts";
import { issueFacts, onPress, verdict } from "./work.ts";

/** The whole release: what the button under “check this release” does. */
export function checkPanel(sources: Sources): void {
  const dataFiles = elementAt("check-files", HTMLInputElement);
  const figures = elementAt("check-figures", HTMLInputElement);
  onPress("check", async (panel) => {
    const source = sources.current();
    const [verifierKey, since] = [sources.verifierKey(), await keptCheckpoint()];
    panel.progress(say("checkRunning"));
    const found = await checkRelease({
      ...source,
      files: dataFiles.checked ? "data" : "none",
      ...(figures.checked && { figures: await loadFigures() }),
      ...(verifierKey !== "" && { verifierKey }),
      ...(since !== null && { since }),
      progress: (step, done, of) =>
        panel.progress(
          `${say(`step_${step}`)} ${step === "files" ? `${megabytes(done)} / ${megabytes(of)} MB` : `${done} / ${of}`}`,
          done,
          of,
        ),
    });
    const checkpoint = await source.read(files.checkpoint);
    panel.show(...report(found, verifierKey !== "", checkpoint));
  });
}

/** The checkpoint that the reader kept: pasted, or of the file; null where there is none. */
async function keptCheckpoint(): Promise<Uint8Array | string | null> {
  const pasted = elementAt("check-kept", HTMLTextAreaElement).value;
  if (pasted.trim() !== "") return `${pasted.trim()}\n`;
  const file = elementAt("check-kept-file", HTMLInputElement).files?.[0];
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
}

function report(found: ReleaseCheck, given: boolean, checkpoint: Uint8Array | null): Node[] {
  const steps = factsOf(
    stepResults(found, language).map((it) => [it.title, outcomeOf(it), it.outcome] as const),
  );
  if (found.issue !== null) return [verdict(false, say("checkFailed")), issueFacts(found.issue), steps];
  const key = say(given ? "checkKeyGiven" : "checkKeyBelieved", { key: found.verifierKey });
  const keep = element("p", "", say("checkKeep"), " ");
  if (checkpoint !== null)
    keep.append(downloadOf(`checkpoint-${found.checkpoint?.size}`, checkpoint, "text/plain"));
  return [verdict(true, say("checkHolds")), steps, element("p", "note breaks", key), keep];
}

const outcomes = {
  holds: "checkStepHolds",
  fails: "checkStepFails",
  unreached: "checkStepUnreached",
  left: "checkStepLeft",
} as const;

function outcomeOf({ outcome, found }: StepResult): HTMLElement {
  const sign = { holds: "✓ ", fails: "✗ ", unreached: "", left: "" }[outcome];
  const words = element("strong", "", sign + say(outcomes[outcome]));
  return found === "" ? element("span", "", words) : element("span", "", words, ` ${found}`);
}
