import Foundation
import PatchworkPlaces
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite final class GazetteerStateTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "gazetteer-\(UUID())")

  /// A small index, as set-up leaves it.
  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try importing(
      "1\tOldtown\tOldtown\t\t36.2\t37.1\tP\tPPL\tSY\t\t\t\t\t\t100\t\t\t\t2016-01-01\n",
      as: "a.txt")
    try write("FILES", "a.txt\n")
    let index = try Data(contentsOf: folder.appending(path: "world.places"))
    try write(
      "SHA256SUMS",
      "\(sha256Hex("a.txt\n"))  FILES\n\(sha256Hex([UInt8](index)))  world.places\n")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Imports a dump of GeoNames' own form into the index.
  func importing(_ dump: String, as name: String) throws {
    let path = folder.appending(path: "world.places").path
    let table = folder.appending(path: name)
    defer { try? FileManager.default.removeItem(at: table) }
    try Data(dump.utf8).write(to: table)
    var builder = GazetteerBuilder(extending: try? Gazetteer(path: path))
    _ = try builder.add(path: table.path)
    try builder.write(to: path)
  }

  var state: GazetteerState { GazetteerState.of(folder.path).state }

  @Test func `is verified as set-up left it`() {
    #expect(state == .verified(places: 1))
    #expect(state.fault == nil)
  }

  @Test func `is no fault when its user extended it`() throws {
    try importing(
      "2\tNewtown\tNewtown\t\t36.3\t37.2\tP\tPPL\tSY\t\t\t\t\t\t100\t\t\t\t2016-01-01\n",
      as: "b.txt")
    #expect(state == .extended(places: 2, by: ["b.txt"]))
    #expect(state.fault == nil)
  }

  @Test func `is damaged when a byte changed`() throws {
    let url = folder.appending(path: "world.places")
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: url)
    #expect(state.fault != nil)
  }

  @Test func `is of another format when the header says so`() throws {
    let url = folder.appending(path: "world.places")
    var bytes = try Data(contentsOf: url)
    bytes[8] = 99
    try bytes.write(to: url)
    guard case .otherFormat(found: 99, expected: _) = state else {
      Issue.record("\(state)")
      return
    }
    #expect(state.fault?.hasPrefix("is of format 99 instead of ") == true)
  }

  @Test func `is missing where there is no folder`() {
    #expect(GazetteerState.of(folder.path + "-other").state == .missing)
  }
}
