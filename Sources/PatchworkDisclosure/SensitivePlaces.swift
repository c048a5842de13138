import Foundation
import PatchworkRecord
import PatchworkText

/// How closely a place may be shown.
struct PlaceLevel: Hashable, Sendable, Comparable {
  /// Name of the level ("severe").
  let name: String
  /// Decimals of a degree that are shown.
  let decimals: Int
  /// Order among levels, the strictest highest.
  let rank: Int

  /// Order by strictness.
  static func < (a: PlaceLevel, b: PlaceLevel) -> Bool { a.rank < b.rank }
}

/// Which places are sensitive: hospitals, schools, shelters, aid sites and others of a table, by the words that name them.
struct SensitivePlaces: Sendable {
  private let levels: [String: PlaceLevel]
  /// Classes of sites by their words, each row as the words of one name.
  private let sites: [(words: [String], site: String, level: PlaceLevel)]
  /// Rows whose name begins with a word, in the singular or the plural.
  private let rows: [String: [Int]]
  private let base: PlaceLevel
  private let unlisted: PlaceLevel

  init(sites: LexiconTable, levels table: LexiconTable) throws(LexiconError) {
    var levels: [String: PlaceLevel] = [:]
    for (rank, row) in table.rows.reversed().enumerated() {
      levels[row["level"]] = PlaceLevel(
        name: row["level"], decimals: try DisclosureRules.number(row, "decimals", of: table),
        rank: rank)
    }
    func level(_ name: String, _ line: Int, _ file: String) throws(LexiconError) -> PlaceLevel {
      guard let level = levels[name] else {
        throw .unknownValue(file: file, line: line, field: "level", value: name)
      }
      return level
    }
    base = try level("low", 0, table.file)
    unlisted = try level("moderate", 0, table.file)
    var rows: [(words: [String], site: String, level: PlaceLevel)] = []
    for row in sites.rows {
      let grade = try level(row["level"], row.line, sites.file)
      for name in row["words"].split(separator: ",") {
        rows.append((NamedText.words(of: String(name)), row["site"], grade))
      }
    }
    self.sites = rows
    var begins: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let first = row.words.first else { continue }
      for form in [first, first + "s", first + "es"] { begins[form, default: []].append(index) }
    }
    self.rows = begins
    self.levels = levels
  }

  /// The strictest site that a text names, or nil.
  func site(in text: String) -> (name: String, level: PlaceLevel)? {
    let words = NamedText.words(of: text)
    // Of the strictest the first of the table.
    var best: Int?
    for at in words.indices {
      for row in rows[words[at]] ?? [] where Self.begins(words[at...], with: sites[row].words) {
        guard sites[row].level > base else { continue }
        let known = best.map { (sites[$0].level.rank, -$0) } ?? (-1, 0)
        if (sites[row].level.rank, -row) > known { best = row }
      }
    }
    return best.map { (sites[$0].site, sites[$0].level) }
  }

  /// Whether some words begin with a name, each of its words in the singular or the plural.
  private static func begins(_ words: ArraySlice<String>, with name: [String]) -> Bool {
    name.count <= words.count
      && zip(name, words).allSatisfy { word, said in
        said == word || said == word + "s" || said == word + "es"
      }
  }

  /// How closely a place may be shown for what it is itself, and whether its identifier leads to a site.
  func own(_ place: Place) -> (level: PlaceLevel, isSite: Bool) {
    if let site = site(in: place.name + " " + place.quote.text) { return (site.level, true) }
    if place.kind == "facility" || place.id == nil { return (unlisted, place.kind == "facility") }
    return (base, false)
  }

  /// The place with its point rounded, and without its identifier where that leads to the site.
  func shown(_ place: Place, _ level: PlaceLevel, isSite: Bool) -> Place {
    var place = place
    func rounded(_ degrees: Double?) -> Double? {
      guard let degrees, degrees.isFinite else { return nil }
      let factor = pow(10, Double(level.decimals))
      return (degrees * factor).rounded() / factor
    }
    let before = (place.latitude, place.longitude)
    place.latitude = rounded(place.latitude)
    place.longitude = rounded(place.longitude)
    if before.0 != place.latitude || before.1 != place.longitude {
      if level.decimals < 2 { place.precision = max(place.precision, 2) }
      place.rule +=
        "; point rounded to \(level.decimals) \(level.decimals == 1 ? "decimal" : "decimals")"
    }
    if isSite {
      place.id = nil
      place.pcode = nil
    }
    return place
  }
}
