import PatchworkText

/// The phrases of boilerplate, captions and credits, indexed for one look at each line.
struct PhraseLexicon {
  /// The lexicon that ships with Patchwork.
  static let shipped: PhraseLexicon = {
    let table = LexiconFolder.table("phrases.tsv")
    do {
      return try PhraseLexicon(table)
    } catch {
      preconditionFailure("The lexicon of phrases cannot be used: \(error)")
    }
  }()

  private var whole: [[UInt8]: Phrase] = [:]
  /// By the first two bytes.
  private var starts: [UInt16: [Phrase]] = [:]
  private var contained: [Phrase] = []
  private var sentences: [Phrase] = []
  /// By the first byte.
  private var inner: [UInt8: [Phrase]] = [:]

  /// Indexes a table of phrases.
  init(_ table: LexiconTable) throws(LexiconError) {
    for row in table.rows {
      let phrase = try Phrase(row, file: table.file)
      switch phrase.kind {
      case .whole: whole[phrase.pattern] = phrase
      case .start: starts[Self.key(phrase.pattern), default: []].append(phrase)
      case .contains: contained.append(phrase)
      case .sentence: sentences.append(phrase)
      case .tail, .bracket: inner[phrase.pattern[0], default: []].append(phrase)
      }
    }
  }

  /// The phrase that a line as a whole matches.
  func match(_ line: FoldedLine) -> Phrase? {
    let core = Self.core(line.bytes)
    if let phrase = whole[Array(line.bytes[core])] { return phrase }
    if let phrase = start(line, from: 0) ?? start(line, from: core.lowerBound) { return phrase }
    return contained.first {
      line.words <= $0.words && line.bytes.firstOffset(of: $0.pattern) != nil
    }
  }

  /// A phrase within a line that takes only a part of it, as folded offsets.
  func part(_ line: FoldedLine) -> (phrase: Phrase, range: Range<Int>)? {
    let bytes = line.bytes
    for at in bytes.indices {
      guard let phrases = inner[bytes[at]] else { continue }
      for phrase in phrases where bytes[at...].starts(with: phrase.pattern) {
        return (phrase, at..<(phrase.kind == .tail ? bytes.count : closing(bytes, at)))
      }
    }
    return lastSentence(line)
  }

  private func lastSentence(_ line: FoldedLine) -> (phrase: Phrase, range: Range<Int>)? {
    let bytes = line.bytes
    let end = bytes.last == UInt8(ascii: ".") ? bytes.count - 1 : bytes.count
    for phrase in sentences where bytes[..<end].suffix(phrase.pattern.count) == phrase.pattern[...]
    {
      var at = end - phrase.pattern.count
      while at > 1, !isSentenceBreak(bytes, at) { at -= 1 }
      let start = at > 1 ? at : 0
      let words = bytes[start..<end].count { $0 == 0x20 } + 1
      if words <= phrase.words { return (phrase, start..<bytes.count) }
    }
    return nil
  }

  /// Whether a sentence begins at an offset: a space before it, and before that a full stop after two letters or a quote.
  private func isSentenceBreak(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard bytes[at - 1] == 0x20, at >= 4 else { return false }
    let quoted = bytes[at - 2] == UInt8(ascii: "\"")
    let stop = quoted ? at - 3 : at - 2
    return bytes[stop] == UInt8(ascii: ".") && isLetter(bytes[stop - 1])
      && (quoted || isLetter(bytes[stop - 2]))
  }

  private func start(_ line: FoldedLine, from: Int) -> Phrase? {
    let bytes = line.bytes[from...]
    guard bytes.count >= 2, let phrases = starts[Self.key(bytes)] else { return nil }
    return phrases.first { phrase in
      guard line.words <= phrase.words, bytes.starts(with: phrase.pattern) else { return false }
      let rest = bytes.dropFirst(phrase.pattern.count)
      if !phrase.later.isEmpty { return Self.follows(phrase.later, in: rest) }
      guard let next = rest.first, let last = phrase.pattern.last else { return true }
      return !isLetter(last) || !(isLetter(next) || next >= 0x80)
    }
  }

  /// Whether a pattern stands within the next eight words.
  private static func follows(_ pattern: [UInt8], in rest: ArraySlice<UInt8>) -> Bool {
    var words = 0
    for at in rest.indices {
      if rest[at...].starts(with: pattern) {
        let end = at + pattern.count
        return end == rest.endIndex || !isLetter(rest[end])
      }
      if rest[at] == 0x20 { words += 1 }
      if words > 8 { return false }
    }
    return false
  }

  /// The line without ASCII punctuation at its ends.
  private static func core(_ bytes: [UInt8]) -> Range<Int> {
    var (from, to) = (0, bytes.count)
    while from < to, isTrimmed(bytes[from]) { from += 1 }
    while to > from, isTrimmed(bytes[to - 1]) { to -= 1 }
    return from..<to
  }

  private static func isTrimmed(_ byte: UInt8) -> Bool {
    byte < 0x80 && !isLetter(byte) && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "+")
  }

  private func closing(_ bytes: [UInt8], _ at: Int) -> Int {
    var depth = 0
    for index in at..<bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return bytes.count
  }

  private static func key(_ bytes: some Collection<UInt8>) -> UInt16 {
    var iterator = bytes.makeIterator()
    return UInt16(iterator.next() ?? 0) << 8 | UInt16(iterator.next() ?? 0)
  }
}
