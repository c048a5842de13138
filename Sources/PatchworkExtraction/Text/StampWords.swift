/// The words at the head of a line, one at a time, as date stamps need them.
struct StampWords {
  /// A word: its letters, and what it may be in a stamp.
  struct Word: Equatable {
    /// Lower case, without punctuation at the end.
    let lower: String
    /// Digits, when it is all digits.
    let digits: Int
    let startsUpper: Bool
    /// All letters.
    let isName: Bool
    /// A time of day: "3:55", "17:03", "0110".
    let isClock: Bool
    /// `2017-04-05`.
    let isISODay: Bool
    /// A dash or bar alone.
    let isSeparator: Bool

    /// The value of digits.
    var number: Int? { digits > 0 ? Int(lower) : nil }
  }

  private let text: [UInt8]
  private let end: Int
  private var at: Int
  private(set) var lastEnd: Int
  /// The next word.
  private(set) var peek: Word?
  private var peekEnd: Int

  init(_ text: [UInt8], from start: Int, to end: Int) {
    self.text = text
    self.end = min(end, start + 160)
    at = start
    lastEnd = start
    peekEnd = start
    advance()
  }

  /// Moves past the next word.
  mutating func take() {
    lastEnd = peekEnd
    advance()
  }

  /// Moves past a place in capitals that a bar divides from the date.
  mutating func skipPlace() {
    var index = lastEnd
    var bar = -1
    while index < end, index < lastEnd + 60 {
      if text[index] == UInt8(ascii: "|") {
        bar = index
        break
      }
      if isDigit(text[index]) { return }
      index += 1
    }
    guard bar > 0, let first = peek, first.startsUpper else { return }
    at = bar + 1
    advance()
  }

  private mutating func advance() {
    while at < end, isSpace(text[at]) { at += 1 }
    guard at < end else {
      peek = nil
      return
    }
    let from = at
    while at < end, !isSpace(text[at]) { at += 1 }
    peekEnd = at
    peek = Self.word(text[from..<at])
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> Word {
    var core = bytes
    while let last = core.last, [0x2C, 0x2E, 0x3A, 0x3B].contains(last) { core = core.dropLast() }
    let allDigits = !core.isEmpty && core.allSatisfy(isDigit)
    let clock =
      !core.isEmpty && core.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") }
      && core.contains(UInt8(ascii: ":"))
    return Word(
      lower: String(decoding: core.map(asciiLower), as: UTF8.self),
      digits: allDigits ? core.count : 0,
      startsUpper: bytes.first.map { isUpper($0) || $0 >= 0x80 || $0 == UInt8(ascii: "\"") }
        ?? false,
      isName: !core.isEmpty && core.allSatisfy(isLetter), isClock: clock,
      isISODay: core.count == 10 && core.count { $0 == UInt8(ascii: "-") } == 2
        && core.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") },
      isSeparator: core.isEmpty || core.elementsEqual("|".utf8) || core.elementsEqual("-".utf8)
        || core.elementsEqual("–".utf8))
  }
}
