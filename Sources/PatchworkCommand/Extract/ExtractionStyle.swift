/// The style of the page of kept and dropped blocks, for screens wide and narrow, light and dark, and for paper.
enum ExtractionStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7; --ink: #1d1c1a; --soft: #5f5b54; --line: #dedad2; --wash: #f1eee7;
      --text: #1f5c99; --apart: #855300; --out: #d2cdc3; --bad: #a3282a;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, "DejaVu Serif", serif;
      --sans: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181a; --ink: #e6e3dd; --soft: #a5a098; --line: #37383b; --wash: #212326;
        --text: #8bbcf0; --apart: #e0b25c; --out: #44454a; --bad: #f39a94;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); font: 100%/1.55 var(--serif); -webkit-text-size-adjust: 100%; }
    body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
    .masthead, footer { font-family: var(--sans); font-size: .82rem; line-height: 1.45; color: var(--soft); }
    .masthead { padding-bottom: 1.2rem; border-bottom: 1px solid var(--line); }
    .masthead p { margin: 0 0 .3rem; max-width: 40rem; }
    .masthead .name { color: var(--ink); font-weight: 700; font-size: 1rem; }
    .key { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; gap: 1.4rem; }
    .key li::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-inline-end: .5em; background: var(--k); border-radius: 2px; }
    .k-text { --k: var(--text); } .k-apart { --k: var(--apart); } .k-out { --k: var(--out); }
    article { padding: 2.4rem 0 1.6rem; border-bottom: 1px solid var(--line); }
    h2 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .4rem; max-width: 40rem; text-wrap: balance; }
    .origin { font-family: var(--sans); font-size: .8rem; color: var(--soft); margin: 0 0 .9rem; overflow-wrap: anywhere; }
    .refused { color: var(--bad); font-family: var(--sans); max-width: 40rem; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; font-family: var(--sans); font-size: .82rem; margin: 0; max-width: 46rem; }
    dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
    .strip { margin: 1.2rem 0 1.6rem; }
    .strip svg { display: block; width: 100%; height: .8rem; border-radius: 3px; background: var(--wash); }
    .strip rect { fill: var(--k); }
    .strip figcaption { font-family: var(--sans); font-size: .75rem; color: var(--soft); margin-top: .3rem; }
    .row { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); column-gap: 2rem; align-items: baseline; }
    .text { margin: 0 0 1rem; font-size: 1.06rem; overflow-wrap: anywhere; }
    .headline .text { font-size: 1.15rem; }
    .caption .text { font-size: .92rem; color: var(--soft); font-style: italic; border-inline-start: 3px solid var(--apart); padding-inline-start: .8rem; }
    .why { font-family: var(--sans); font-size: .72rem; color: var(--soft); margin: 0; }
    details { font-family: var(--sans); font-size: .8rem; color: var(--soft); margin: 0 0 1rem; max-width: 38rem; border-inline-start: 3px solid var(--out); padding-inline-start: .8rem; }
    summary { cursor: pointer; }
    summary:hover { color: var(--ink); }
    :focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
    details ul { list-style: none; margin: .5rem 0 0; padding: 0; }
    details li { padding: .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    details .why { display: inline-block; margin-inline-end: .6em; font-weight: 600; }
    @media (max-width: 48rem) {
      body { padding: 1.2rem 1.1rem 3rem; }
      h2 { font-size: 1.4rem; }
      .row { grid-template-columns: minmax(0, 1fr); }
      .row .why { margin: -.8rem 0 1rem; }
    }
    @media print {
      html { font-size: 10pt; }
      body { max-width: none; padding: 0; }
      article { break-before: page; border: 0; }
      article:first-child { break-before: auto; }
      .row, .strip { break-inside: avoid; }
      .strip rect, .key li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      details:not([open]) ul { display: none; }
    }
    """
}
