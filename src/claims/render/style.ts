/** The style of the page that shows a checked text; light and dark, and for paper. */
export const CHECK_STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --line: #d5d5da; --bad: #b3261e; --good: #1c6b33; --unsure: #8a5a00; --soft: #f4f4f6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --paper: #17171a; --line: #3a3a40; --bad: #ff8a80; --good: #7ddc97; --unsure: #f0c069; --soft: #222226; } }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1.05rem/1.8 "Noto Serif SC", "Source Han Serif SC", Songti SC, SimSun, serif; }
h1 { margin: 0; font-size: 1.5rem; }
.name { margin: 0 0 1rem; }
dl { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1rem; }
dl div { padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .4rem; }
dt { font-size: .85rem; }
dd { margin: 0; font-size: 1.6rem; font-weight: 700; }
.inconsistent dd { color: var(--bad); } .unsure dd { color: var(--unsure); } .consistent dd { color: var(--good); }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; border-top: 1px solid var(--line); }
@media (max-width: 48rem) { .row { grid-template-columns: 1fr; gap: 0; } }
.row p { margin: .6rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
aside { font-size: .9rem; padding: .6rem 0; }
aside section { margin: 0 0 .5rem; padding: .3rem .7rem; border-left: .25rem solid var(--line); background: var(--soft); }
aside section.inconsistent { border-color: var(--bad); } aside section.consistent { border-color: var(--good); } aside section.cannot-tell { border-color: var(--unsure); }
aside code, aside small { display: block; overflow-wrap: anywhere; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--line); }
mark.quantity { background: #1f6feb26; border-color: #1f6feb; }
mark.ratio, mark.points, mark.multiple { background: #8250df26; border-color: #8250df; }
mark.duration { background: #1a7f3726; border-color: #1a7f37; }
mark.vague { border-bottom: 2px dashed var(--unsure); }
mark.inconsistent { outline: 2px solid var(--bad); }
mark.cannot-tell { outline: 2px dotted var(--unsure); }
@media print { body { max-width: none; padding: 0; } .row { break-inside: avoid; } }
`.trim();
