import type { RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";

const BOX = { width: 150, height: 38, gap: 30 };
const LANE = 20;

/**
 * A register's lifecycle drawn from top to bottom, as a phone is held: states in the order in which a record
 * reaches them, a straight arrow from each to the next, arcs on the right for steps that skip states and, dashed,
 * on the left for steps back. The steps stand beside it as a list, so it is hidden from assistive technology.
 */
export function lifecycleDrawing(view: View, { lifecycle }: RegisterDefinition): Html {
  const order = inOrder(lifecycle);
  const place = new Map(order.map((state, at) => [state, at]));
  const arcs = lifecycle.transitions.map(({ from, to }) => ({
    from: place.get(from) ?? 0,
    to: place.get(to) ?? 0,
  }));
  const skipping = inLanes(arcs.filter(({ from, to }) => to > from + 1));
  const returning = inLanes(arcs.filter(({ from, to }) => to <= from));
  const left = lanesOf(returning) * LANE + (returning.length > 0 ? 6 : 1);
  const width = left + BOX.width + lanesOf(skipping) * LANE + (skipping.length > 0 ? 6 : 1);
  const height = order.length * (BOX.height + BOX.gap) - BOX.gap + 2;
  const top = (at: number) => 1 + at * (BOX.height + BOX.gap);
  const straight = arcs.filter(({ from, to }) => to === from + 1);
  return html`<svg class="lifecycle" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">
${order.map(
  (
    state,
    at,
  ) => html`<rect class="${at === 0 ? "initial" : "state"}" x="${left}" y="${top(at)}" width="${BOX.width}" height="${BOX.height}" rx="4"/>
<text x="${left + BOX.width / 2}" y="${top(at) + BOX.height / 2}">${view.words(lifecycle.states[state]?.title ?? { zh: state, en: state })}</text>
`,
)}${straight.map(({ from }) => {
  const [x, y] = [left + BOX.width / 2, top(from) + BOX.height];
  return html`<path d="M${x} ${y}V${y + BOX.gap - 1}"/>${head(x, y + BOX.gap, "down")}
`;
})}${[...skipping.map((it) => ({ ...it, side: 1 })), ...returning.map((it) => ({ ...it, side: -1 }))].map(
  ({ from, to, lane, side }) => {
    const edge = side > 0 ? left + BOX.width : left;
    const out = edge + side * (lane + 1) * LANE;
    // two arcs at one box leave and arrive apart
    const [start, end] = [top(from) + BOX.height * 0.66, top(to) + BOX.height * 0.34];
    return html`<path${side < 0 ? html` class="back"` : null} d="M${edge} ${start}H${out - side * 6}Q${out} ${start} ${out} ${start + (end > start ? 6 : -6)}V${end + (end > start ? -6 : 6)}Q${out} ${end} ${out - side * 6} ${end}H${edge + side}"/>${head(edge, end, side > 0 ? "left" : "right")}
`;
  },
)}</svg>`;
}

/** States in the order of the first way from the start to each; those that no step reaches, last. */
export function inOrder({
  initial,
  states,
  transitions,
}: RegisterDefinition["lifecycle"]): readonly string[] {
  const order = [initial];
  for (const state of order)
    for (const { from, to } of transitions) if (from === state && !order.includes(to)) order.push(to);
  return [...order, ...Object.keys(states).filter((it) => !order.includes(it))];
}

interface Arc {
  readonly from: number;
  readonly to: number;
}

/** Arcs that would lie over each other get lanes of their own, the shortest the nearest one. */
function inLanes(arcs: readonly Arc[]): readonly (Arc & { readonly lane: number })[] {
  const placed: (Arc & { readonly lane: number })[] = [];
  for (const arc of arcs.toSorted(
    (one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from),
  )) {
    let lane = 0;
    while (placed.some((it) => it.lane === lane && overlap(it, arc))) lane += 1;
    placed.push({ ...arc, lane });
  }
  return placed;
}

function overlap(one: Arc, other: Arc): boolean {
  const [a, b] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
  const [c, d] = [Math.min(other.from, other.to), Math.max(other.from, other.to)];
  return a <= d && c <= b;
}

function lanesOf(arcs: readonly { readonly lane: number }[]): number {
  return Math.max(0, ...arcs.map(({ lane }) => lane + 1));
}

function head(x: number, y: number, to: "down" | "left" | "right"): Html {
  const points = {
    down: `${x - 4.5},${y - 7} ${x + 4.5},${y - 7} ${x},${y}`,
    left: `${x + 7},${y - 4.5} ${x + 7},${y + 4.5} ${x},${y}`,
    right: `${x - 7},${y - 4.5} ${x - 7},${y + 4.5} ${x},${y}`,
  }[to];
  return html`<polygon points="${points}"/>`;
}
