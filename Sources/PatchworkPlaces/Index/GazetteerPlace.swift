/// Number of a place within one index.
public struct PlaceNumber: Hashable, Sendable, Comparable {
  let value: UInt32
  /// Order within the index.
  public static func < (a: PlaceNumber, b: PlaceNumber) -> Bool { a.value < b.value }
}

/// A place of the gazetteer.
public struct GazetteerPlace: Hashable, Sendable {
  /// Number within the index.
  public let number: PlaceNumber
  /// Identifier with its scheme ("geonames:170063").
  public let id: String
  /// OCHA P-code, nil when none is known.
  public let pcode: String?
  /// The name shown.
  public let name: String
  /// What kind of place.
  public let kind: PlaceKind
  /// ISO 3166-1 alpha-2 code of the country, empty outside all countries.
  public let country: String
  /// Degrees north, WGS 84.
  public let latitude: Double?
  /// Degrees east, WGS 84.
  public let longitude: Double?
  /// People living there, 0 when unknown.
  public let population: Int
}

extension Gazetteer {
  /// A place with everything known of it but its other names.
  public func place(_ number: PlaceNumber) -> GazetteerPlace {
    let at = Int(number.value) * IndexLayout.placeSize
    let places = section(.places)
    let rows = section(.rows)
    let pcodeAt: UInt32 = places.number(at + 32)
    let pcode = rows.string(Int(pcodeAt))
    return GazetteerPlace(
      number: number, id: rows.string(Int(places.number(at + 28, as: UInt32.self))),
      pcode: pcode.isEmpty ? nil : pcode,
      name: rows.string(Int(places.number(at + 36, as: UInt32.self))), kind: kind(number),
      country: IndexCountry.text(country(number)),
      latitude: IndexDegrees.value(places.number(at + 12)),
      longitude: IndexDegrees.value(places.number(at + 16)), population: population(number))
  }

  /// Whether Patchwork's own table names a place, which it does for places in the news.
  func isSupplemented(_ number: PlaceNumber) -> Bool {
    let at = Int(number.value) * IndexLayout.placeSize
    let places = section(.places)
    let members = section(.members)
    let first = Int(places.number(at, as: UInt32.self))
    // Rows lie in order of their sources, so that ours are among the last.
    for member in (first..<first + Int(places.number(at + 4, as: UInt16.self))).reversed() {
      let row = members.element(member, as: UInt32.self)
      let offset = section(.rowOffsets).element(Int(row), as: UInt32.self)
      let source = section(.rows).byte(Int(offset))
      if source <= PlaceSource.supplementNumber { return source == PlaceSource.supplementNumber }
    }
    return false
  }

  /// Kind of a place.
  func kind(_ number: PlaceNumber) -> PlaceKind {
    let byte = section(.places).byte(Int(number.value) * IndexLayout.placeSize + 6)
    return PlaceKind(rawValue: byte) ?? .area
  }

  /// Country of a place as two packed letters, 0 for none.
  func country(_ number: PlaceNumber) -> UInt16 {
    section(.places).number(Int(number.value) * IndexLayout.placeSize + 8)
  }

  func population(_ number: PlaceNumber) -> Int {
    Int(section(.places).number(Int(number.value) * IndexLayout.placeSize + 20, as: UInt32.self))
  }

  /// Degrees north and east, or nil when unknown.
  func coordinates(_ number: PlaceNumber) -> (latitude: Double, longitude: Double)? {
    let at = Int(number.value) * IndexLayout.placeSize
    let places = section(.places)
    guard let latitude = IndexDegrees.value(places.number(at + 12)),
      let longitude = IndexDegrees.value(places.number(at + 16))
    else { return nil }
    return (latitude, longitude)
  }

  /// The next wider place.
  public func parent(of number: PlaceNumber) -> PlaceNumber? {
    let at = Int(number.value) * IndexLayout.placeSize
    let parent: UInt32 = section(.places).number(at + 24)
    guard parent > 0, Int(parent) <= count else { return nil }
    return PlaceNumber(value: parent - 1)
  }

  /// The wider places, nearest first.
  public func ancestors(of number: PlaceNumber) -> [PlaceNumber] {
    var out: [PlaceNumber] = []
    var at = number
    while let next = parent(of: at), out.count < 8, next != number {
      out.append(next)
      at = next
    }
    return out
  }

  /// Identifier of a place.
  public func id(_ number: PlaceNumber) -> String {
    let at = Int(number.value) * IndexLayout.placeSize + 28
    return section(.rows).string(Int(section(.places).number(at, as: UInt32.self)))
  }

