import { type Html, html } from "./html.ts";

/** A seal with 回, the first character of 回眸, which is two squares. */
export const seal: Html = html`<svg class="seal" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="4"/><path d="M7.5 7.5h17v17h-17zM13 13h6v6h-6z"/></svg>`;

/** The same as a picture of its own. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#a8281b"/><path d="M7.5 7.5h17v17h-17zM13 13h6v6h-6z" fill="none" stroke="#fff" stroke-width="2.5"/></svg>
`;
