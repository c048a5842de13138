/// How many columns a text takes on a terminal.
enum TerminalWidth {
  /// Columns of a text without line ends: two for East Asian wide characters and pictographs, none for marks that join.
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one scalar.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text with spaces after it up to a width; longer text ends in an ellipsis.
  static func fitted(_ text: String, to width: Int) -> String {
    let taken = of(text)
    if taken <= width { return text + String(repeating: " ", count: width - taken) }
    var kept = String.UnicodeScalarView()
    var columns = 0
    for scalar in text.unicodeScalars {
      let next = of(scalar)
      if columns + next > width - 1 { break }
      kept.append(scalar)
      columns += next
    }
    return String(kept) + "…" + String(repeating: " ", count: max(0, width - columns - 1))
  }
}
