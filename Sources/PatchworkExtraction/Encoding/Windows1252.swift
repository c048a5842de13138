/// The encoding of last resort, as the WHATWG Encoding Standard defines it: every byte has a meaning.
enum Windows1252 {
  /// Scalars of bytes 0x80–0x9F; all other bytes stand for the scalar of their own number.
  private static let c1: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// UTF-8 of the scalar that each byte stands for.
  private static let table: [[UInt8]] = (0...255).map { byte in
    let value = (0x80...0x9F).contains(byte) ? c1[byte - 0x80] : UInt32(byte)
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// UTF-8 of the scalar that a byte stands for.
  static func utf8(of byte: UInt8) -> [UInt8] { table[Int(byte)] }
}
