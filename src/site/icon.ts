import { type Html, html } from "./html.ts";

/** A seal with 回, the first character of 回眸, which is two squares. */
export const seal: Html = html`<svg class="seal" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="4"/><path d="M7.5 7.5h17v17h-17zM13 13h6v6h-6z"/></svg>`;

/** A lens, for the way to the search. */
export const lens: Html = html`<svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true" focusable="false"><path d="M10.5 10.5 15 15M6.5 1a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z"/></svg>`;

/** The seal as a picture of its own. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#a8281b"/><path d="M7.5 7.5h17v17h-17zM13 13h6v6h-6z" fill="none" stroke="#fff" stroke-width="2.5"/></svg>
`;
