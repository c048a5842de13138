public import PatchworkText

/// The words of a text as numbers, for finding the same words elsewhere: case, punctuation and spacing do not count.
public struct ReportWords: Sendable {
  /// A hash of each word, small letters and digits only.
  public private(set) var hashes: [UInt64] = []
  /// Where each word stands, in UTF-8 bytes.
  public private(set) var spans: [Span] = []
  /// Whether each word stands within quotation marks.
  public private(set) var isQuoted: [Bool] = []

  /// Scans a text once; O(bytes).
  public init(_ text: String) {
    var text = text
    text.withUTF8 { scan($0) }
  }

  /// A hash of each word without a plural `s`, so that "convoys" and "convoy" are one.
  public private(set) var stems: [UInt64] = []

  /// How many words there are.
  public var count: Int { hashes.count }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var marks = QuotationMarks()
    var start = -1
    var hash = Self.seed
    var before = hash
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let length = Self.length(of: byte)
      let isWord = byte >= 0x80 ? !Self.isSign(bytes, at) : Self.isWord[Int(byte)]
      if isWord {
        if start < 0 { start = at }
        for offset in at..<min(at + length, bytes.count) {
          let small = bytes[offset] >= 0x41 && bytes[offset] <= 0x5A
          before = hash
          hash = (hash ^ UInt64(small ? bytes[offset] | 0x20 : bytes[offset])) &* Self.prime
        }
      } else if byte != UInt8(ascii: "'") || start < 0 {
        if start >= 0 { close(&start, at, &hash, before, bytes, marks.isOpen) }
        marks.take(bytes, at)
      }
      at += length
    }
    if start >= 0 { close(&start, bytes.count, &hash, before, bytes, marks.isOpen) }
  }

  private mutating func close(
    _ start: inout Int, _ end: Int, _ hash: inout UInt64, _ stem: UInt64,
    _ bytes: UnsafeBufferPointer<UInt8>, _ quoted: Bool
  ) {
    let isPlural = end - start > 3 && bytes[end - 1] | 0x20 == 0x73 && bytes[end - 2] | 0x20 != 0x73
    hashes.append(hash)
    stems.append(isPlural ? stem : hash)
    spans.append(Span(start, end))
    isQuoted.append(quoted)
    start = -1
    hash = Self.seed
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static let isWord: [Bool] = (0..<128).map { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func length(of byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Whether a scalar beyond ASCII is punctuation: Latin-1 signs, general punctuation, guillemets.
  private static func isSign(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    return bytes[at] == 0xC2 || (bytes[at] == 0xE2 && (next == 0x80 || next == 0x81))
  }
}

/// Which quotation marks are open at a point of a text; a line break closes them all.
struct QuotationMarks {
  private(set) var isOpen = false

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    switch bytes[at] {
    case UInt8(ascii: "\""): isOpen.toggle()
    case UInt8(ascii: "\n"): isOpen = false
    case 0xC2 where at + 1 < bytes.count:
      if bytes[at + 1] == 0xAB { isOpen = true }
      if bytes[at + 1] == 0xBB { isOpen = false }
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
      if bytes[at + 2] == 0x9C || bytes[at + 2] == 0x9E { isOpen = true }
      if bytes[at + 2] == 0x9D { isOpen = false }
    default: break
    }
  }
}
