import type { Language } from "../../issue/index.ts";
import { type TextParameters, textIn } from "../text.ts";
import { checkWords } from "../words/check.ts";
import { type ReleaseCheck, STEPS, type Step } from "./check-release.ts";

/** What became of one step, in words. */
export interface StepResult {
  readonly step: Step;
  readonly outcome: "holds" | "fails" | "unreached" | "left";
  /** `签名` */
  readonly title: string;
  /** what was found right, or an empty text */
  readonly found: string;
}

/** A text of the check in one language. */
export function wordsIn(
  language: Language,
  key: keyof typeof checkWords,
  parameters?: TextParameters,
): string {
  return textIn(checkWords[key], language, parameters);
}

/** Each step of a check, in its order. */
export function stepResults(found: ReleaseCheck, language: Language): readonly StepResult[] {
  const failed = found.failed === null ? STEPS.length : STEPS.indexOf(found.failed);
  return STEPS.map((step, at) => {
    const left =
      (step === "growth" && found.since === null) ||
      (step === "files" && found.checked.files === 0) ||
      (step === "figures" && found.figures === null);
    const outcome = at === failed ? "fails" : at > failed ? "unreached" : left ? "left" : "holds";
    return {
      step,
      outcome,
      title: wordsIn(language, `step_${step}`),
      found: outcome === "holds" ? foundText(step, found, language) : "",
    };
  });
}

function foundText(step: Step, found: ReleaseCheck, language: Language): string {
  const { checkpoint, since, checked, release, figures } = found;
  if (checkpoint === null) return "";
  switch (step) {
    case "signature":
      return wordsIn(language, "found_signature", { origin: checkpoint.origin, size: checkpoint.size });
    case "tree":
      return wordsIn(language, "found_tree", { tiles: checked.tiles, root: checkpoint.root });
    case "growth":
      return wordsIn(language, "found_growth", { since: since?.size ?? 0 });
    case "entries":
      return wordsIn(language, "found_entries", { entries: checked.entries });
    case "manifest":
      return wordsIn(language, "found_manifest", {
        number: release?.number ?? 0,
        manifest: release?.manifest ?? "",
      });
    case "files":
      return wordsIn(language, "found_files", { files: checked.files, size: megabytes(checked.bytes) });
    case "figures":
      return wordsIn(language, "found_figures", {
        derived: figures?.derived ?? 0,
        sealed: figures?.sealed ?? 0,
      });
  }
}

/** Bytes in millions with one decimal: `89.3`. */
export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
