import type { Chapter } from "../../chapter.ts";
import { indicators } from "./indicators.ts";
import { register } from "./register.ts";
import { rules } from "./rules.ts";

export default { register, indicators, rules } satisfies Chapter;
