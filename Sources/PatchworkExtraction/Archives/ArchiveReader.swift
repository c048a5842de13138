/// The records of a WARC or ARC archive, one after the other; behind a broken one it goes on at the next head.
struct ArchiveReader {
  /// What comes next.
  enum Item {
    /// A record that may hold a document.
    case record(ArchiveRecord)
    /// A record of a kind that never does.
    case other
    /// A record that cannot be read, at its offset.
    case broken(Int, ExtractionError)
  }

  private static let lineLimit = 1 << 16
  private static let kept: Set<String> = ["response", "resource", "conversion"]

  private let bytes: ByteReader
  private let limits: ExtractionLimits
  private var isOver = false
  /// Whether what comes is behind a broken record, up to the next head.
  private var isLost = false

  init(_ feed: any ByteFeed, limits: ExtractionLimits) {
    bytes = ByteReader(feed)
    self.limits = limits
  }

  /// Whether bytes are there without reading on.
  var hasBytes: Bool { bytes.hasBytes }

  /// The next record, nil at the end.
  mutating func next() -> Item? {
    while !isOver {
      let offset = bytes.position
      do throws(ExtractionError) {
        guard let line = try bytes.line(limit: Self.lineLimit) else {
          isOver = true
          return nil
        }
        if line.allSatisfy(isSpace) { continue }
        if line.starts(with: Array("WARC/".utf8)) {
          isLost = false
          return try warc(offset)
        }
        if ARCHead.beginsLike(line) {
          // Behind a broken record its own lines may look like heads, but hardly ever like whole ones.
          if isLost, ARCHead(line) == nil { continue }
          isLost = false
          return try arc(line, offset)
        }
        if isLost { continue }
        isLost = true
        return .broken(offset, Self.broken("it begins with “\(Self.shown(line))”"))
      } catch {
        // A system's error comes again and again; a packed member's only once.
        if error.code == .unreadable { isOver = true }
        let wasLost = isLost
        isLost = true
        if wasLost, error.code == .lineTooLong { continue }
        return .broken(offset, error)
      }
    }
    return nil
  }

  private mutating func warc(_ offset: Int) throws(ExtractionError) -> Item {
    var headers = HeaderLines()
    while true {
      guard let line = try bytes.line(limit: Self.lineLimit) else {
        throw Self.broken("the archive ends in its head")
      }
      if line.isEmpty { break }
      headers.add(line)
    }
    guard let length = headers["content-length"].flatMap(Int.init), length >= 0 else {
      throw Self.broken("its length is “\(Self.shown(headers.bytes("content-length") ?? []))”")
    }
    guard Self.kept.contains(headers["warc-type"]?.lowercased() ?? "") else {
      try pass(length)
      return .other
    }
    let url = Self.bare(headers["warc-target-uri"] ?? "")
    let id = Self.bare(headers["warc-record-id"] ?? "")
    let date = headers["warc-date"] ?? ""
    return .record(
      ArchiveRecord(
        id: id.isEmpty ? "\(url)@\(offset)" : id, offset: offset, url: url,
        date: ReportDate.isValid(date) ? date : "", mediaType: headers["content-type"] ?? "",
        block: try block(length)))
  }

  private mutating func arc(_ line: [UInt8], _ offset: Int) throws(ExtractionError) -> Item {
    let isVersion = line.starts(with: Array("filedesc:".utf8))
    guard let head = ARCHead(line) else {
      if isVersion {
        // Its length is of no use, but two lines always follow: the version and the names of the fields.
        for _ in 0..<2 { _ = try bytes.line(limit: Self.lineLimit) }
        return .other
      }
      throw Self.broken("its head is “\(Self.shown(line))”")
    }
    if isVersion || !head.url.lowercased().hasPrefix("http") {
      try pass(head.length)
      return .other
    }
    return .record(
      ArchiveRecord(
        id: "\(head.url)@\(offset)", offset: offset, url: head.url, date: head.date,
        mediaType: head.mediaType, block: try block(head.length)))
  }

  private func block(_ length: Int) throws(ExtractionError) -> [UInt8] {
    guard length <= limits.bytes else {
      try pass(length)
      throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
    }
    let block = try bytes.block(length)
    guard block.count == length || HTTPMessage(block).isWhole else {
      throw Self.broken("the archive ends after \(block.count) of its \(length) bytes")
    }
    return block
  }

  private func pass(_ length: Int) throws(ExtractionError) {
    let passed = try bytes.skip(length)
    guard passed == length else {
      throw Self.broken("the archive ends after \(passed) of its \(length) bytes")
    }
  }

  private static func broken(_ what: String) -> ExtractionError {
    ExtractionError(.brokenRecord, cause: .found(what))
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    String(String(decoding: bytes.prefix(200), as: UTF8.self).prefix(60))
  }

  /// A value without the angle brackets that some writers put around it.
  private static func bare(_ value: String) -> String {
    value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
  }
}
