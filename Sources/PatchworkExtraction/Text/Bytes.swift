/// Lower case of an ASCII letter; any other byte unchanged.
@inline(__always)
func asciiLower(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}

/// Whether a byte is ASCII white space.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// Whether a byte is an ASCII digit.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// Whether a byte is an ASCII letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

/// Whether a byte is a lower-case ASCII letter.
@inline(__always)
func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

/// Whether a byte is an upper-case ASCII letter.
@inline(__always)
func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// The offset from the start at which a pattern first occurs.
  func firstOffset(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var at = startIndex
    let last = endIndex - pattern.count
    while at <= last {
      if self[at] == first {
        var length = 1
        while length < pattern.count, self[at + length] == pattern[length] { length += 1 }
        if length == pattern.count { return at - startIndex }
      }
      at += 1
    }
    return nil
  }
}
