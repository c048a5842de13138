/// Norms of words and signs, by the number of the written form.
struct LexicalTables: Sendable {
  /// Number of the norm by number of the form.
  let norms: [UInt64: UInt64]

  init(_ file: ModelFile) throws(ModelError) {
    var norms = Self.signs
    for (form, norm) in try file.message().required("lexeme_norm").pairs() {
      guard case .integer(let number) = form.value else {
        throw file.unsupported("a norm without a number")
      }
      norms[number] = StringID.of(try norm.text())
    }
    self.norms = norms
  }

  /// Typographic variants and the plain sign each stands for; a model's own norms go before.
  private static let signs: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for (norm, forms) in variants {
      for form in forms { table[StringID.of(form)] = StringID.of(norm) }
    }
    return table
  }()

  private static let variants: [(String, [String])] = [
    ("'s", ["'s", "'S", "\u{2019}s", "\u{2019}S"]),
    ("'", ["\u{2019}", "\u{2018}", "\u{B4}", "`"]),
    (
      "\"",
      [
        "\u{201D}", "\u{201C}", "''", "``", "\u{B4}\u{B4}", "\u{201E}", "\u{BB}", "\u{AB}",
        "\u{2018}\u{2018}", "\u{2019}\u{2019}",
      ]
    ),
    ("?", ["\u{FF1F}"]), ("!", ["\u{FF01}"]), (",", ["\u{FF0C}"]), (";", ["\u{FF1B}"]),
    (":", ["\u{FF1A}"]), (".", ["\u{3002}", "\u{964}"]), ("...", ["\u{2026}"]),
    ("-", ["\u{2014}", "\u{2013}", "--", "---", "\u{2014}\u{2014}"]),
    (
      "$",
      [
        "\u{20AC}", "\u{A3}", "\u{A5}", "\u{E3F}", "US$", "C$", "A$", "\u{20BA}", "\u{20B9}",
        "\u{9F3}", "\u{20A9}", "Mex$", "\u{20A3}", "E\u{A3}",
      ]
    ),
  ]
}
