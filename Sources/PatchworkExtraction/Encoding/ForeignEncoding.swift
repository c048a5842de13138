import Glibc

/// Decoding through the C library's converters.
enum ForeignEncoding {
  /// Converter names where they differ from the label.
  private static let converters: [String: String] = [
    "shift_jis": "CP932", "euc-kr": "CP949", "big5": "BIG5-HKSCS", "windows-874": "CP874",
  ]

  /// Decodes bytes, each invalid one to U+FFFD; nil when no converter of that name is installed.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from name: String) -> String? {
    let known = converters[name] ?? name.uppercased()
    guard let converter = iconv_open("UTF-8", known), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = [CChar](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      for index in 0..<bytes.count { buffer[index] = CChar(bitPattern: bytes[index]) }
      count = bytes.count
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    input.withUnsafeMutableBufferPointer { input in
      var from = input.baseAddress
      var left = input.count
      var chunk = [CChar](repeating: 0, count: 1 << 14)
      while left > 0 {
        let (done, code) = chunk.withUnsafeMutableBufferPointer { chunk in
          var to = chunk.baseAddress
          var room = chunk.count
          let done = iconv(converter, &from, &left, &to, &room)
          let code = errno
          for index in 0..<(chunk.count - room) { out.append(UInt8(bitPattern: chunk[index])) }
          return (done, code)
        }
        if done == Int(bitPattern: UInt.max) {
          guard code == EILSEQ || code == EINVAL else { continue }
          out.append(contentsOf: [0xEF, 0xBF, 0xBD])
          from = from?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
