/// The first line of a record in ARC, the format before WARC: address, IP, time, type, …, length.
struct ARCHead: Equatable {
  /// The address, whatever white space is in it.
  let url: String
  /// RFC 3339 time.
  let date: String
  let mediaType: String
  /// Bytes of the block behind the line.
  let length: Int

  /// Whether a line begins as heads of records do: with an address of some scheme.
  static func beginsLike(_ line: [UInt8]) -> Bool {
    let scheme = line.prefix { isLetter($0) || isDigit($0) }
    guard !scheme.isEmpty, scheme.count <= 12, scheme.count + 2 < line.count,
      line[scheme.count] == UInt8(ascii: ":")
    else { return false }
    return line.split(separator: 0x20).count >= 5
  }

  /// Reads the line; nil when its time or length is wrong.
  init?(_ line: [UInt8]) {
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    // Version 1 has four fields behind the address, version 2 nine; the time tells which.
    for behind in [4, 9] where words.count > behind {
      let first = words.count - behind
      guard let date = Self.date(words[first + 1]), let length = Int(words[words.count - 1]),
        length >= 0
      else { continue }
      url = words[..<first].joined(separator: " ")
      self.date = date
      mediaType = words[first + 2].lowercased()
      self.length = length
      return
    }
    return nil
  }

  private static func date(_ digits: String) -> String? {
    let bytes = Array(digits.utf8)
    guard bytes.count == 14, bytes.allSatisfy({ isDigit($0) }) else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let date =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    return ReportDate.isValid(date) ? date : nil
  }
}
