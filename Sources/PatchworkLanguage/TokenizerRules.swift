/// What a model's tokenizer file says: affix patterns, special cases, and where special cases hide.
final class TokenizerRules: @unchecked Sendable {
  /// One token of a special case.
  struct Piece: Sendable {
    let length: Int
    /// Number of its norm where the rule gives one, else 0.
    let norm: UInt64
  }

  let prefix: Pattern
  let suffix: Pattern
  let infix: Pattern
  let url: Pattern
  /// The special cases by text; `pieces` has their tokens.
  let specials = ByteTable(capacity: 2048)
  private(set) var pieces: [[Piece]] = []
  private(set) var longestSpecial = 0
  /// Token texts with which a hidden special case starts.
  let phraseHeads = ByteTable(capacity: 512)
  /// Per head, the sequences of token texts that are special cases when rejoined.
  private(set) var phrases: [[[[UInt8]]]] = []

  init(_ file: ModelFile) throws(ModelError) {
    let root = try file.message()
    prefix = try Self.pattern("prefix_search", root)
    suffix = try Self.pattern("suffix_search", root)
    infix = try Self.pattern("infix_finditer", root)
    url = try Self.pattern("url_match", root)
    if let other = try root.member("token_match"), !other.isNull {
      throw file.unsupported("a token pattern")
    }
    for (key, rule) in try root.required("exceptions").pairs() {
      try addSpecial(file, key: file.bytes[try key.bytes()], rule: try rule.array())
    }
    findPhrases()
  }

  private static func pattern(_ key: String, _ root: MessageNode) throws(ModelError) -> Pattern {
    guard let pattern = Pattern(try root.required(key).text()) else {
      throw root.file.unsupported("\(key): not a regular expression")
    }
    return pattern
  }

  private func addSpecial(
    _ file: ModelFile, key: ArraySlice<UInt8>, rule: [MessageNode]
  ) throws(ModelError) {
    var pieces: [Piece] = []
    var joined: [UInt8] = []
    for token in rule {
      var length = 0
      var norm: UInt64 = 0
      for (attribute, value) in try token.pairs() {
        switch try attribute.integer() {
        case 65:
          let bytes = try value.bytes()
          guard String(validating: file.bytes[bytes], as: UTF8.self) != nil else {
            throw file.unsupported("a special case that is not UTF-8")
          }
          length = bytes.count
          joined += file.bytes[bytes]
        case 67: norm = StringID.of(try value.text())
        default: throw file.unsupported("an attribute of a special case")
        }
      }
      guard length > 0 else { throw file.unsupported("an empty token in a special case") }
      pieces.append(Piece(length: length, norm: norm))
    }
    guard joined.elementsEqual(key), !joined.isEmpty else {
      throw file.unsupported("a special case that does not join to its text")
    }
    guard specials.insert(joined) == self.pieces.count else {
      throw file.unsupported("a special case given twice")
    }
    self.pieces.append(pieces)
    longestSpecial = max(longestSpecial, joined.count)
  }

  /// The special case with this text, or -1.
  @inline(__always)
  func special(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.count > longestSpecial ? -1 : specials.find(text)
  }

  /// Special cases whose text the affix patterns would split are looked for again after splitting.
  private func findPhrases() {
    let splitter = SpanSplitter(self)
    var found: Set<[[UInt8]]> = []
    for index in 0..<specials.count {
      let text = Array(specials.key(index))
      text.withUnsafeBufferPointer { text in
        guard splitter.hasAffix(text) || text.contains(0x20) else { return }
        let sequence = splitter.plainTokens(text)
        guard let first = sequence.first, found.insert(sequence).inserted else { return }
        let head = phraseHeads.insert(first)
        if head == phrases.count { phrases.append([]) }
        phrases[head].append(sequence)
      }
    }
  }
}
