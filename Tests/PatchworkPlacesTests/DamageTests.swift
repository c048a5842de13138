import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkPlaces

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var x = state
    x ^= x >> 33
    x = x &* 0xFF51_AFD7_ED55_8CCD
    return x ^ x >> 33
  }
}

@Suite struct DamageTests {
  private func opening(_ bytes: [UInt8]) throws -> GazetteerError? {
    let path = try Fixture.path()
    try Data(bytes).write(to: URL(filePath: path))
    do {
      _ = try Gazetteer(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an absent file is named`() throws {
    let path = try Fixture.path("absent")
    #expect(throws: GazetteerError.unreadable(file: path, cause: MappedFile.absent)) {
      try Gazetteer(path: path)
    }
  }

  @Test(arguments: [0, 5, 11])
  func `a file without the magic is no index`(length: Int) throws {
    let bytes = Array(try Fixture.builder().build().prefix(length))
    guard case .notAnIndex = try opening(bytes) else {
      Issue.record("opened, or failed otherwise")
      return
    }
  }

  @Test(arguments: [12, 100, 190, 1000])
  func `a file cut short is damaged`(length: Int) throws {
    let bytes = Array(try Fixture.builder().build().prefix(length))
    guard case .damaged = try opening(bytes) else {
      Issue.record("opened, or failed otherwise")
      return
    }
  }

  @Test func `another version is told from damage`() throws {
    var bytes = try Fixture.builder().build()
    bytes[8] = 99
    guard case .otherVersion(_, 99, _) = try opening(bytes) else {
      Issue.record("opened, or failed otherwise")
      return
    }
  }

  @Test(arguments: 0..<20)
  func `a changed byte behind the header is found when all bytes are checked`(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    var bytes = try Fixture.builder().build()
    let path = try Fixture.path()
    try Data(bytes).write(to: URL(filePath: path))
    try Gazetteer(path: path).verify()
    bytes[Int.random(in: IndexLayout.headerSize..<bytes.count, using: &numbers)] ^= 0x10
    try Data(bytes).write(to: URL(filePath: path))
    let gazetteer = try Gazetteer(path: path)
    #expect(throws: GazetteerError.damaged(file: path, cause: "its checksum does not hold")) {
      try gazetteer.verify()
    }
  }

  @Test(arguments: 0..<200)
  func `a changed byte gives an error or answers, never a crash`(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    var bytes = try Fixture.builder().build()
    for _ in 0..<Int.random(in: 1...40, using: &numbers) {
      let at = Int.random(
        in: (seed % 4 == 0 ? 0 : IndexLayout.headerSize)..<bytes.count, using: &numbers)
      bytes[at] = UInt8.random(in: 0...255, using: &numbers)
    }
    let path = try Fixture.path()
    try Data(bytes).write(to: URL(filePath: path))
    guard let gazetteer = try? Gazetteer(path: path) else { return }
    for name in ["Aleppo", "Damascus", "Urum al-Kubra", "Halep", "حلب", "Siria"] {
      for candidate in gazetteer.find(name, near: "Aleppo") {
        _ = gazetteer.names(of: candidate.place.number)
        _ = gazetteer.ancestors(of: candidate.place.number)
        _ = gazetteer.narrower(than: candidate.place.number)
        _ = gazetteer.sourcedNames(of: candidate.place.number)
        _ = gazetteer.shape(of: candidate.place.number)
        _ = gazetteer.timeZone(of: candidate.place.number)
      }
    }
    let centre = GeoPoint(latitude: 36.2, longitude: 37.15)
    _ = gazetteer.places(around: centre, within: 500)
    _ = gazetteer.areas(around: centre)
    _ = gazetteer.sources
    _ = GazetteerBuilder(extending: gazetteer).rowCount
  }
}
