/// Text decoded from bytes of unknown encoding, and the encoding it was found to be in.
struct DecodedText: Equatable {
  /// The text, without a byte order mark.
  let text: String
  /// Encoding, lower case.
  let encoding: String

  private init(_ text: String, _ encoding: String) {
    self.text = text
    self.encoding = encoding
  }

  /// Decodes in the order of trust: byte order mark, valid UTF-8, declared label, UTF-8 with stray bytes, detection.
  ///
  /// Stray bytes in UTF-8 are windows-1252, as is text in which nothing else is detected.
  init(_ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = UnsafeBufferPointer(rebasing: bytes[3...])
      self = DecodedText.utf8(rest) ?? DecodedText.mixed(rest)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = DecodedText.utf16(bytes[2...], bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = DecodedText.utf16(bytes[2...], bigEndian: true)
    } else if let bigEndian = ByteCensus(bytes).unmarkedUTF16 {
      self = DecodedText.utf16(bytes[...], bigEndian: bigEndian)
    } else if let valid = DecodedText.utf8(bytes) {
      self = valid
    } else if let declared, let foreign = DecodedText.foreign(bytes, label: declared) {
      self = foreign
    } else {
      let mixed = DecodedText.mixed(bytes)
      let isUTF8 = mixed.encoding == "utf-8" || declared.map(EncodingLabel.name) == "windows-1252"
      let detected = isUTF8 ? nil : DetectedEncoding.label(of: bytes)
      self = detected.flatMap { DecodedText.foreign(bytes, label: $0, flawless: true) } ?? mixed
    }
  }

  /// Whether the bytes begin with a byte order mark of UTF-8 or UTF-16.
  static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    return marks.contains { bytes.starts(with: $0) }
  }

  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText? {
    String(validating: bytes, as: UTF8.self).map { DecodedText($0, "utf-8") }
  }

  private static func utf16(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, bigEndian: Bool
  ) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      at += 2
    }
    return DecodedText(
      String(decoding: units, as: UTF16.self), bigEndian ? "utf-16be" : "utf-16le")
  }

  private static func foreign(
    _ bytes: UnsafeBufferPointer<UInt8>, label: String, flawless: Bool = false
  ) -> DecodedText? {
    let name = EncodingLabel.name(of: label)
    if name == "utf-8" || name == "windows-1252" { return nil }
    guard let text = ForeignEncoding.decode(bytes, from: name) else { return nil }
    // A guess that leaves bytes without meaning loses text that windows-1252 would keep.
    if flawless, text.unicodeScalars.contains("\u{FFFD}") { return nil }
    return DecodedText(text, name)
  }

  private static func mixed(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    var sequences = 0
    var strays = 0
    var at = 0
    while at < bytes.count {
      let length = utf8SequenceLength(bytes, at)
      if length > 0 {
        if length > 1 { sequences += 1 }
        out.append(contentsOf: bytes[at..<at + length])
        at += length
      } else {
        strays += 1
        out.append(contentsOf: Windows1252.utf8(of: bytes[at]))
        at += 1
      }
    }
    return DecodedText(
      String(decoding: out, as: UTF8.self), sequences > strays ? "utf-8" : "windows-1252")
  }
}

/// Length of the valid UTF-8 sequence that begins at an offset, 0 when none does.
private func utf8SequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
  let lead = bytes[at]
  if lead < 0x80 { return 1 }
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, lead <= 0xF4, at + length <= bytes.count else { return 0 }
  let second = bytes[at + 1]
  let range: ClosedRange<UInt8> =
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  guard range.contains(second) else { return 0 }
  for index in 2..<max(2, length) where bytes[at + index] & 0xC0 != 0x80 { return 0 }
  return length
}
