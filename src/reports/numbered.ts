import type { Nodes } from "mdast";

/** The binding, citation or chart of a directive. Throws where the bound report has none. */
export function numbered<T extends { readonly number: number }>(list: readonly T[], node: Nodes): T {
  const found = list.find(({ number }) => number === node.data?.number);
  if (found === undefined) throw new Error(`directive ${node.data?.number} is not in the bound report`);
  return found;
}
