/// A list of the world's places, read from one index file that stays mapped in memory.
public struct Gazetteer: Sendable {
  /// Path of the index file.
  public let path: String
  let file: MappedFile
  private let ranges: [Range<Int>]

  /// Opens an index after checking its header; O(1) in the number of places.
  public init(path: String) throws(GazetteerError) {
    guard let file = MappedFile(path: path) else {
      throw .unreadable(file: path, cause: MappedFile.lastCause)
    }
    self.path = path
    self.file = file
    ranges = try Self.checkedSections(of: file, path: path)
  }

  /// The gazetteer of a data folder, or nil when none was built there.
  public static func inDataFolder(_ folder: String) throws(GazetteerError) -> Gazetteer? {
    do {
      return try Gazetteer(path: defaultPath(in: folder))
    } catch .unreadable(_, let cause) where cause == MappedFile.absent {
      return nil
    }
  }

  /// Where the gazetteer of a data folder lies.
  public static func defaultPath(in dataFolder: String) -> String {
    dataFolder + "/gazetteer/world.places"
  }

  /// Number of places.
  public var count: Int {
    ranges[IndexLayout.Section.places.rawValue].count / IndexLayout.placeSize
  }

  /// Size of the index in bytes.
  public var size: Int { file.bytes.count }

  /// Reads every byte and compares it with the checksum that was written; linear in the size of the file.
  public func verify() throws(GazetteerError) {
    let body = UnsafeRawBufferPointer(rebasing: file.bytes[IndexLayout.headerSize...])
    let said: UInt64 = IndexBytes(bytes: file.bytes).number(IndexLayout.headerSize - 16)
    guard said == IndexLayout.checksum(body) else {
      throw .damaged(file: path, cause: "its checksum does not hold")
    }
  }

  func section(_ section: IndexLayout.Section) -> IndexBytes {
    IndexBytes(bytes: UnsafeRawBufferPointer(rebasing: file.bytes[ranges[section.rawValue]]))
  }

  private static func checkedSections(
    of file: MappedFile, path: String
  ) throws(GazetteerError) -> [Range<Int>] {
    let bytes = IndexBytes(bytes: file.bytes)
    guard bytes.count >= 12,
      IndexLayout.magic.indices.allSatisfy({ bytes.byte($0) == IndexLayout.magic[$0] })
    else { throw .notAnIndex(file: path) }
    let version: UInt32 = bytes.number(8)
    guard version == IndexLayout.version else {
      throw .otherVersion(
        file: path, found: Int(version), expected: Int(IndexLayout.version))
    }
    guard bytes.count >= IndexLayout.headerSize else {
      throw .damaged(file: path, cause: "the header is cut short")
    }
    let sum: UInt64 = bytes.number(IndexLayout.headerSize - 8)
    let header = file.bytes[0..<(IndexLayout.headerSize - 8)]
    guard sum == IndexLayout.finish(IndexLayout.hash(header, from: 0)) else {
      throw .damaged(file: path, cause: "the header's checksum does not hold")
    }
    let size: UInt64 = bytes.number(16)
    guard size == UInt64(bytes.count) else {
      throw .damaged(file: path, cause: "it has \(bytes.count) bytes instead of \(size)")
    }
    var ranges: [Range<Int>] = []
    for section in IndexLayout.Section.allCases {
      let offset: UInt64 = bytes.number(24 + section.rawValue * 16)
      let length: UInt64 = bytes.number(32 + section.rawValue * 16)
      guard offset <= size, length <= size - offset else {
        throw .damaged(file: path, cause: "section \(section) lies outside the file")
      }
      ranges.append(Int(offset)..<Int(offset + length))
    }
    return ranges
  }
}
