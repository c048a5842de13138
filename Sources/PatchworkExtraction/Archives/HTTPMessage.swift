/// An HTTP response as an archive keeps it: status, headers, and the body freed of its transfer.
struct HTTPMessage {
  /// The status, nil when there is no status line.
  let status: Int?
  let headers: HeaderLines
  private let rest: ArraySlice<UInt8>

  init(_ block: [UInt8]) {
    guard block.starts(with: Array("HTTP/".utf8)) else {
      status = nil
      headers = HeaderLines()
      rest = block[...]
      return
    }
    var at = (block.firstIndex(of: 0x0A) ?? block.count - 1) + 1
    let words = block[..<at].split(separator: 0x20)
    status =
      words.count > 1 ? Int(String(decoding: words[1].prefix { isDigit($0) }, as: UTF8.self)) : nil
    headers = HeaderLines(block, at: &at)
    rest = block[at...]
  }

  /// Whether all of the body is there that the headers announce.
  var isWhole: Bool {
    guard status != nil, let length = headers["content-length"].flatMap(Int.init) else {
      return false
    }
    return rest.count >= length
  }

  /// The body, chunks joined and unpacked; whatever the headers claim falsely is passed over.
  func body(limit: Int) throws(ExtractionError) -> [UInt8] {
    var body = Array(rest)
    if headers["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = ChunkedBody.joined(body)
    }
    return try Unpacking.body(body, declared: headers["content-encoding"] ?? "", limit: limit)
  }
}

/// The chunked transfer coding of HTTP/1.1.
enum ChunkedBody {
  /// The chunks' content; from where a chunk's head is none on, the bytes as they stand.
  static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard let stop = bytes[at...].prefix(256).firstIndex(of: 0x0A),
        let size = size(of: bytes[at..<stop])
      else {
        out.append(contentsOf: bytes[at...])
        break
      }
      at = stop + 1
      if size == 0 { break }
      let end = min(bytes.count, at + min(size, bytes.count))
      out.append(contentsOf: bytes[at..<end])
      at = end
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    return out
  }

  private static func size(of line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && !isSpace($0) }
    // A sign would be read as part of a number.
    guard !digits.isEmpty, digits.count <= 8, digits.allSatisfy({ isDigit($0) || isLetter($0) })
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
