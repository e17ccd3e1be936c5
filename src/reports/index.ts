/** Reports: prose in, every quantity proven by a binding or the release stopped. */
export type { Observe } from "./bind.ts";
export { areasOfTags, citationTag, figureTag, readTag } from "./binding-tag.ts";
export type { Binding, BoundReport, ChartRequest, Citation } from "./bound-report.ts";
export { boundTexts, holdBoundTexts } from "./bound-text.ts";
export { bindReport, type Gate, gate } from "./gate.ts";
export {
  type FigureDirective,
  type ReadReport,
  type ReportText,
  readReport,
  textsOf,
} from "./read.ts";
export { renderHtml, type Surroundings } from "./render/html.ts";
export { renderPlain } from "./render/plain.ts";
export {
  renderWord,
  type WordChart,
  type WordSources,
  type WordSurroundings,
} from "./render/word/document.ts";
export type { Unproven } from "./unproven.ts";
