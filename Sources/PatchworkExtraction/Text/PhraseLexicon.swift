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
  private var longestWhole = 0
  private var mostContained = 0
  private var sentences: [Phrase] = []
  /// By the first byte, for every byte.
  private var inner: [[Phrase]] = Array(repeating: [], count: 256)

  /// Indexes a table of phrases.
  init(_ table: LexiconTable) throws(LexiconError) {
    for row in table.rows {
      let phrase = try Phrase(row, file: table.file)
      switch phrase.kind {
      case .whole:
        whole[phrase.pattern] = phrase
        longestWhole = max(longestWhole, phrase.pattern.count)
      case .start, .label: starts[Self.key(phrase.pattern), default: []].append(phrase)
      case .contains:
        contained.append(phrase)
        mostContained = max(mostContained, phrase.words)
      case .sentence: sentences.append(phrase)
      case .tail, .bracket: inner[Int(phrase.pattern[0])].append(phrase)
      }
    }
  }

  /// The phrase that a line as a whole matches; `ended` says whether the line ends as a sentence does.
  func match(_ line: FoldedLine, ended: Bool) -> Phrase? {
    let core = Self.core(line.bytes)
    if core.count <= longestWhole, let phrase = whole[Array(line.bytes[core])] { return phrase }
    if let phrase = start(line, from: 0, ended: ended) { return phrase }
    if core.lowerBound > 0, !opensBracket(line.bytes),
      let phrase = start(line, from: core.lowerBound, ended: ended)
    {
      return phrase
    }
    guard line.words <= mostContained else { return nil }
    return contained.first {
      line.words <= $0.words && line.bytes.firstOffset(of: $0.pattern) != nil
    }
  }

  /// Whether a line begins with a bracket that closes before its end.
  private func opensBracket(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: "(") && closing(bytes, 0) < bytes.count
  }

  /// Phrases within a line that take only parts of it, in order, as folded offsets.
  func parts(_ line: FoldedLine) -> [(phrase: Phrase, range: Range<Int>)] {
    let bytes = line.bytes
    var found: [(phrase: Phrase, range: Range<Int>)] = []
    var at = 0
    while at < bytes.count {
      let here = inner[Int(bytes[at])].first {
        bytes[at...].starts(with: $0.pattern)
          && (!$0.needsName || line.hasCapital(after: at + $0.pattern.count))
      }
      guard let phrase = here else {
        at += 1
        continue
      }
      let end = phrase.kind == .tail ? bytes.count : closing(bytes, at)
      found.append((phrase, at..<end))
      at = end
    }
    if let last = lastSentence(line), last.range.lowerBound >= found.last?.range.upperBound ?? 0 {
      found.append(last)
    }
    return found
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
    let before = bytes[stop - 1]
    return bytes[stop] == UInt8(ascii: ".")
      && (quoted || before == UInt8(ascii: "0") || before == UInt8(ascii: ")")
        || (isLetter(before) && isLetter(bytes[stop - 2])))
  }

  private func start(_ line: FoldedLine, from: Int, ended: Bool) -> Phrase? {
    let bytes = line.bytes[from...]
    guard bytes.count >= 2, let phrases = starts[Self.key(bytes)] else { return nil }
    return phrases.first { phrase in
      guard line.words <= phrase.words, !(ended && phrase.kind == .label),
        bytes.starts(with: phrase.pattern),
        !phrase.needsName || line.hasCapital(after: from + phrase.pattern.count)
      else { return false }
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
    byte < 0x80 && !isLetter(byte) && !isDigit(byte) && !#"+"'"#.utf8.contains(byte)
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
