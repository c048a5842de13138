/// Makes text of unknown origin fit to be shown: it can neither steer a terminal nor turn the lines around it.
package enum ShownText {
  /// The text with control and bidirectional control characters replaced by U+FFFD, line ends by spaces.
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(replacement(for: scalar) ?? scalar) }
    return String(shown)
  }

  /// What is shown in place of a character that must not be, nil for all others.
  package static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20, 0x7F..<0xA0: "\u{FFFD}"
    // Embeddings, overrides and isolates; the marks 200E, 200F and 061C only colour a neighbour and stay.
    case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: "\u{FFFD}"
    default: nil
    }
  }
}
