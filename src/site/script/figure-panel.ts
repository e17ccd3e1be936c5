import type { Observation } from "../../indicators/index.ts";
import { Decimal, formatNumber } from "../../quantity/index.ts";
import { addresses } from "../address.ts";
import type { FiguresCheck } from "../check/check-figures.ts";
import { element, elementAt, language, say } from "./dom.ts";
import { loadFigures } from "./load-figures.ts";
import { siteRoot } from "./site-files.ts";
import type { Sources } from "./sources.ts";
import { issueFacts, onPress, verdict } from "./work.ts";

/** A published value beside what the entries give. */
type Place = readonly [published: Observation, derived: Observation | null];

/** One figure: its entries are fetched, folded and counted here, and every published value is compared. */
export function figurePanel(sources: Sources): void {
  const choice = elementAt("figure-id", HTMLSelectElement);
  const start = onPress("figure", async (panel) => {
    panel.progress(say("checkRunning"));
    const places: Place[] = [];
    const checkFigures = await loadFigures();
    const found = await checkFigures({
      read: sources.current().read,
      figures: [choice.value],
      verifierKey: await sources.believedKey(),
      place: (...it) => places.push(it),
      progress: (what, done, of) => panel.progress(`${say(`step_${what}`)} ${done} / ${of}`, done, of),
    });
    panel.show(...report(found, places, choice.value));
  });
  const asked = new URLSearchParams(location.search).get("figure");
  if (asked === null || !Array.from(choice.options).some((it) => it.value === asked)) return;
  choice.value = asked;
  elementAt("figure", HTMLElement).scrollIntoView();
  void start();
}

function report(found: FiguresCheck, places: readonly Place[], figure: string): Node[] {
  const { derived, sealed, issue } = found;
  const entries = Object.values(found.registers).reduce((sum, it) => sum + it, 0);
  if (issue !== null) return [verdict(false, say("checkFailed")), issueFacts(issue)];
  const page = element("a", "", say("figureOpen"));
  page.href = new URL(`${language === "en" ? "en/" : ""}${addresses.figure(figure)}`, siteRoot).href;
  return [
    ...(derived > 0 ? [verdict(true, say("figureFine", { derived, entries }))] : []),
    ...(sealed > 0 ? [verdict(true, say("figureSealed", { sealed, entries }))] : []),
    tableOf(places),
    element("p", "note", say("figureSigned"), " ", say("figureUnproven")),
    element("p", "", page),
  ];
}

/** The district's totals, by period: what is published, and what the entries give. */
function tableOf(places: readonly Place[]): HTMLElement {
  const [first] = places;
  const rows = places.filter(
    ([{ area, breakdown, basis }]) =>
      area === first?.[0].area && Object.keys(breakdown).length === 0 && basis === undefined,
  );
  const head = (text: string, className = "") =>
    Object.assign(element("th", className, text), { scope: "col" });
  return element(
    "table",
    "",
    element("caption", "", say("figureDistrict")),
    element(
      "thead",
      "",
      element(
        "tr",
        "",
        head(say("figurePeriod")),
        head(say("figurePublished"), "number"),
        head(say("figureDerived"), "number"),
      ),
    ),
    element(
      "tbody",
      "",
      ...rows.map(([published, derived]) =>
        element(
          "tr",
          "",
          Object.assign(element("th", "", published.period.replace("..", " – ")), { scope: "row" }),
          element("td", "number", valueText(published)),
          element("td", "number", derived === null ? say("figureUntold") : valueText(derived)),
        ),
      ),
    ),
  );
}

function valueText({ value }: Observation): string {
  return value === null ? say("figureNone") : formatNumber(Decimal.of(value), language);
}
