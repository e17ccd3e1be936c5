import { attribute, type Html, html, type Part } from "./html.ts";

export interface Column {
  readonly head: Part;
  /** digits are set right and under each other */
  readonly numeric?: true;
  /** words that are too short to be broken */
  readonly short?: true;
}

export interface Cell {
  readonly content: Part;
  /** what an address can point to */
  readonly id?: string | undefined;
}

export interface Row {
  /** what the row is about: its header cell */
  readonly head: Part;
  readonly cells: readonly Cell[];
  readonly id?: string | undefined;
  /** a sum or other row that stands apart from those above it */
  readonly closing?: true;
  /** cannot be compared with the rows above it */
  readonly broken?: true;
}

export interface Table {
  /** unique on its page */
  readonly id: string;
  readonly caption: Part;
  /** the head of the column of row headers */
  readonly corner: Part;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** its heading says already what the caption says: the caption is for those who cannot see the heading */
  readonly captionHidden?: true;
  /** how the style sheet knows it */
  readonly kind?: string;
  /** too wide for a phone: it scrolls within its own frame, its first column staying in sight */
  readonly wide?: true;
}

/**
 * A table with caption, column heads and row heads, in a frame that scrolls where very large letters need it. A wide
 * one needs it on a phone: its frame takes the focus.
 */
export function tableOf(table: Table): Html {
  const { id, caption, corner, columns, rows, captionHidden, kind, wide } = table;
  const classes = [wide && "wide", kind].filter(Boolean).join(" ");
  const markup = html`<table id="${id}"${attribute("class", classes !== "" && classes)}>
<caption id="${id}-caption"${attribute("class", captionHidden ? "hidden" : undefined)}>${caption}</caption>
<thead><tr><th scope="col">${corner}</th>${columns.map(
    (it) => html`<th scope="col"${attribute("class", classOf(it))}>${it.head}</th>`,
  )}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, columns))}</tbody>
</table>`;
  const region = html` role="region" tabindex="0" aria-labelledby="${id}-caption"`;
  return html`<div class="scroll"${wide && region}>${markup}</div>`;
}

function classOf(column: Column | undefined): string | false {
  return (column?.numeric && "number") || (column?.short && "short") || false;
}

function rowOf({ head, cells, id, closing, broken }: Row, columns: readonly Column[]): Html {
  return html`<tr${attribute("id", id)}${attribute("class", (closing && "closing") || (broken && "broken"))}><th scope="row">${head}</th>${cells.map(
    (cell, at) =>
      html`<td${attribute("id", cell.id)}${attribute("class", classOf(columns[at]))}>${cell.content}</td>`,
  )}</tr>
`;
}
