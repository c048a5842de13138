import PatchworkText

/// The words of a text as names are looked for in it.
struct NamedText: Sendable {
  /// Folded words.
  let words: [String]
  /// What romanisations of a word agree on.
  let keys: [String]
  let folded: FoldedWords
  /// Whether a line ends before a word.
  private let breaks: [Bool]

  init(_ text: String) {
    let folded = FoldedWords(folding: text)
    self.folded = folded
    var words: [String] = []
    var keys: [String] = []
    words.reserveCapacity(folded.count)
    keys.reserveCapacity(folded.count)
    for index in 0..<folded.count {
      let word = String(decoding: folded.bytes[folded.range(index)], as: UTF8.self)
      words.append(word)
      keys.append(Self.key(word))
    }
    self.words = words
    self.keys = keys
    let bytes = Array(text.utf8)
    breaks = folded.spans.indices.map { index in
      index > 0
        && bytes[folded.spans[index - 1].end..<folded.spans[index].start].contains(0x0A)
    }
  }

  /// The folded words of a text alone.
  static func words(of text: String) -> [String] {
    let folded = FoldedWords(folding: text)
    return (0..<folded.count).map {
      String(decoding: folded.bytes[folded.range($0)], as: UTF8.self)
    }
  }

  /// Short words are their own key: their vowels are what tells them apart.
  static func key(_ word: String) -> String {
    guard word.utf8.count > 3 else { return word }
    return String(decoding: NameSkeleton.regular(FoldedWords(folding: word)), as: UTF8.self)
  }

  var count: Int { words.count }

  /// Whether a word is written as a name is.
  func isCased(_ index: Int) -> Bool {
    let written = folded.cases[index]
    return written.contains(.initial) || written.contains(.caseless)
  }

  /// Whether a word goes on what the word before it began.
  func joins(_ index: Int) -> Bool { index > 0 && folded.gaps[index].joins }

  /// Whether a word begins a line.
  func beginsLine(_ index: Int) -> Bool { index == 0 || breaks[index] }

  /// The first word that ends after a byte.
  func word(at byte: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if folded.spans[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words within a span.
  func range(_ span: Span) -> Range<Int> {
    let first = word(at: span.start)
    var end = first
    while end < count, folded.spans[end].start < span.end { end += 1 }
    return first..<end
  }
}
