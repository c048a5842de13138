import PatchworkRecord
import PatchworkText

/// Gives text in capitals, as wires and situation reports have it, the case that running text has.
///
/// Every byte keeps its place, so that spans in the restored text are spans in the report's own.
struct CaseRestorer: Sendable {
  let lexicon: CaseLexicon
  /// Whether a word in lower case is a common one.
  let isCommon: @Sendable (String) -> Bool

  /// Fewest letters that a block in capitals has; less is an acronym or a heading's word.
  private static let leastLetters = 24
  /// Most of 20 letters that may be small in a text in capitals.
  private static let mostSmall = 1

  /// The text with its blocks in capitals restored, or nil when none is.
  func restored(_ text: String, blocks: [TextBlock]) -> String? {
    var bytes = Array(text.utf8)
    var changed = false
    for block in blocks where Self.isInCapitals(bytes, block.span) {
      restore(&bytes, block.span)
      changed = true
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Whether the letters of a span are nearly all capitals.
  private static func isInCapitals(_ bytes: [UInt8], _ span: Span) -> Bool {
    var small = 0
    var capital = 0
    for byte in bytes[span.start..<span.end] {
      if byte >= 0x61 && byte <= 0x7A { small += 1 }
      if byte >= 0x41 && byte <= 0x5A { capital += 1 }
    }
    return capital >= leastLetters && small * 20 <= capital * mostSmall
  }

  /// One word of a block.
  private struct Word {
    let span: Range<Int>
    let lower: String
    let startsSentence: Bool
    let isInBrackets: Bool
    var writing: Writing = .small
  }

  private enum Writing {
    case small, name, letters
  }

  private func restore(_ bytes: inout [UInt8], _ span: Span) {
    var words = words(of: bytes, span)
    for index in words.indices { words[index].writing = writing(of: words[index]) }
    titles(&words, bytes)
    spelledOut(&words, bytes)
    for word in words {
      switch word.writing {
      case .letters: break
      case .small where !word.startsSentence: Self.lower(&bytes, word.span)
      case .small, .name: Self.lower(&bytes, Self.tail(of: word.span, in: bytes))
      }
    }
  }

  private func writing(of word: Word) -> Writing {
    switch lexicon[word.lower] {
    case .name?: return .name
    case .letters?: return .letters
    case nil: break
    }
    if isCommon(word.lower) || Self.hasClitic(word.lower) { return .small }
    let letters = word.lower.utf8.count
    if letters == 1 { return word.lower == "i" ? .name : word.isInBrackets ? .letters : .small }
    let vowels = word.lower.utf8.contains { "aeiouy".utf8.contains($0) }
    if !vowels || word.isInBrackets && letters <= 6 { return .letters }
    return .name
  }

  /// Endings that are words of their own behind an apostrophe: "didn't", "they'll".
  private static func hasClitic(_ word: String) -> Bool {
    ["n't", "'ll", "'re", "'ve"].contains { word.hasSuffix($0) }
  }

  // MARK: - Names of several words

  private static let titles: Set<String> = [
    "president", "minister", "general", "colonel", "col", "gen", "captain", "major", "lieutenant",
    "judge", "bishop", "archbishop", "senator", "father", "mr", "mrs", "dr", "king", "prince",
    "pope", "ambassador", "commander",
  ]

  /// "President Cerezo": a title before a name has a capital, and so has a common word between two names.
  private func titles(_ words: inout [Word], _ bytes: [UInt8]) {
    for index in words.indices.dropLast() {
      let next = words[index + 1]
      guard next.span.lowerBound - words[index].span.upperBound == 1,
        bytes[words[index].span.upperBound] == 0x20, next.writing == .name
      else { continue }
      if Self.titles.contains(words[index].lower) { words[index].writing = .name }
    }
  }

  /// "National Liberation Front [FMLN]": the words before letters in brackets that they begin with.
  private func spelledOut(_ words: inout [Word], _ bytes: [UInt8]) {
    for index in words.indices where words[index].isInBrackets && words[index].writing == .letters {
      var letters = Array(words[index].lower.utf8)[...]
      var at = index - 1
      var named: [Int] = []
      while let last = letters.last, at >= 0, index - at <= letters.count + named.count + 4 {
        if words[at].lower.utf8.first == last {
          named.append(at)
          letters = letters.dropLast()
        } else if words[at].lower.utf8.count > 3 {
          break
        }
        at -= 1
      }
      if letters.isEmpty { for word in named { words[word].writing = .name } }
    }
  }

  // MARK: - Words and letters

  private func words(of bytes: [UInt8], _ span: Span) -> [Word] {
    var words: [Word] = []
    var at = span.start
    var starts = true
    var brackets = 0
    while at < span.end {
      let byte = bytes[at]
      if Self.isLetter(byte) {
        let start = at
        while at < span.end,
          Self.isLetter(bytes[at])
            || bytes[at] == 0x27 && at + 1 < span.end && Self.isLetter(bytes[at + 1])
        { at += 1 }
        var end = at
        // "the army's": the ending is no part of the word.
        if end - start > 2, bytes[end - 2] == 0x27, bytes[end - 1] | 0x20 == 0x73 { end -= 2 }
        var lower = Array(bytes[start..<end])
        Self.lower(&lower, 0..<lower.count)
        words.append(
          Word(
            span: start..<at, lower: String(decoding: lower, as: UTF8.self),
            startsSentence: starts, isInBrackets: brackets > 0))
        starts = false
        continue
      }
      switch byte {
      case 0x2E, 0x3F, 0x21:
        // A full stop behind one letter or a title is no end.
        let last = words.last
        let isAbbreviation =
          byte == 0x2E && last.map { $0.span.count <= 1 || Self.titles.contains($0.lower) } ?? false
        starts = !isAbbreviation
      case 0x28, 0x5B: brackets += 1
      case 0x29, 0x5D: brackets = max(0, brackets - 1)
      case 0x30...0x39, 0x2C, 0x3B: starts = false
      case 0x2D where at > span.start && bytes[at - 1] == 0x2D: starts = true
      case 0x0A where at > span.start && bytes[at - 1] == 0x0A: starts = true
      default: break
      }
      at += 1
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte >= 0x80
  }

  /// A word without its first letter.
  private static func tail(of word: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = word.lowerBound + 1
    while start < word.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start..<word.upperBound
  }

  /// Makes the letters of a range small: ASCII, and Latin-1's in their two bytes.
  private static func lower(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for at in range {
      if bytes[at] >= 0x41 && bytes[at] <= 0x5A {
        bytes[at] += 0x20
      } else if at > range.lowerBound, bytes[at - 1] == 0xC3, bytes[at] >= 0x80, bytes[at] <= 0x9E,
        bytes[at] != 0x97
      {
        bytes[at] += 0x20
      }
    }
  }
}
