/// Base64 as mail and feeds use it.
enum Base64 {
  /// The bytes that a text stands for; characters outside the alphabet are passed over.
  static func decoded(_ text: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}

/// Quoted-printable as mail uses it.
enum QuotedPrintable {
  /// The bytes that a text stands for; an equals sign that begins no code stays as it is.
  static func decoded(_ text: ArraySlice<UInt8>, inHeader: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      at += 1
      if inHeader, byte == UInt8(ascii: "_") {
        out.append(0x20)
      } else if byte != UInt8(ascii: "=") {
        out.append(byte)
      } else if let line = lineEnd(text, at) {
        at = line
      } else if at + 1 < text.endIndex, let high = digit(text[at]), let low = digit(text[at + 1]) {
        out.append(high << 4 | low)
        at += 2
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// The offset behind a line's end that an equals sign takes away.
  private static func lineEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < text.endIndex, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
    if at == text.endIndex { return at }
    return text[at] == 0x0A ? at + 1 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
