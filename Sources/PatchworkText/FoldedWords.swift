/// The words of a text folded to lower-case ASCII, each with where it stands; names in any script meet in it.
///
/// Case, diacritics and apostrophes go; hyphens part words as spaces do; Arabic, Cyrillic and Hebrew letters
/// become Latin ones; a possessive `'s` is no part of its word; `U.S.` is one word; `St` is `saint`.
public struct FoldedWords: Sendable {
  /// What stands before a word.
  public enum Gap: UInt8, Sendable {
    /// Nothing, or white space within a line.
    case space
    /// A hyphen, or an article written onto its word.
    case hyphen
    /// A comma and white space.
    case comma
    /// Anything else that a name does not run over.
    case stop

    /// Whether a name may run over it.
    public var joins: Bool { self == .space || self == .hyphen }
  }

  /// How a word is written.
  public struct Case: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set of its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let initial = Case(rawValue: 1)
    /// No letter is small.
    public static let allCapitals = Case(rawValue: 2)
    /// The script has no capitals.
    public static let caseless = Case(rawValue: 4)
  }

  /// The folded words, end to end.
  public private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  public private(set) var ends: [Int32] = []
  /// Where each word stands in the text.
  public private(set) var spans: [Span] = []
  /// What stands before each word.
  public private(set) var gaps: [Gap] = []
  /// How each word is written.
  public private(set) var cases: [Case] = []

  /// Number of words.
  public var count: Int { ends.count }

  /// Where a word stands in `bytes`.
  public func range(_ word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }

  /// The folded form of a whole name, its words parted by one space.
  public static func fold(_ name: String) -> String {
    FoldedWords(folding: name).joined
  }

  /// All words, parted by one space.
  public var joined: String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + count)
    for word in 0..<count {
      if word > 0 { out.append(0x20) }
      out.append(contentsOf: bytes[range(word)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Folds the words of a name.
  public init(folding name: String) {
    var name = name
    self = name.withUTF8 { FoldedWords($0) }
  }

  /// Folds the words of a text in one pass over its UTF-8 bytes.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(text.count)
    ends.reserveCapacity(text.count / 5 + 1)
    spans.reserveCapacity(text.count / 5 + 1)
    gaps.reserveCapacity(text.count / 5 + 1)
    cases.reserveCapacity(text.count / 5 + 1)
    scan(text)
  }

  /// Starts with nothing, to be filled by `refold`.
  public init() {}

  /// Folds the words of another text into the memory that is there.
  public mutating func refold(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    cases.removeAll(keepingCapacity: true)
    scan(text)
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var scan = WordScan()
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower >= 0x61, lower <= 0x7A {
          scan.begin(at, isCapital: byte < 0x60, in: &self)
          bytes.append(lower)
          if byte > 0x60 { scan.hasSmall = true }
          at += 1
          scan.lastLetter = at
        } else if byte >= 0x30, byte <= 0x39 {
          scan.begin(at, isCapital: false, in: &self)
          bytes.append(byte)
          at += 1
          scan.lastLetter = at
        } else {
          scan.sign(byte, at, text, &self)
          at += 1 + scan.takeSkip()
        }
        continue
      }
      let (scalar, length) = Self.decode(text, at)
      scan.letter(scalar, at, length, text, &self)
      at += length + scan.takeSkip()
    }
    scan.end(in: &self)
  }

  mutating func close(_ span: Span, _ gap: Gap, _ written: Case) {
    ends.append(Int32(truncatingIfNeeded: bytes.count))
    spans.append(span)
    gaps.append(gap)
    cases.append(written)
  }

  /// Writes out the abbreviations that names begin with.
  mutating func spellOut(from start: Int) {
    guard bytes.count - start == 2, bytes[start + 1] == UInt8(ascii: "t") else { return }
    switch bytes[start] {
    case UInt8(ascii: "s"): bytes.replaceSubrange(start..., with: Self.saint)
    case UInt8(ascii: "m"): bytes.replaceSubrange(start..., with: Self.mount)
    default: break
    }
  }

  private static let saint = Array("saint".utf8)
  private static let mount = Array("mount".utf8)

  mutating func append(_ byte: UInt8) { bytes.append(byte) }
  var lastEnd: Int { Int(ends.last ?? 0) }

  /// One scalar and its length in bytes; a stray byte counts as a replacement character.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = text[at]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, at + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = text[at + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}
