/** Reports: prose in, every quantity proven by a binding or the release stopped. */
export type { Binding, BoundReport, ChartRequest, Citation } from "./bound-report.ts";
