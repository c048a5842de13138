import PatchworkRecord
import PatchworkText

/// Sets headlines and captions apart that run into the sentence after them with no mark in between
/// ("… near the border Only one guard survived").
enum RunOnSplit {
  /// Words that open a sentence and do not stand in capitals inside one, when a word in small letters follows.
  private static let openers: Set<String> = [
    "The", "A", "An", "It", "He", "She", "They", "We", "There", "Some", "Only", "Another", "This",
    "These", "Those", "Many", "Most", "Several", "Two", "Three", "Four", "Five", "Dozens",
    "Hundreds", "Thousands", "Residents", "Activists", "Witnesses", "Officials", "His", "Her",
    "Its", "Their", "Our", "Both", "But", "However", "Meanwhile", "Although", "While", "If",
  ]
  /// Prepositions that open a sentence before a comma ("In Azaz, rescuers …").
  private static let settings: Set<String> = ["In", "At", "On", "Near", "During", "After", "Since"]
  /// Words that end no sentence: a capital behind them begins a name or a title.
  private static let unending: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as",
    "than", "like", "that", "told", "called", "titled", "entitled", "named", "is", "was", "are",
    "were", "be", "reports", "when", "if", "his", "her", "their", "its", "but",
    "shouted", "chanted", "asked", "added", "replied", "read", "reads", "reading",
  ]
  /// How many words may stand between a preposition that opens a sentence and its comma.
  private static let settingLength = 3
  /// How many bytes a dateline may take.
  private static let reach = 100
  /// How many words a headline or a caption has at least.
  private static let shortest = 4

  /// The blocks with every run-on headline or caption as a block of its own.
  static func apart(_ blocks: [TextBlock], in bytes: [UInt8]) -> [TextBlock] {
    blocks.flatMap { block in
      block.part == .body ? apart(block, in: bytes) : [block]
    }
  }

  private static func apart(_ block: TextBlock, in bytes: [UInt8]) -> [TextBlock] {
    var found: [TextBlock] = []
    var start = block.span.start
    var sentence = start
    var words = 0
    var at = start + 1
    while at + 1 < block.span.end {
      defer { at += 1 }
      guard bytes[at] == 0x20 else { continue }
      let last = bytes[at - 1]
      if last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") {
        sentence = at + 1
        words = 0
        continue
      }
      words += 1
      guard isLower(last), isUpper(bytes[at + 1]), words >= shortest,
        isPlain(wordBefore(at, from: sentence, in: bytes)),
        begins(at + 1, to: block.span.end, in: bytes)
      else { continue }
      if sentence > start, let before = TextLines.trimmed(bytes, start, sentence) {
        found.append(TextBlock(span: before, part: .body))
      }
      found.append(TextBlock(span: Span(sentence, at), part: .headline))
      start = at + 1
      sentence = start
      words = 0
    }
    if let rest = TextLines.trimmed(bytes, start, block.span.end) {
      found.append(TextBlock(span: rest, part: .body))
    }
    return found
  }

  /// Whether a word in small letters may end a sentence.
  private static func isPlain(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { isLower($0) || $0 == UInt8(ascii: "-") }
      && !unending.contains(word)
  }

  /// Whether a new sentence, or a dateline, begins here.
  private static func begins(_ start: Int, to end: Int, in bytes: [UInt8]) -> Bool {
    var stop = start
    while stop < end, isLetter(bytes[stop]) { stop += 1 }
    guard stop + 1 < end else { return false }
    let word = String(decoding: bytes[start..<stop], as: UTF8.self)
    if bytes[stop] == 0x20, openers.contains(word), isLower(bytes[stop + 1]) { return true }
    if bytes[stop] == UInt8(ascii: ","), word == "However" || word == "Meanwhile" { return true }
    if bytes[stop] == 0x20, settings.contains(word) {
      var spaces = 0
      for at in stop..<min(end, stop + 60) {
        if bytes[at] == 0x20 { spaces += 1 }
        if spaces > settingLength { return false }
        if bytes[at] == UInt8(ascii: ",") { return true }
      }
      return false
    }
    let ahead = Array(bytes[start..<min(end, start + reach)])
    guard let dateline = Dateline(at: 0, in: ahead) else { return false }
    return !dateline.agency.isEmpty && dateline.place != nil
  }

  private static func wordBefore(_ end: Int, from start: Int, in bytes: [UInt8]) -> String {
    var at = end
    while at > start, bytes[at - 1] != 0x20 { at -= 1 }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }
}
