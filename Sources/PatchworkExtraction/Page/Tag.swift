/// Names of elements that matter here; all others are `other`.
enum Tag: UInt8, CaseIterable {
  case text, other
  case a, abbr, address, article, aside, audio, b, blockquote, body, br, button, canvas, caption
  case center, cite, code, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img
  case input, ins, label, legend, li, link, main, map, mark, math, menu, meta, nav, noscript
  case object, ol, option, p, picture, pre, q, s, section, select, small, source, span, strike
  case strong, style, sub, summary, sup, svg, script, table, tbody, td, template, textarea, tfoot
  case th, thead, time, title, tr, track, tt, u, ul, video, wbr

  /// What an element does to the flow of text.
  enum Flow {
    /// Runs along with the words around it.
    case inline
    /// Begins and ends a block.
    case block
    /// Holds no text of the page.
    case void
    /// Holds text that no reader sees.
    case hidden
  }

  /// What the element does to the flow of text.
  var flow: Flow {
    switch self {
    case .text, .a, .abbr, .b, .cite, .code, .del, .em, .font, .i, .ins, .mark, .q, .s, .small,
      .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .wbr, .other, .label:
      .inline
    case .img, .input, .link, .meta, .source, .track, .embed: .void
    case .script, .style, .template, .noscript, .svg, .math, .canvas, .iframe, .object, .select,
      .option, .textarea, .button, .audio, .video, .map, .head, .title, .dialog:
      .hidden
    default: .block
    }
  }

  /// Whether a heading of any level.
  var isHeading: Bool { rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue }

  private static let byName: [String: Tag] = Dictionary(
    uniqueKeysWithValues: Tag.allCases.filter { $0 != .text && $0 != .other }.map { ("\($0)", $0) })

  /// The tag of a name as the parser gives it, lower case.
  init(name: String) { self = Self.byName[name] ?? .other }
}
