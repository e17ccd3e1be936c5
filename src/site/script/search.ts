import { elementAt } from "./dom.ts";
import { answerTo, resultsOf } from "./search-answers.ts";
import { showResults } from "./search-results.ts";
import { sayIn } from "./search-words.ts";

/** The search: every query picks out of the list that the page is. */
const input = elementAt("q-here", HTMLInputElement);
const status = elementAt("found-status", HTMLElement);
const found = elementAt("found", HTMLElement);
const everything = elementAt("everything", HTMLElement);
const note = elementAt("everything-note", HTMLElement);
let asked = "";

input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim();
  history.replaceState(null, "", text === "" ? location.pathname : `?${new URLSearchParams({ q: text })}`);
  look();
});
input.addEventListener("input", look);
input.value = new URLSearchParams(location.search).get("q") ?? "";
look();

function look(): void {
  const text = input.value.trim();
  const answer = answerTo(text);
  asked = text;
  if (answer.matches.length + answer.places.length === 0) {
    everything.hidden = false;
    found.replaceChildren();
    note.textContent = sayIn(text === "" ? "searchAll" : "foundHelp");
    status.textContent = text === "" ? "" : sayIn("foundNothing", { query: text });
    return;
  }
  void resultsOf(answer).then((results) => {
    // somebody typed on meanwhile
    if (asked !== text) return;
    everything.hidden = true;
    showResults(results, answer.query);
    const count = sayIn("foundCount", { count: results.length });
    status.textContent = answer.partly ? `${count} ${sayIn("foundPartly")}` : count;
  });
}
