import type { Language } from "../issue/index.ts";
import { html } from "./html.ts";
import { folders } from "./view.ts";

/** The addresses of all pages for search engines, each with the same page in the other language. */
export function siteMap(
  host: string,
  pages: readonly { readonly language: Language; readonly address: string }[],
): string {
  const full = (language: Language, address: string) => `https://${host}/${folders[language]}${address}`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(
  ({
    language,
    address,
  }) => html`<url><loc>${full(language, address)}</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="${full("zh", address)}"/><xhtml:link rel="alternate" hreflang="en" href="${full("en", address)}"/></url>
`,
)}</urlset>
`.text;
}

/** Everything may be read by every robot. */
export function robots(host: string): string {
  return `User-agent: *
Allow: /
Sitemap: https://${host}/sitemap.xml
`;
}
