import { type Issue, IssueError, wordsOf } from "../../issue/index.ts";
import { Unreadable } from "../check/source.ts";
import { element, elementAt, factsOf, language, say } from "./dom.ts";

/** Where a piece of work on the page shows how far it is, and what came out. */
export interface Panel {
  /** How far it is; null takes the bar away. */
  progress(text: string, done?: number, of?: number): void;
  /** What came out, in place of what was there. */
  show(...content: readonly Node[]): void;
}

/**
 * Does a piece of work when a button is pressed, never twice at once, and shows what came out or what stopped it.
 * What is wrong with the program itself is thrown on.
 */
export function onPress(id: string, work: (panel: Panel) => Promise<void>): () => Promise<void> {
  const button = elementAt(`${id}-start`, HTMLButtonElement);
  const panel = panelAt(id);
  const start = async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    // a button that is disabled would lose the focus
    button.setAttribute("aria-disabled", "true");
    panel.show();
    try {
      await work(panel);
    } catch (error) {
      panel.show(...complaint(error));
    } finally {
      panel.progress("");
      button.removeAttribute("aria-disabled");
    }
  };
  button.addEventListener("click", start);
  return start;
}

function panelAt(id: string): Panel {
  const progress = elementAt(`${id}-progress`, HTMLElement);
  const result = elementAt(`${id}-result`, HTMLElement);
  const text = element("span", "");
  const bar = element("progress", "");
  return {
    progress: (words, done, of) => {
      if (words === "") return progress.replaceChildren();
      text.textContent = words;
      bar.setAttribute("aria-label", words);
      if (done === undefined || of === undefined) bar.removeAttribute("value");
      else [bar.max, bar.value] = [of, done];
      if (!progress.hasChildNodes()) progress.append(bar, text);
    },
    show: (...content) => result.replaceChildren(...content),
  };
}

/** Why nothing came out, and what to do about it. */
function complaint(error: unknown): readonly Node[] {
  if (error instanceof IssueError)
    return [verdict(false, say("checkFailed")), issueFacts(error.issues[0] as Issue)];
  if (error instanceof Unreadable)
    return [verdict(false, say("checkUnreachable", { path: error.path, reason: error.message }))];
  if (error instanceof DOMException && error.name === "NotSupportedError")
    return [verdict(false, say("checkOldBrowser"))];
  throw error;
}

/** The sentence that says how it came out. */
export function verdict(holds: boolean, words: string): HTMLElement {
  return element("p", holds ? "verdict holds" : "verdict fails", `${holds ? "✓" : "✗"} ${words}`);
}

/** Where something does not match, what it is, and what to do. */
export function issueFacts(issue: Issue): HTMLElement {
  const { what, cure } = wordsOf(issue, language);
  return factsOf([
    [say("checkWhere"), element("span", "code", issue.path.join(":"))],
    [say("checkWhat"), what],
    [say("checkCure"), cure],
  ]);
}
