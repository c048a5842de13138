import PatchworkDisplay

/// How a stretch of text looks on a terminal.
struct TerminalStyle: Equatable, Sendable {
  var bold = false
  var dim = false
  var underlined = false
  var family: StanceFamily?

  static let plain = TerminalStyle()
  static let bold = TerminalStyle(bold: true)
  static let dim = TerminalStyle(dim: true)

  /// The control sequence that turns the style on, empty for plain text.
  var sequence: String {
    var codes: [String] = []
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underlined { codes.append("4") }
    switch family {
    case .assert?: codes.append("34")
    case .blame?: codes.append("31")
    case .deny?: codes.append("33")
    case .admit?: codes.append("35")
    case .want?: codes.append("32")
    case nil: break
    }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

/// A run of text in one style.
struct TerminalRun: Equatable, Sendable {
  var text: String
  var style: TerminalStyle

  init(_ text: String, _ style: TerminalStyle = .plain) {
    self.text = ShownText.clean(text)
    self.style = style
  }
}

/// What a terminal, file or pipe can show.
struct TerminalForm: Equatable, Sendable {
  /// Columns of text.
  var width: Int
  /// Whether colours and weights may be used.
  var hasColour: Bool

  /// The widest line that is still easy to read.
  static let widest = 110
  /// Fewest columns for sources and stances beside each other.
  static let wide = 72
  /// Fewest columns that are used, however narrow the terminal says it is.
  static let narrowest = 24

  /// Whether sources and stances stand in columns.
  var isWide: Bool { width >= Self.wide }

  /// Limits a width to what is used.
  init(width: Int, hasColour: Bool) {
    self.width = min(max(width, Self.narrowest), Self.widest)
    self.hasColour = hasColour
  }
}
