/// The style of a dossier: screens wide and narrow, light and dark, and paper.
enum DossierStyle {
  static let css = """
    :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1c1a; --soft: #5f5b54; --line: #dedad2; --wash: #f1eee7; --mark: #1f5c99; --deny: #855300; }
    @media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e6e3dd; --soft: #a5a098; --line: #37383b; --wash: #212326; --mark: #8bbcf0; --deny: #e0b25c; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Charter, Georgia, "DejaVu Serif", serif; }
    main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-top: 1px solid var(--line); padding-top: 1rem; break-after: avoid; }
    h3 { font-size: .95rem; margin: 0 0 .5rem; break-after: avoid; }
    .code, .from, .right, figcaption, footer, th, caption { color: var(--soft); font: .82rem/1.45 system-ui, "DejaVu Sans", sans-serif; }
    .code { margin: 0; } .from { overflow-wrap: anywhere; }
    .facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; justify-content: space-between; }
    dl { display: grid; grid-template-columns: max-content minmax(12rem, 1fr); gap: .25rem 1rem; margin: 1rem 0; flex: 1 1 26rem; }
    dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
    .map { margin: 1rem 0; max-width: 16rem; } figcaption { overflow-wrap: anywhere; }
    .ring { fill: var(--wash); stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 3; }
    .cross, .scale { stroke: var(--ink); fill: none; } svg text { fill: var(--soft); font: 11px system-ui, "DejaVu Sans", sans-serif; }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem; }
    article { border-left: 2px solid var(--line); padding-left: .8rem; margin: 0 0 1rem; break-inside: avoid; }
    .who, .from { margin: 0; } blockquote { margin: .15rem 0; overflow-wrap: anywhere; }
    .shift { border-left: 2px solid var(--deny); padding-left: .8rem; margin-bottom: 1rem; break-inside: avoid; }
    .stance { color: var(--mark); } .stance.denies { color: var(--deny); }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; } th, td { text-align: start; padding: .25rem .6rem .25rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    caption { text-align: start; } tr { break-inside: avoid; } tr:not(.counts) td { color: var(--soft); } .bar { white-space: nowrap; }
    .upto { fill: var(--mark); } .between { fill: var(--paper); fill-opacity: .55; } tr:not(.counts) .upto { fill: var(--line); }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
    @media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } table, tbody, tr, td { display: block; } thead { display: none; } td { border: 0; padding: 0; } tr { border-bottom: 1px solid var(--line); padding: .4rem 0; } }
    @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #eee; --mark: #133d66; --deny: #5c3900; } main { max-width: none; padding: 0; } body { font-size: 10pt; } @page { margin: 18mm 15mm; } }

    """
}
