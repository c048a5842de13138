import ArgumentParser
import Foundation
import PatchworkPlaces
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkCommand

@Suite struct PlacesCommandTests {
  private static let table = """
    level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
    1\tSY02\tAleppo\tحلب\t36.21809\t37.64271\tSY\t
    4\tC1029\tBig Orm\tأورم الكبرى\t36.147967\t36.947234\tSY02\tSY02
    """

  private let badInput = ExitCode(65)
  private let noInput = ExitCode(66)

  /// A fresh folder with a table and where its index is to lie.
  private func folder(_ table: String) throws -> (file: String, index: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "table.tsv")
    try Data(table.utf8).write(to: file)
    return (file.path, folder.appending(path: "new/index.places").path)
  }

  private func importing(_ file: String, _ index: String) throws {
    try PlacesImport.parse(["--gazetteer", index, file]).run()
  }

  @Test func `imports a table, and again without a change`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    let once = try Data(contentsOf: URL(filePath: index))
    try importing(file, index)
    #expect(try Data(contentsOf: URL(filePath: index)) == once)
  }

  @Test func `a bad row costs the status of bad input, not the other rows`() throws {
    let (file, index) = try folder(Self.table + "\nnonsense")
    #expect(throws: badInput) { try importing(file, index) }
    #expect(FileManager.default.fileExists(atPath: index))
  }

  @Test func `a file that is not there costs the status of no input`() throws {
    let (_, index) = try folder(Self.table)
    #expect(throws: noInput) { try importing("absent.tsv", index) }
  }

  @Test func `a table of no known kind is bad input`() throws {
    let (file, index) = try folder("some\ttable\n1\t2")
    #expect(throws: badInput) { try importing(file, index) }
  }

  @Test func `asking an index that is not there is no input`() throws {
    let find = try PlacesFind.parse(["--gazetteer", "/nonexistent/index", "Aleppo"])
    #expect(throws: noInput) { try find.run() }
  }

  @Test(arguments: [["--limit", "0", "Aleppo"], ["--to", "yaml", "Aleppo"], []])
  func `wrong options of find are refused`(arguments: [String]) {
    #expect(throws: (any Error).self) { try PlacesFind.parse(arguments) }
  }

  @Test(arguments: [
    ["--limit", "0", "Aleppo"], ["--within", "0", "Aleppo"], ["--within", "30000", "Aleppo"], [],
  ])
  func `wrong options of near are refused`(arguments: [String]) {
    #expect(throws: (any Error).self) { try PlacesNear.parse(arguments) }
  }

  @Test(arguments: [["one"], ["one", "two", "three"]])
  func `match takes two names or none`(arguments: [String]) {
    #expect(throws: (any Error).self) { try PlacesMatch.parse(arguments) }
  }

  @Test func `a name that nothing bears is bad input to show and near`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    #expect(throws: badInput) { try PlacesShow.parse(["--gazetteer", index, "Xqzzw"]).run() }
    #expect(throws: badInput) { try PlacesNear.parse(["--gazetteer", index, "Xqzzw"]).run() }
  }

  @Test func `a damaged index is bad input`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    var bytes = try Data(contentsOf: URL(filePath: index))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: index))
    #expect(throws: badInput) { try PlacesShow.parse(["--gazetteer", index, "C1029"]).run() }
  }

  @Test func `a place is written as a GeoJSON feature with its point`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    let gazetteer = try Gazetteer(path: index)
    let number = try #require(gazetteer.place(id: "C1029"))
    var writer = JSONWriter()
    writer.featureCollection(of: gazetteer) { $0.feature(of: number, in: gazetteer) }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.contains(#""type":"Point","coordinates":[36.947234,36.147967]"#))
    #expect(text.contains(#""pcode":"C1029""#))
    #expect(text.contains("OCHA / HDX, CC BY-IGO"))
  }

  @Test func `a card names the place, its wider place and who names it`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    let gazetteer = try Gazetteer(path: index)
    let number = try #require(gazetteer.place(id: "C1029"))
    let lines = PlaceCard(number, in: gazetteer).lines
    #expect(lines.first == "Urum al-Kubra, town")
    #expect(lines.contains { $0.contains("lies in") && $0.contains("Aleppo") })
    #expect(lines.contains { $0.contains("named by") })
    let other = try #require(gazetteer.namesakes(of: "Aleppo", besides: number).first)
    let warned = PlaceCard(number, in: gazetteer, namesakes: [other]).lines
    #expect(warned.contains { $0.contains("not") && $0.contains(gazetteer.id(other)) })
    #expect(gazetteer.namesakes(of: "C1029", besides: number).isEmpty)
  }

  @Test(arguments: [(0.0, "N"), (11, "N"), (12, "NNE"), (180, "S"), (349, "N")])
  func `directions have the names of the compass`(bearing: Double, wind: String) {
    #expect(Compass.wind(bearing) == wind)
  }
}
