import Foundation
import Testing

@testable import PatchworkPlaces

@Suite struct TableImportTests {
  private static let dump = """
    170063\tAleppo\tAleppo\tHalab,ALP,حلب\t36.20124\t37.16117\tP\tPPLA\tSY\t\t09\t\t\t\t2098210\t\t379\tAsia/Damascus\t2023-01-01
    173811\tAl Hasakah\tAl Hasakah\t\t36.50237\t40.74772\tP\tPPLA\tSY\t\t01\t\t\t\t422445\t\t300\tAsia/Damascus\t2023-01-01
    999999\tOld Mill\tOld Mill\t\t36.5\t40.7\tS\tML\tSY\t\t01\t\t\t\t0\t\t300\tAsia/Damascus\t2023-01-01
    broken
    """
  private static let names = """
    1\t170063\ten\tAlep\t\t\t\t
    2\t170063\tru\tАлеппо\t1\t\t\t
    3\t170063\tlink\thttps://example.org/Aleppo\t\t\t\t
    4\t170063\ten\tBeroea\t\t\t\t1
    5\t555\ten\tNowhere\t\t\t\t
    """
  private static let divisions =
    "SY.09\tAleppo\tAleppo\t170062\nSY.09.123\tManbij District\tManbij District\t9000001\n"

  private static func file(_ name: String, _ text: String, _ kind: ImportFile.Kind) -> ImportFile {
    ImportFile(path: name, bytes: Array(text.utf8), kind: kind)
  }

  private func gazetteer(_ files: [ImportFile]) throws -> Gazetteer {
    let path = try Fixture.path()
    var builder = GazetteerBuilder()
    for file in files { _ = try builder.add(file) }
    try builder.write(to: path)
    return try Gazetteer(path: path)
  }

  private static let all = [
    file("alternateNamesV2.txt", names, .geonamesNames), file("SY.txt", dump, .geonamesDump),
    file("admin2Codes.txt", divisions, .geonamesDivisions),
  ]

  @Test(arguments: [
    (dump, ImportFile.Kind.geonamesDump), (names, .geonamesNames), (divisions, .geonamesDivisions),
    (
      "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nAFG,1,AF01,Kabul,AFG,2021-11-17",
      .ocha
    ),
    ("ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\n", .ocha),
    ("{\"type\":\"FeatureCollection\"", .ochaOutlines),
    ("name\tkind\twithin\n", .supplement),
  ])
  func `a table's kind is told by its first lines`(text: String, kind: ImportFile.Kind) {
    #expect(TableKind.recognise(Array(text.utf8)) == kind)
  }

  @Test(arguments: ["", "hello", "a,b,c\n1,2,3", "{\"a\": 1}", "<html>"])
  func `what is no table of places has no kind`(text: String) {
    #expect(TableKind.recognise(Array(text.utf8)) == nil)
  }

  @Test func `names join their place with their language, historic ones and links do not`() throws {
    let gazetteer = try gazetteer(Self.all)
    let aleppo = try #require(gazetteer.place(id: "geonames:170063"))
    let names = gazetteer.sourcedNames(of: aleppo).map(\.name)
    #expect(names.contains(PlaceName("Алеппо", language: "ru")))
    #expect(names.contains(PlaceName("Alep", language: "en")))
    #expect(
      !names.contains { $0.text == "Beroea" || $0.text.contains("example") || $0.text == "ALP" })
    #expect(gazetteer.place(id: "geonames:555") == nil)
  }

  @Test func `divisions are wider than the places that carry their code`() throws {
    let gazetteer = try gazetteer(Self.all)
    let aleppo = try #require(gazetteer.place(id: "geonames:170063"))
    #expect(gazetteer.ancestors(of: aleppo).map(gazetteer.id) == ["geonames:170062"])
    let manbij = try #require(gazetteer.place(id: "geonames:9000001"))
    #expect(gazetteer.place(manbij).kind == .district)
    #expect(gazetteer.ancestors(of: manbij).map(gazetteer.id) == ["geonames:170062"])
  }

  @Test func `comma-separated units hang by their parents`() throws {
    let csv = #"""
      Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date
      #country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start
      AFG,1,AF01,Kabul,AFG,2021-11-17
      AFG,2,AF0102,"Paghman, ""upper""",AF01,2021-11-17
      AFG,2,,Nameless,AF01,2021-11-17
      """#
    var builder = GazetteerBuilder()
    let outcome = try builder.add(Self.file("units.csv", csv, .ocha))
    #expect(outcome.file.rows == 2)
    #expect(outcome.file.bad == 1)
    let gazetteer = try gazetteer([Self.file("units.csv", csv, .ocha)])
    let paghman = try #require(gazetteer.place(id: "AF0102"))
    #expect(gazetteer.place(paghman).name == "Paghman, \"upper\"")
    #expect(gazetteer.place(paghman).country == "AF")
    #expect(gazetteer.ancestors(of: paghman).map(gazetteer.id) == ["ocha:AF01"])
  }

  @Test(arguments: [
    ("a,b\r\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\"a\nb\",\"c\"\"d\"\n,", [["a\nb", "c\"d"], ["", ""]]),
    ("last", [["last"]]), ("", []), ("\n\n", []),
  ])
  func `records are parted as RFC 4180 has them`(text: String, records: [[String]]) {
    var found: [[String]] = []
    CommaReader.forEachRecord(Array(text.utf8)) { found.append($0) }
    #expect(found == records)
  }
}
