/// The style of a page, for screens wide and narrow, light and dark, and for paper.
package enum PageStyle {
  package static let css = base + text + margin + digest + map + pointer + narrow + paper

  /// Colours of stances keep a contrast of 4.5 to 1 with the paper behind them, in either scheme.
  private static let base = """
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7; --ink: #1d1c1a; --soft: #5f5b54; --line: #dedad2; --wash: #f1eee7;
      --assert: #1f5c99; --blame: #a3282a; --deny: #855300; --admit: #6d3a9c; --want: #2a6a3e;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, "DejaVu Serif", serif;
      --sans: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181a; --ink: #e6e3dd; --soft: #a5a098; --line: #37383b; --wash: #212326;
        --assert: #8bbcf0; --blame: #f39a94; --deny: #e0b25c; --admit: #c6a5f2; --want: #8ccb9c;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); font: 100%/1.55 var(--serif); -webkit-text-size-adjust: 100%; }
    body { max-width: 70rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; display: flex; flex-direction: column; }
    a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .15em; }
    :focus-visible { outline: 2px solid var(--assert); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; }
    .masthead { order: 0; font-family: var(--sans); font-size: .82rem; line-height: 1.45; color: var(--soft); display: grid; grid-template-columns: minmax(0, 37rem) minmax(0, 1fr); grid-template-rows: auto 1fr; gap: .2rem 3rem; padding-bottom: 1.2rem; border-bottom: 1px solid var(--line); }
    .masthead p { margin: 0; }
    .masthead .name { color: var(--ink); font-weight: 700; letter-spacing: .01em; font-size: 1rem; }
    .masthead .claim { grid-column: 1; }
    .masthead .name, .masthead .claim { align-self: start; }
    .key { grid-column: 2; grid-row: 1 / span 2; list-style: none; margin: 0; padding: 0; font-size: .75rem; }
    .key li { text-indent: -1.3em; padding-left: 1.3em; }
    .key li::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .5em; background: var(--f); border-radius: 2px; }
    .key b { color: var(--f); font-weight: 600; }
    .key { color: var(--soft); }
    .index { order: 1; font-family: var(--sans); font-size: .85rem; padding: 1.4rem 0; border-bottom: 1px solid var(--line); }
    .index.single { display: none; }
    .index h2, .unread h2 { font-size: .85rem; margin: 0 0 .6rem; }
    .index ol { margin: 0; padding: 0 0 0 1.6rem; columns: 2; column-gap: 3rem; }
    .index li { break-inside: avoid; margin-bottom: .5rem; }
    .index li span { display: block; color: var(--soft); font-size: .78rem; }
    main { order: 2; }
    .unread, footer { order: 3; font-family: var(--sans); font-size: .78rem; color: var(--soft); margin-top: 2.5rem; }
    .f-assert { --f: var(--assert); } .f-blame { --f: var(--blame); } .f-deny { --f: var(--deny); }
    .f-admit { --f: var(--admit); } .f-want { --f: var(--want); }

    """

  private static let text = """
    article { padding: 2.6rem 0 1.2rem; border-bottom: 1px solid var(--line); }
    article:last-child { border-bottom: 0; }
    article > header { max-width: 38rem; }
    h2 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; font-weight: 700; text-wrap: balance; }
    .origin, .sum { font-family: var(--sans); font-size: .82rem; margin: 0; color: var(--soft); }
    .origin code { font-size: .92em; overflow-wrap: anywhere; }
    .row { display: grid; grid-template-columns: minmax(0, 37rem) minmax(0, 1fr); column-gap: 3rem; }
    .text { margin: 0 0 1.1rem; font-size: 1.08rem; overflow-wrap: anywhere; hyphens: manual; }
    .headline .text { font-weight: 700; font-size: 1.15rem; }
    .caption .text { font-size: .92rem; color: var(--soft); font-style: italic; }
    .c { text-decoration: underline; text-decoration-color: color-mix(in srgb, var(--f) 45%, transparent); text-decoration-thickness: 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; }
    .s { font-weight: 600; }
    .q { color: var(--f); font-style: italic; }
    .t { background: color-mix(in srgb, var(--f) 16%, transparent); border-radius: 2px; box-shadow: 0 0 0 1px color-mix(in srgb, var(--f) 16%, transparent); }
    .no { font: 600 .66rem/1 var(--sans); color: var(--soft); text-decoration: none; font-style: normal; font-variant-numeric: tabular-nums; }
    .text .no { vertical-align: super; padding: 0 .12em; }
    .no:hover, .no:focus { color: var(--ink); text-decoration: underline; }
    .dropped { font-family: var(--sans); font-size: .8rem; color: var(--soft); margin-top: .4rem; }
    .dropped summary { cursor: pointer; }
    .dropped ul { list-style: none; padding: 0 0 0 1rem; margin: .4rem 0; }
    .dropped q { color: var(--ink); overflow-wrap: anywhere; }

    """

  private static let margin = """
    .notes { list-style: none; margin: .15rem 0 1.1rem; padding: 0; font-family: var(--sans); font-size: .8rem; line-height: 1.42; }
    .note { padding: .1rem .5rem .15rem .7rem; margin-bottom: .42rem; border-inline-start: 3px solid var(--f); overflow-wrap: anywhere; border-radius: 0 3px 3px 0; }
    .why pre { white-space: pre-wrap; font-size: .86em; margin: .2rem 0; max-block-size: 24rem; overflow: auto; }
    .why summary { cursor: pointer; color: var(--soft); }
    .note .who, .digest .who { font-weight: 600; }
    .stance { color: var(--f); font-weight: 600; }
    .what, .source { display: block; }
    .what { color: var(--ink); }
    .what b { font-weight: 500; }
    .what i, .digest i { color: var(--soft); }
    .source { color: var(--soft); font-size: .92em; }

    """

  private static let map = """
    .where { margin: 1.2rem 0 0; max-width: 37rem; font-family: var(--sans); }
    .where figcaption { font-size: .76rem; color: var(--soft); margin-top: .35rem; }
    .map { width: 100%; height: auto; display: block; background: var(--wash); border: 1px solid var(--line); border-radius: 4px; }
    .map .grid { stroke: var(--line); stroke-width: 1; }
    .map .degree { font: 8px var(--sans); fill: var(--soft); }
    .map .scale { fill: none; stroke: var(--soft); }
    .where .ring { fill: none; stroke: var(--soft); stroke-dasharray: 4 3; }
    .where .ring.scene { fill: color-mix(in srgb, var(--blame) 9%, transparent); stroke: var(--blame); }
    .where .spot { fill: var(--wash); stroke: var(--soft); stroke-width: 1.5; }
    .where .spot.scene { fill: var(--blame); stroke: var(--blame); }
    .map .label { font: 10px var(--sans); fill: var(--ink); paint-order: stroke; stroke: var(--wash); stroke-width: 3px; }
    .where + .report { margin-top: 1.5rem; }

    """

  private static let digest = """
    .digest { font-family: var(--sans); font-size: .82rem; line-height: 1.45; background: var(--wash); border-radius: 4px; padding: .9rem 1.1rem .4rem; margin: 1.2rem 0 0; columns: 2 22rem; column-gap: 2.5rem; }
    .digest > :first-child { font-size: .72rem; font-weight: 600; color: var(--soft); margin: 0 0 .5rem; column-span: all; }
    .told { break-inside: avoid; padding-bottom: .7rem; }
    .told > :first-child { font-size: .86rem; margin: 0 0 .15rem; }
    .told > :first-child::first-letter { text-transform: uppercase; }
    .told > :first-child span { font-weight: 400; color: var(--soft); margin-left: .3em; }
    .told ul { list-style: none; margin: 0; padding: 0; }
    .told li { padding-left: 1.6rem; text-indent: -1.6rem; }
    .told li > a { display: inline-block; width: 1.35rem; text-indent: 0; color: var(--soft); font-size: .72rem; text-decoration: none; font-variant-numeric: tabular-nums; }
    .told li > a:hover, .told li > a:focus { text-decoration: underline; color: var(--ink); }
    .digest + .report, header + .report { margin-top: 1.5rem; }

    """

  /// Answers of the page to pointer, focus and links; without a script, within a paragraph, up to its 24th account.
  private static let pointer =
    """
    .on, .note:target, .no:target { --f-on: color-mix(in srgb, var(--f, var(--soft)) 24%, transparent); }
    span.on, .no.on, .no:target { background: var(--f-on); color: var(--ink); }
    .note.on, .note:target { background: color-mix(in srgb, var(--f) 12%, transparent); }
    :target { scroll-margin-top: 30vh; }
    article:target { scroll-margin-top: 0; }

    """
    + (1...24).flatMap { place in
      ["hover", "focus-within", "target"].map {
        ".row:has(.note:nth-child(\(place)):\($0)) .k\(place)"
      }
    }.joined(separator: ",\n")
    + " { background: color-mix(in srgb, var(--f, var(--soft)) 24%, transparent); }\n"

  private static let narrow = """
    @media (max-width: 52rem) {
      body { padding: 1.2rem 1.1rem 3rem; }
      .masthead { grid-template-columns: minmax(0, 1fr); }
      .key { grid-column: 1; grid-row: auto; margin-top: .5rem; }
      .index ol { columns: 1; }
      h2 { font-size: 1.4rem; }
      .row { grid-template-columns: minmax(0, 1fr); }
      .row:has(.notes) .text { margin-bottom: .5rem; }
      .notes { margin-bottom: 1.3rem; }
      .digest { columns: 1; padding: .8rem .9rem .3rem; }
    }

    """

  private static let paper = """
    @media print {
      @page { margin: 16mm 14mm; }
      :root {
        --paper: #fff; --ink: #000; --soft: #4c4c4c; --line: #bbb; --wash: #f4f4f4;
        --assert: #1f5c99; --blame: #a3282a; --deny: #855300; --admit: #6d3a9c; --want: #2a6a3e;
      }
      html { font-size: 10pt; }
      body { display: block; max-width: none; padding: 0; }
      .skip, script { display: none; }
      .index { border-bottom: 0; break-before: page; }
      article { break-before: page; border: 0; padding-top: 0; }
      article:first-child { break-before: auto; padding-top: 1rem; }
      article > header { max-width: none; }
      h2, h3, h4 { break-after: avoid; }
      .row { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); column-gap: 6mm; break-inside: avoid; }
      .text { font-size: 9.8pt; line-height: 1.45; }
      .notes { font-size: 7.8pt; }
      .note, .told { break-inside: avoid; }
      .digest { border: 1px solid var(--line); }
      a { text-decoration: none; }
      .t, .note, .key li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .dropped:not([open]) ul { display: none; }
    }
    """
}
