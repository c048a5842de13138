/// The entries of a zip archive, stored or deflated, up to 4 GB (APPNOTE 6.3.10 without zip64 and encryption).
struct ZipArchive {
  /// One file of the archive.
  struct Entry {
    /// Its path in the archive.
    let name: String
    /// Its bytes.
    let content: PackedFile
  }

  /// The entries in order of the directory.
  let entries: [Entry]

  private static let endMark: UInt32 = 0x0605_4B50
  private static let entryMark: UInt32 = 0x0201_4B50
  private static let fileMark: UInt32 = 0x0403_4B50

  /// Whether a file starts as archives do.
  static func isArchive(_ file: MappedFile) -> Bool {
    IndexBytes(bytes: file.bytes).number(0, as: UInt32.self) == fileMark
  }

  /// Reads the directory at the end of an archive; nil when it is damaged or of a kind that is not read.
  init?(file: MappedFile) {
    let bytes = IndexBytes(bytes: file.bytes)
    // The directory's end is followed by a comment of up to 65,535 bytes.
    var end = bytes.count - 22
    let lowest = max(0, end - 65_535)
    while end >= lowest, bytes.number(end, as: UInt32.self) != Self.endMark { end -= 1 }
    guard end >= lowest else { return nil }
    let count = Int(bytes.number(end + 10, as: UInt16.self))
    var at = Int(bytes.number(end + 16, as: UInt32.self))
    var entries: [Entry] = []
    for _ in 0..<count {
      guard bytes.number(at, as: UInt32.self) == Self.entryMark else { return nil }
      let flags: UInt16 = bytes.number(at + 8)
      let method: UInt16 = bytes.number(at + 10)
      let size = Int(bytes.number(at + 20, as: UInt32.self))
      let nameLength = Int(bytes.number(at + 28, as: UInt16.self))
      let extra = Int(bytes.number(at + 30, as: UInt16.self))
      let comment = Int(bytes.number(at + 32, as: UInt16.self))
      let header = Int(bytes.number(at + 42, as: UInt32.self))
      let name = String(decoding: bytes.run(at + 46, nameLength).bytes, as: UTF8.self)
      guard flags & 1 == 0, method == 0 || method == 8,
        bytes.number(header, as: UInt32.self) == Self.fileMark
      else { return nil }
      let start =
        header + 30 + Int(bytes.number(header + 26, as: UInt16.self))
        + Int(bytes.number(header + 28, as: UInt16.self))
      guard start <= bytes.count, size <= bytes.count - start else { return nil }
      entries.append(
        Entry(
          name: name,
          content: PackedFile(
            file: file, range: start..<(start + size),
            packing: .zip(isDeflated: method == 8, checksum: bytes.number(at + 16)))))
      at += 46 + nameLength + extra + comment
    }
    self.entries = entries
  }
}
