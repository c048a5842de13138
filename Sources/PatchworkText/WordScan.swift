/// The state of the scan within one word.
struct WordScan {
  var start = -1
  var lastLetter = 0
  var gap = FoldedWords.Gap.stop
  var isCapital = false
  var hasSmall = false
  var isCaseless = false
  /// Bytes of a possessive to pass over.
  var skip = 0

  mutating func takeSkip() -> Int {
    defer { skip = 0 }
    return skip
  }

  mutating func begin(_ at: Int, isCapital capital: Bool, in words: inout FoldedWords) {
    guard start < 0 else { return }
    start = at
    isCapital = capital
    hasSmall = false
    isCaseless = false
  }

  mutating func end(in words: inout FoldedWords) {
    guard start >= 0 else { return }
    defer { start = -1 }
    guard words.bytes.count > words.lastEnd else { return }
    var written: FoldedWords.Case = []
    if isCapital { written.insert(.initial) }
    if isCapital, !hasSmall { written.insert(.allCapitals) }
    if isCaseless { written.insert(.caseless) }
    words.spellOut(from: words.lastEnd)
    words.close(Span(start, lastLetter), gap, written)
    gap = .space
  }

  /// A byte of ASCII that is neither letter nor digit.
  mutating func sign(
    _ byte: UInt8, _ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ words: inout FoldedWords
  ) {
    switch byte {
    case 0x20, 0x09, 0x0D:
      end(in: &words)
    case 0x2D:
      end(in: &words)
      if gap == .space { gap = .hyphen }
    case 0x27, 0x60:
      apostrophe(at, 1, text, &words)
    case 0x2E where start >= 0 && isInitialism(at, text, words):
      break
    case 0x2E where start >= 0 && at - start >= 3 && text[at - 2] == 0x2E && isCapital && !hasSmall:
      // The last full stop of "U.S." belongs to it.
      lastLetter = at + 1
      end(in: &words)
    case 0x0A:
      // One line break within a paragraph is white space, two part paragraphs.
      end(in: &words)
      let next = at + 1 < text.count ? text[at + 1] : 0x0A
      if next == 0x0A || next == 0x0D { gap = .stop }
    case 0x2E where start >= 0 && at - start == 2 && isCapital && text[at - 1] == 0x74:
      // "St. Louis", "Mt. Hermon"
      end(in: &words)
    case 0x2C:
      end(in: &words)
      gap = gap == .space ? .comma : .stop
    default:
      end(in: &words)
      gap = .stop
    }
  }

  /// Whether the full stop at `at` belongs to letters like those of `U.S.`.
  private func isInitialism(
    _ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ words: FoldedWords
  ) -> Bool {
    guard isCapital, !hasSmall, at + 1 < text.count else { return false }
    let next = text[at + 1]
    guard next >= 0x41, next <= 0x5A else { return false }
    return at + 2 >= text.count || !(text[at + 2] >= 0x61 && text[at + 2] <= 0x7A)
  }

  /// An apostrophe is dropped, save that a possessive ends its word.
  private mutating func apostrophe(
    _ at: Int, _ length: Int, _ text: UnsafeBufferPointer<UInt8>, _ words: inout FoldedWords
  ) {
    guard start >= 0 else {
      gap = .stop
      return
    }
    let next = at + length
    guard next < text.count, text[next] | 0x20 == 0x73 else { return }
    let after = next + 1 < text.count ? text[next + 1] : 0x20
    let isLetter = (after | 0x20) >= 0x61 && (after | 0x20) <= 0x7A || after >= 0x80
    guard !isLetter || after == 0xE2 else { return }
    end(in: &words)
    skip = 1
  }

