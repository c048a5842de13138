/// The style of case files: of a document that stands by itself, and of the sheet wherever it stands.
package enum CaseFileStyle {
  /// What a document needs that no other style surrounds.
  static let document = """
    :root { color-scheme: light; --soft: #555; --line: #bbb; --ink: #1a1a1a; --paper: #fff; --wash: #f3f1ec; --blame: #8c1d18; --want: #1b5e34; }
    body { font: 100%/1.45 system-ui, "DejaVu Sans", sans-serif; margin: 0 auto; max-width: 54rem; padding: 1.5rem; color: var(--ink); background: var(--paper); }

    """

  /// The sheet's own rules; shape and word tell as much as colour, since radio rooms print in black.
  package static let sheet = """
    .case-file h1 { font-size: 1.5rem; margin: 0 0 .3rem; }
    .case-file h2 { font-size: 1.05rem; margin: 1.3rem 0 .35rem; border-bottom: 1px solid var(--line); break-after: avoid; }
    .case-file h3 { font-size: .95rem; margin: .9rem 0 .25rem; break-after: avoid; } .case-file h3::first-letter { text-transform: uppercase; }
    .case-file .sum, .case-file .lead { color: var(--soft); font-size: .85rem; } .case-file .lead { margin: .1rem 0 .5rem; }
    .case-file .outcome { font-size: 1.3rem; border: 2px solid var(--ink); padding: .4rem .8rem; display: inline-block; margin: .3rem 0; }
    .case-file .clears { margin: .2rem 0 .7rem; }
    .case-file .stamps { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .4rem; margin: 0; }
    .case-file .stamps div { border: 1px solid var(--line); padding: .25rem .55rem; } .case-file .stamps .stale { border: 2px solid var(--ink); }
    .case-file .stamps dt { font-size: .78rem; color: var(--soft); } .case-file .stamps dd { margin: 0; } .case-file .stamps b { display: block; font-size: 1.1em; }
    .case-file .not-known { border: 2px dashed var(--ink); padding: .1rem .9rem .5rem; margin: 1rem 0; }
    .case-file .not-known h2 { border: 0; margin: .4rem 0 .1rem; } .case-file .not-known li::marker { content: "?  "; font-weight: 700; }
    .case-file .factor { border-left: .35rem solid var(--line); padding: .1rem .7rem; margin: .4rem 0; scroll-margin-top: 1rem; }
    .case-file .factor.against { border-left-style: double; border-color: var(--blame, #8c1d18); } .case-file .factor.for { border-color: var(--want, #1b5e34); }
    .case-file .factor.unknown { border-left-style: dotted; border-color: var(--soft); } .case-file .factor:target { background: var(--wash); }
    .case-file .factor p { margin: .1rem 0; break-after: avoid; } .case-file .factor li { break-inside: avoid; }
    .case-file .no { display: inline-block; min-width: 1.5em; border: 1px solid currentColor; border-radius: 3px; text-align: center; font-weight: 700; padding: 0 .2em; }
    .case-file ul, .case-file ol { margin: .2rem 0; padding-left: 1.3rem; } .case-file q { font-family: Georgia, "DejaVu Serif", serif; }
    .case-file table { border-collapse: collapse; width: auto; } .case-file th, .case-file td { border: 1px solid var(--line); padding: .22rem .5rem; text-align: left; vertical-align: top; }
    .case-file caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .case-file thead th { font-size: .8rem; white-space: normal; } .case-file .wide { overflow-x: auto; }
    .case-file .parts th[scope=row] { min-width: 10rem; }
    .case-file .gap { color: var(--soft); font-size: .85em; background: repeating-linear-gradient(135deg, transparent 0 5px, color-mix(in srgb, var(--line) 45%, transparent) 5px 6px); }
    .case-file .box { border: 1px solid var(--ink); height: 4.5rem; } .case-file .signs .line { margin: 1.1rem 0 .2rem; }
    .case-file .signs .line span { display: inline-block; border-bottom: 1px solid var(--ink); width: 14rem; margin-right: 1rem; } .case-file .signs .line span:last-child { width: 7rem; }
    .case-file .hours { display: block; width: 100%; max-width: 54rem; height: auto; font: 11px system-ui, "DejaVu Sans", sans-serif; } .case-file .hours text { fill: currentColor; }
    .case-file .hours .tick { stroke: var(--line); } .case-file .hours .travel { fill: none; stroke: currentColor; } .case-file .hours .unloading { fill: currentColor; fill-opacity: .55; }
    .case-file .hours .dark { fill: currentColor; } .case-file .hours .runs { fill: currentColor; fill-opacity: .18; } .case-file .hours .lapses { fill: url(#some-time); stroke: currentColor; stroke-width: .6; }
    .case-file .hours pattern line { stroke: currentColor; stroke-width: 1.6; }
    .case-file .runner { display: none; }
    @media print {
      @page { size: A4; margin: 14mm 14mm 14mm; @bottom-right { content: "sheet " counter(page) " of " counter(pages); font: 8pt sans-serif; } }
      body { padding: 0; max-width: none; } .case-file { font-size: 9.5pt; color: #000; }
      .case-file a { color: inherit; text-decoration: none; } .case-file .wide { overflow: visible; }
      .case-file table, .case-file svg, .case-file .stamps, .case-file section:not(.factors), .case-file .factor:not(:has(li + li + li)) { break-inside: avoid; }
      .case-file .gap, .case-file .stamps { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .case-file { display: table; table-layout: fixed; width: 100%; } .case-file .whole { display: table-row-group; }
      .case-file .runner { display: table-footer-group; break-inside: avoid; font-size: 8pt; } .case-file .runner span { display: block; border-top: 1px solid #000; padding-top: 1mm; margin-top: 2mm; }
    }

    """
}
