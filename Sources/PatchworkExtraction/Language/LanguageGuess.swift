import PatchworkText

/// Names the language of a text by its script and its commonest small words.
enum LanguageGuess {
  /// Bytes at the head that are looked at.
  private static let reach = 2400

  /// BCP 47 language of a text, empty when it cannot be told.
  static func language(of text: String) -> String {
    language(of: Array(text.utf8.prefix(reach)))
  }

  /// BCP 47 language of UTF-8 bytes, empty when it cannot be told.
  static func language(of bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return SmallWords.shipped.language(of: bytes) }
    let census = ScriptCensus(bytes)
    if let script = census.script { return script }
    guard census.latin > 0 else { return "" }
    return SmallWords.shipped.language(of: bytes)
  }
}