  /// A scalar beyond ASCII.
  mutating func letter(
    _ scalar: UInt32, _ at: Int, _ length: Int, _ text: UnsafeBufferPointer<UInt8>,
    _ words: inout FoldedWords
  ) {
    var packed: UInt16 = 0
    var capital = false
    var caseless = false
    switch scalar {
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7:
      packed = LetterFolding.latin[Int(scalar - 0xC0)]
      capital = scalar < 0xDF || (scalar >= 0x100 && scalar & 1 == 0)
    case 0x1E00...0x1EFF:
      packed = LetterFolding.latinAdditional[Int(scalar - 0x1E00)]
      capital = scalar & 1 == 0
    case 0x300...0x36F, 0x2B0...0x2FF, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x591...0x5C7:
      if start >= 0 { lastLetter = at + length }
      return
    case 0x400...0x42F:
      let lower = scalar >= 0x410 ? scalar + 0x20 : scalar + 0x50
      packed = lower - 0x430 < 40 ? LetterFolding.cyrillic[Int(lower - 0x430)] : 0
      capital = true
    case 0x430...0x457:
      packed = LetterFolding.cyrillic[Int(scalar - 0x430)]
    case 0x490, 0x491:
      packed = 0x67
      capital = scalar == 0x490
    case 0x5D0...0x5EA:
      packed = LetterFolding.hebrew[Int(scalar - 0x5D0)]
      caseless = true
    case 0x621...0x64A:
      packed = LetterFolding.arabic[Int(scalar - 0x621)]
      caseless = true
    case 0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF, 0x6CC, 0x6C1, 0x6D5:
      let folded: [UInt32: UInt16] = [
        0x67E: 0x70, 0x686: 0x6863, 0x698: 0x687A, 0x6A4: 0x76, 0x6A9: 0x6B, 0x6AF: 0x67,
        0x6CC: 0x79, 0x6C1: 0x68, 0x6D5: 0x61,
      ]
      packed = folded[scalar] ?? 0
      caseless = true
    case 0x2018, 0x2019, 0x201B, 0xB4, 0x2032:
      apostrophe(at, length, text, &words)
      return
    case 0x2010...0x2012:
      end(in: &words)
      if gap == .space { gap = .hyphen }
      return
    case 0xA0, 0x2009, 0x202F:
      end(in: &words)
      return
    case 0x200B...0x200F, 0xAD, 0xFEFF:
      return
    case 0x370..., 0xAA, 0xBA:
      guard isOtherLetter(scalar) else {
        end(in: &words)
        gap = .stop
        return
      }
      begin(at, isCapital: false, in: &words)
      isCaseless = true
      for offset in 0..<length { words.append(text[at + offset]) }
      lastLetter = at + length
      return
    default:
      end(in: &words)
      gap = .stop
      return
    }
    begin(at, isCapital: capital, in: &words)
    if caseless { isCaseless = true } else if !capital { hasSmall = true }
    if packed != 0 {
      words.append(UInt8(packed & 0xFF))
      if packed >> 8 != 0 { words.append(UInt8(packed >> 8)) }
    }
    lastLetter = at + length
    if scalar == 0x644 { splitArticle(text, &words) }
  }

  /// Whether a scalar of a script that is not folded counts as a letter.
  private func isOtherLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x370..<0x2000, 0x2C00..<0x3000, 0x3040..<0xD800: true
    default: false
    }
  }

  /// Parts an Arabic article from its word: after initial alef and lam with two letters or more to come.
  private mutating func splitArticle(
    _ text: UnsafeBufferPointer<UInt8>, _ words: inout FoldedWords
  ) {
    guard lastLetter - start == 4, text[start] == 0xD8, text[start + 1] == 0xA7,
      lastLetter + 3 < text.count, text[lastLetter] >= 0xD8, text[lastLetter] <= 0xDB,
      text[lastLetter + 2] >= 0xD8, text[lastLetter + 2] <= 0xDB
    else { return }
    words.close(Span(start, lastLetter), gap, .caseless)
    gap = .hyphen
    start = lastLetter
    isCaseless = true
  }
}