  /// Every name of a place, without duplicates.
  public func names(of number: PlaceNumber) -> [String] {
    var seen: Set<String> = []
    var out: [String] = []
    forEachName(of: number) { bytes in
      let name = String(decoding: bytes, as: UTF8.self)
      if seen.insert(name).inserted { out.append(name) }
    }
    return out
  }

  /// Every name of a place with its language and its source, in order of the sources.
  public func sourcedNames(of number: PlaceNumber) -> [(name: PlaceName, source: PlaceSource)] {
    var out: [(name: PlaceName, source: PlaceSource)] = []
    var seen: Set<PlaceName> = []
    var lastSource: UInt8?
    forEachRow(of: number) { rows, at in
      let source = rows.byte(at)
      if source != lastSource { seen = [] }
      lastSource = source
      guard Int(source) < PlaceSource.known.count else { return }
      RowCoding.forEachName(rows, at) { bytes, language in
        let name = PlaceName(
          String(decoding: bytes, as: UTF8.self),
          language: String(decoding: language, as: UTF8.self))
        guard !name.text.isEmpty, seen.insert(name).inserted else { return }
        out.append((name, PlaceSource.known[Int(source)]))
      }
    }
    return out
  }

  /// Calls with the UTF-8 of some names of a place, given by their numbers through its rows, ascending.
  func forEachName(
    of number: PlaceNumber, among ordinals: [Int], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var ordinal = 0
    var next = 0
    forEachRow(of: number) { rows, at in
      guard next < ordinals.count else { return }
      RowCoding.forEachName(rows, at) { name, _ in
        if next < ordinals.count, ordinals[next] == ordinal {
          body(name)
          while next < ordinals.count, ordinals[next] == ordinal { next += 1 }
        }
        ordinal += 1
      }
    }
  }

  /// Calls with each row of a place and its offset.
  private func forEachRow(of number: PlaceNumber, _ body: (IndexBytes, Int) -> Void) {
    let at = Int(number.value) * IndexLayout.placeSize
    let places = section(.places)
    let members = section(.members)
    let offsets = section(.rowOffsets)
    let rows = section(.rows)
    let first = Int(places.number(at, as: UInt32.self))
    for member in 0..<Int(places.number(at + 4, as: UInt16.self)) {
      let row = members.element(first + member, as: UInt32.self)
      body(rows, Int(offsets.element(Int(row), as: UInt32.self)))
    }
  }

  /// Calls with the UTF-8 of each name of a place, some perhaps twice.
  func forEachName(of number: PlaceNumber, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    forEachRow(of: number) { rows, at in
      RowCoding.forEachName(rows, at) { name, _ in body(name) }
    }
  }

  /// The place with an identifier or P-code.
  public func place(id: String) -> PlaceNumber? {
    let hash = IndexLayout.finish(IndexLayout.hash(id.utf8, from: 0))
    let table = section(.identifiers)
    var low = 0
    var high = table.count / 12
    while low < high {
      let middle = (low + high) / 2
      if table.number(middle * 12, as: UInt64.self) < hash {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < table.count / 12, table.number(low * 12, as: UInt64.self) == hash else {
      return nil
    }
    let value: UInt32 = table.number(low * 12 + 8)
    return Int(value) < count ? PlaceNumber(value: value) : nil
  }
}

/// Degrees as the index keeps them, in units of 1e-6.
enum IndexDegrees {
  static let unknown = Int32.min

  static func value(_ stored: Int32) -> Double? {
    stored == unknown ? nil : Double(stored) / 1_000_000
  }

  static func stored(_ value: Double?) -> Int32 {
    guard let value, value.isFinite, value.magnitude <= 360 else { return unknown }
    return Int32((value * 1_000_000).rounded())
  }
}

/// Country codes as two packed letters.
enum IndexCountry {
  static func packed(_ text: String) -> UInt16 {
    let bytes = Array(text.utf8)
    return bytes.count == 2 ? UInt16(bytes[0]) | UInt16(bytes[1]) << 8 : 0
  }

  static func text(_ packed: UInt16) -> String {
    packed == 0
      ? "" : String(decoding: [UInt8(packed & 0xFF), UInt8(packed >> 8)], as: UTF8.self)
  }
}

extension Gazetteer {
  /// The country with an ISO 3166-1 alpha-2 code.
  public func country(code: String) -> PlaceNumber? { place(id: "iso:" + code) }
}

extension Gazetteer {
  /// The name shown of a place.
  public func name(_ number: PlaceNumber) -> String {
    String(decoding: nameBytes(number), as: UTF8.self)
  }

  /// The UTF-8 of the name shown of a place.
  func nameBytes(_ number: PlaceNumber) -> UnsafeRawBufferPointer {
    let at = Int(number.value) * IndexLayout.placeSize + 36
    return section(.rows).stringBytes(Int(section(.places).number(at, as: UInt32.self)))
  }
}
