import { checkFigures } from "../check/check-figures.ts";
import { FIGURES } from "./hand-over.ts";

/** What counts figures anew: a script of its own, fetched once somebody asks for it. */
Object.assign(globalThis, { [FIGURES]: checkFigures });
