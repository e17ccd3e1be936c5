import { IssueError, issue } from "../../issue/index.ts";
import type { PackDefinition } from "../define.ts";
import { readOutlines } from "./outlines.ts";

/** Refuses, with everything that is wrong with it (`indicators.map-…`), a map that cannot be shown as it is. */
export function checkMap({ areas, map, demonstration }: PackDefinition): void {
  if (map === undefined) return;
  const issues = [...readOutlines(map, areas).issues];
  if (map.approval === undefined && demonstration === undefined)
    issues.push(issue("indicators.map-approval", [map.file]));
  if (issues.length > 0) throw new IssueError(issues);
}
