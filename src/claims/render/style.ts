/** The style of the page that shows a checked text: for a wide and a narrow window, light, dark, and paper. */
export const CHECK_STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1f; --quiet: #5c5c66; --paper: #fff; --card: #f5f5f7; --line: #d8d8de;
  --bad: #b3261e; --good: #1b6b36; --unsure: #7d5200; --open: #7a2e8a; --link: #1a4fb4;
  --quantity: #d7e6ff; --ratio: #e8defa; --duration: #d9f0df; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9ec; --quiet: #a6a6b0; --paper: #161619; --card: #212126; --line: #3b3b43;
  --bad: #ff8f85; --good: #7fdb9a; --unsure: #f2c26b; --open: #dca4ea; --link: #8fb4ff;
  --quantity: #173a6b; --ratio: #3b2a63; --duration: #17452a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; }
a { color: var(--link); }
.tool, .size, .tiles-of { margin: 0; color: var(--quiet); font-size: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .7rem; margin: 1.2rem 0 0; }
.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .7rem .9rem; border: 1px solid var(--line);
  border-top: .25rem solid var(--line); border-radius: .4rem; background: var(--card); }
.tiles dt { font-size: .85rem; line-height: 1.4; color: var(--quiet); }
.tiles dd { margin: 0; font-size: 1.9rem; line-height: 1.2; font-weight: 700; font-variant-numeric: tabular-nums; }
.tiles.small { margin-top: .4rem; } .tiles.small dd { font-size: 1.3rem; } .tiles-of { margin-top: 1.2rem; }
.tiles .inconsistent { border-top-color: var(--bad); } .tiles .inconsistent dd { color: var(--bad); }
.tiles .cannot-tell { border-top-color: var(--unsure); } .tiles .cannot-tell dd { color: var(--unsure); }
.tiles .consistent { border-top-color: var(--good); } .tiles .consistent dd { color: var(--good); }
.tiles .vague { border-top-color: var(--open); } .tiles .vague dd { color: var(--open); }
.worst ul { margin: 0; padding: 0; list-style: none; }
.worst li { margin: .4rem 0; padding: .5rem .9rem; border-left: .25rem solid var(--bad); background: var(--card); }
.worst small { color: var(--quiet); }
.nothing { margin: 2rem 0 0; color: var(--good); }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: .9rem; }
.row { display: grid; grid-template-columns: 2.2rem minmax(0, 38rem) minmax(0, 1fr); gap: 0 1.2rem; padding: .55rem 0; border-top: 1px solid var(--line); }
.number { padding-top: .35rem; color: var(--quiet); font-size: .8rem; text-align: right; font-variant-numeric: tabular-nums; }
.row p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 1.08rem/1.85 "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", SimSun, serif; }
.tabular { grid-template-columns: 2.2rem minmax(0, 1fr); }
.tabular .notes { grid-column: 2; margin-top: .7rem; columns: 24rem; column-gap: 1.2rem; } .tabular .notes li { break-inside: avoid; }
.table { overflow-x: auto; } .table table { border-collapse: collapse; font-size: .98rem; line-height: 1.5; font-variant-numeric: tabular-nums; }
.table th, .table td { padding: .3rem .7rem; border: 1px solid var(--line); vertical-align: top; white-space: pre-wrap; min-width: 3.6em; }
.table .number-cell { text-align: right; white-space: nowrap; }
.table th { text-align: left; font-weight: 600; background: var(--card); } .table th[scope=row] { min-width: 5.5em; } .table thead th { text-align: center; vertical-align: middle; }
.notes { margin: 0; padding: 0; list-style: none; font-size: .92rem; line-height: 1.5; }
.notes li { margin: .15rem 0 .5rem; padding: .4rem .7rem; border-left: .22rem solid var(--line); background: var(--card); border-radius: 0 .3rem .3rem 0; }
.notes li:target { outline: 2px solid var(--link); }
.notes .inconsistent { border-color: var(--bad); } .notes .cannot-tell { border-color: var(--unsure); }
.notes .consistent { border-color: var(--good); } .notes .vague { border-color: var(--open); }
.notes .inconsistent strong { color: var(--bad); } .notes .cannot-tell strong { color: var(--unsure); } .notes .consistent strong { color: var(--good); font-weight: 500; }
.notes .consistent { margin-bottom: .3rem; padding: .2rem .7rem; font-size: .86rem; }
.notes code { display: block; margin-top: .2rem; font: .92em/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
.notes small { color: var(--quiet); } .notes .vague small { display: block; }
.ref { padding: 0 .3em; border: 1px solid var(--line); border-radius: 1em; color: var(--quiet); background: var(--paper); font: 700 .72rem/1.4 system-ui, sans-serif; text-decoration: none; }
a.ref { margin: 0 .1em; vertical-align: .35em; color: var(--link); }
mark { background: none; color: inherit; text-decoration: underline dotted var(--quiet) 1px; text-underline-offset: .25em; }
mark.quantity { background: var(--quantity); } mark.ratio, mark.points, mark.multiple { background: var(--ratio); } mark.duration { background: var(--duration); }
mark.quantity, mark.ratio, mark.points, mark.multiple, mark.duration { border-radius: .15em; text-decoration: none; }
mark.vague { text-decoration: underline wavy var(--open) 1px; }
mark.consistent { text-decoration: underline solid var(--good) 2px; }
mark.cannot-tell { text-decoration: underline dashed var(--unsure) 2px; }
mark.inconsistent { text-decoration: underline solid var(--bad) 3px; font-weight: 700; }
@media (max-width: 56rem) { body { padding: 1.2rem 1rem 3rem; } .row, .tabular { grid-template-columns: 1.9rem minmax(0, 1fr); gap: 0 .6rem; } .notes { grid-column: 2; margin-top: .5rem; } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #999;
    --bad: #a00; --good: #050; --unsure: #640; --open: #506; --link: #000; --quantity: #e3ecfa; --ratio: #ece5f7; --duration: #e2f1e6; }
  @page { margin: 1.6cm; } body { max-width: none; padding: 0; font-size: 10pt; } .tiles { grid-template-columns: repeat(5, 1fr); } .row { grid-template-columns: 1.6rem minmax(0, 3fr) minmax(0, 2fr); } .tabular { grid-template-columns: 1.6rem minmax(0, 1fr); }
  .row:not(.tabular) .notes { grid-column: 3; margin: 0; } .notes li, .worst li, .tiles div { break-inside: avoid; } mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`.trim();
