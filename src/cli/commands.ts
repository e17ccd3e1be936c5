import { addAppend } from "./append.ts";
import { addCheck } from "./check.ts";
import type { AddCommand } from "./command.ts";
import { addDefine } from "./define.ts";
import { addDemo } from "./demo.ts";
import { addDue } from "./due.ts";
import { addErase } from "./erase.ts";
import { addExport } from "./export.ts";
import { addImport } from "./import.ts";
import { addIndicators } from "./indicators.ts";
import { addInit } from "./init.ts";
import { addList } from "./list.ts";
import { addReconcile } from "./reconcile.ts";
import { addRelease } from "./release.ts";
import { addServe } from "./serve.ts";
import { addVerify } from "./verify.ts";

/** Every command, in the order in which help shows them. */
export const commands: readonly AddCommand[] = [
  addInit,
  addDemo,
  addDefine,
  addImport,
  addExport,
  addAppend,
  addErase,
  addIndicators,
  addReconcile,
  addDue,
  addList,
  addCheck,
  addRelease,
  addVerify,
  addServe,
];
