import Foundation
import Testing

@testable import PatchworkPlaces

@Suite struct ArchiveTests {
  private static let table =
    "name\tkind\tcountry\twithin\tlat\tlon\tnames\tdivision\tpopulation\tpcode\tsame\nBridge Town\ttown\tSY\t\t35.0\t38.0\t\t\t\t\t\n"

  private struct Entry {
    var name: String
    var content: [UInt8]
    var isDeflated = false
  }

  /// CRC-32 bit by bit, as zip archives have it.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var state = UInt32.max
    for byte in bytes {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state & 1 == 1 ? state >> 1 ^ 0xEDB8_8320 : state >> 1 }
    }
    return ~state
  }

  private func archive(_ entries: [Entry]) -> [UInt8] {
    var out = IndexWriter()
    var directory = IndexWriter()
    for entry in entries {
      // A deflate stream of one stored block.
      let size = UInt16(entry.content.count)
      let packed =
        entry.isDeflated
        ? [1, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
          + entry.content : entry.content
      let start = UInt32(out.bytes.count)
      func head(_ writer: inout IndexWriter) {
        writer.number(UInt16(0))
        writer.number(UInt16(entry.isDeflated ? 8 : 0))
        writer.number(UInt32(0))
        writer.number(checksum(entry.content))
        writer.number(UInt32(packed.count))
        writer.number(UInt32(entry.content.count))
        writer.number(UInt16(entry.name.utf8.count))
        writer.number(UInt16(0))
      }
      out.number(UInt32(0x0403_4B50))
      out.number(UInt16(20))
      head(&out)
      out.bytes += Array(entry.name.utf8) + packed
      directory.number(UInt32(0x0201_4B50))
      directory.number(UInt16(20))
      directory.number(UInt16(20))
      head(&directory)
      directory.bytes += [UInt8](repeating: 0, count: 10)
      directory.number(start)
      directory.bytes += Array(entry.name.utf8)
    }
    let start = UInt32(out.bytes.count)
    out.bytes += directory.bytes
    out.number(UInt32(0x0605_4B50))
    out.number(UInt32(0))
    out.number(UInt16(entries.count))
    out.number(UInt16(entries.count))
    out.number(UInt32(directory.bytes.count))
    out.number(start)
    out.number(UInt16(0))
    return out.bytes
  }

  private func path(_ bytes: [UInt8]) throws -> String {
    let path = try Fixture.path("table.zip")
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test(arguments: [false, true])
  func `the tables of an archive are imported and its other files are not`(isDeflated: Bool) throws
  {
    let bytes = archive([
      Entry(name: "readme.txt", content: Array("Read me.".utf8)),
      Entry(name: "SY.tsv", content: Array(Self.table.utf8), isDeflated: isDeflated),
    ])
    var builder = GazetteerBuilder()
    let outcomes = try builder.add(path: path(bytes))
    #expect(outcomes.map(\.file.name) == ["SY.tsv"])
    #expect(outcomes.map(\.file.rows) == [1])
  }

  @Test func `a changed byte in an archive is told before any row is taken`() throws {
    var bytes = archive([Entry(name: "SY.tsv", content: Array(Self.table.utf8), isDeflated: true)])
    let at = try #require(bytes.firstRange(of: Array("35.0".utf8))?.lowerBound)
    bytes[at] = UInt8(ascii: "9")
    var builder = GazetteerBuilder()
    let path = try path(bytes)
    #expect(
      throws: GazetteerError.unreadable(
        file: path + "/SY.tsv", cause: "the packed data are damaged")
    ) { try builder.add(path: path) }
    #expect(builder.rowCount == 0)
  }

  @Test(arguments: [10, 60, 120, 200])
  func `an archive cut short is told`(length: Int) throws {
    let bytes = Array(
      archive([Entry(name: "SY.tsv", content: Array(Self.table.utf8))]).prefix(length))
    var builder = GazetteerBuilder()
    #expect(throws: GazetteerError.self) { try builder.add(path: path(bytes)) }
  }

  @Test func `an archive without a table of places is of no known kind`() throws {
    let path = try path(archive([Entry(name: "readme.txt", content: Array("Read me.".utf8))]))
    var builder = GazetteerBuilder()
    #expect(throws: GazetteerError.unknownKind(file: path)) { try builder.add(path: path) }
  }
}
