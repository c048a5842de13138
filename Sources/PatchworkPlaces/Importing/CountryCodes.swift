import Foundation
import PatchworkText

/// What the table of countries says of each.
struct CountryCodes: Sendable {
  private struct Country {
    var zone: String
    var firstDivision: PlaceKind?
  }

  private var countries: [String: Country] = [:]
  private var byAlpha3: [String: String] = [:]

  /// The table of this target; without it nothing is known.
  static let standard = CountryCodes(
    path: Bundle.module.bundleURL.path + "/Supplement/countries.tsv")

  init(path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let table = try? LexiconTable(file: "countries.tsv", text: text)
    else { return }
    for row in table.rows {
      countries[row["code"]] = Country(
        zone: row["zone"], firstDivision: PlaceKind(word: row["first"]))
      byAlpha3[row["alpha3"]] = row["code"]
    }
  }

  /// The IANA time zone of a country that has a single one, else an empty string.
  func zone(_ country: String) -> String { countries[country]?.zone ?? "" }

  /// What a country's first-order divisions are called.
  func firstDivision(_ country: String) -> PlaceKind {
    countries[country]?.firstDivision ?? .province
  }

  /// The code of two letters for one of three, or nil when there is none.
  func alpha2(_ alpha3: String) -> String? { byAlpha3[alpha3] }
}
