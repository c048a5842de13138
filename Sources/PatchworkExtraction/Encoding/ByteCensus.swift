/// Counts over the first bytes of an input that tell text from other data.
struct ByteCensus {
  /// Bytes looked at.
  private static let reach = 1 << 16

  private let looked: Int
  private let controls: Int
  private let nulsAtEven: Int
  private let nulsAtOdd: Int
  private let magic: Bool

  /// Signatures of formats that are not text: PDF, ZIP, PNG, GIF, JPEG, gzip, ELF.
  private static let signatures: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8),
    [0xFF, 0xD8, 0xFF], [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46],
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    looked = min(bytes.count, Self.reach)
    var controls = 0
    var even = 0
    var odd = 0
    for index in 0..<looked where bytes[index] < 0x20 {
      let byte = bytes[index]
      if byte == 0 {
        if index & 1 == 0 { even += 1 } else { odd += 1 }
      } else if byte < 0x09 || byte > 0x0D, byte != 0x1B {
        controls += 1
      }
    }
    self.controls = controls
    nulsAtEven = even
    nulsAtOdd = odd
    magic = Self.signatures.contains { bytes.starts(with: $0) }
  }

  /// Whether these are UTF-16 units without a byte order mark, and if so, whether the high byte comes first.
  var unmarkedUTF16: Bool? {
    guard looked >= 4 else { return nil }
    if nulsAtOdd * 10 > looked * 3, nulsAtEven * 50 < looked { return false }
    if nulsAtEven * 10 > looked * 3, nulsAtOdd * 50 < looked { return true }
    return nil
  }

  /// Whether these bytes are no text in any encoding: a known signature, or one control byte in 50.
  var isBinary: Bool {
    if magic { return true }
    if unmarkedUTF16 != nil { return false }
    return (controls + nulsAtEven + nulsAtOdd) * 50 > looked
  }
}
