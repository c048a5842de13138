/// Writes a page; text is escaped, and signs that turn the direction of text are left out.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// Markup as it is.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  mutating func heading(_ words: String) {
    raw("<h2>")
    text(words)
    raw("</h2>\n")
  }

  /// Words of the record.
  mutating func text(_ words: String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}":
        continue
      case "\n", "\t": bytes.append(UInt8(scalar.value))
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": bytes.append(0x20)
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
