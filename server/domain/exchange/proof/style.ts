/**
 * How a proof looks: ink on paper. State is a line style and a word, kind is a letter: nothing hangs on colour, since
 * proofs are printed in black and faxed on.
 */
export const PROOF_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; color: #111; background: #fff;
  font: 15px/1.5 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
header, footer, .lists, .left { font-family: system-ui, sans-serif; font-size: 13px; line-height: 1.45; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.3rem 0; }
h2 { font: bold 1rem/1.3 system-ui, sans-serif; margin: 1.6rem 0 0.4rem; border-bottom: 1px solid #111; }
p { margin: 0; }
.meta, .fine { color: #444; font-size: 12px; }
.hash { font-family: ui-monospace, monospace; font-size: 11px; }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.5rem; padding: 0.45rem 0;
  break-inside: avoid-page; }
.row + .row { border-top: 1px solid #ddd; }
.headline { font-size: 1.4rem; font-weight: bold; }
.standfirst, .quote { font-style: italic; }
.byline, .dateline, .caption { font-size: 13px; }
.heading { font-weight: bold; }
.words { line-height: 1.85; white-space: pre-line; }
.words.headline { line-height: 1.25; }
.mark, .line { text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: 3px;
  text-decoration-skip-ink: none; }
.unchecked, .checking { text-decoration-style: dotted; }
.checked { text-decoration-style: dashed; }
.passed { text-decoration-style: solid; }
.returned, .expired { text-decoration-style: wavy; }
.wrong { text-decoration-style: double; }
.number { font: 10px/1 system-ui, sans-serif; vertical-align: super; padding: 0 1px; }
.notes { margin: 0; padding: 0; list-style: none; font: 12px/1.4 system-ui, sans-serif; }
.notes li { display: grid; grid-template-columns: 2.2em minmax(0, 1fr); margin: 0 0 0.35rem; break-inside: avoid; }
.notes li > span:first-child { font-variant-numeric: tabular-nums; font-weight: bold; }
.state { font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.6rem 0.25rem 0; border-bottom: 1px solid #ddd; }
thead th, tbody th, td:nth-child(3) { overflow-wrap: normal; }
.tally { font-variant-numeric: tabular-nums; }
.sign { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.6rem; margin-top: 2.2rem; }
.sign div { border-top: 1px solid #111; padding-top: 0.2rem; min-height: 2.4rem; }
a { color: inherit; }
@page { margin: 16mm 14mm 18mm;
  @bottom-left { content: 'Checking proof'; font: 8pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
@media (max-width: 40rem) { .row { grid-template-columns: minmax(0, 1fr); gap: 0.4rem; } .sign { gap: 1rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { text-decoration: none; }
  h2 { break-after: avoid-page; } tr, .left, footer { break-inside: avoid-page; } thead { display: table-header-group; }
  .words { line-height: 1.7; orphans: 3; widows: 3; } }
`;
