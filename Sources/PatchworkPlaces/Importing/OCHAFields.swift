/// What the columns or properties of a common operational dataset mean; their names differ from country to country.
///
/// Either `level` and `pcode` say what a row is, or the deepest of `ADM1_PCODE` … `ADM4_PCODE` that is filled does.
struct OCHAFields {
  private let value: (String) -> String

  /// Takes what gives the value of a lower-case column name, an empty string for none.
  init(_ value: @escaping (String) -> String) { self.value = value }

  /// Whether column names are those of such a table.
  static func areColumns(_ columns: [String]) -> Bool {
    let names = Set(columns.map { $0.lowercased() })
    return names.contains("pcode") && !names.isDisjoint(with: ["parent_pcode", "name_en", "level"])
      || names.contains("p-code") && names.contains("admin level")
      || names.contains("adm1_pcode")
  }

  /// The row, or nil when P-code or name are missing or the level is unknown.
  func row() -> PlaceRow? {
    let deepest = (1...4).last { !first(["adm\($0)_pcode"]).isEmpty && value("pcode").isEmpty }
    let pcode = deepest.map { value("adm\($0)_pcode") } ?? first(["pcode", "p-code"])
    let prefix = deepest.map { "adm\($0)_" }
    let english = prefix.map { first([$0 + "en", $0 + "name"]) } ?? first(["name_en", "name"])
    let natives = Self.languages.compactMap { language -> PlaceName? in
      let text =
        prefix.map { first([$0 + language, $0 + "name_" + language]) } ?? value("name_" + language)
      return text.isEmpty ? nil : PlaceName(text, language: language)
    }
    guard !pcode.isEmpty, let name = english.isEmpty ? natives.first?.text : english else {
      return nil
    }
    let said = first(["level", "admin level"])
    guard let level = said.isEmpty ? deepest ?? Self.level(pcode) : Int(said) else { return nil }
    let country = country(pcode, level: level)
    let isUnits = deepest != nil || !value("p-code").isEmpty
    guard let kind = Self.kind(level, country: country, isUnits: isUnits) else { return nil }
    let arabic = natives.first { $0.language == "ar" }?.text ?? ""
    let parent =
      deepest.map { $0 > 1 ? value("adm\($0 - 1)_pcode") : "" }
      ?? (level == 1 ? "" : first(["parent_pcode", "parent p-code"]))
    return PlaceRow(
      id: "ocha:" + pcode, pcode: pcode, parent: parent.isEmpty ? "" : "ocha:" + parent,
      country: country, kind: kind, name: name,
      names: natives.filter { $0.text != name }
        + OCHANames.variants(english: english, native: arabic).map { PlaceName($0) },
      latitude: Double(first(["lat", "latitude", "center_lat", "point_y", "y"])),
      longitude: Double(first(["lon", "longitude", "long", "center_lon", "point_x", "x"])))
  }

  /// Languages in which the datasets of the covered countries give names beside English.
  private static let languages = [
    "ar", "uk", "ua", "ru", "fr", "my", "am", "so", "fa", "ps", "es", "pt",
  ]

  private func first(_ names: [String]) -> String {
    names.lazy.map(value).first { !$0.isEmpty } ?? ""
  }

  /// Communities and neighbourhoods of Syria carry letters for their country in their parents alone.
  private func country(_ pcode: String, level: Int) -> String {
    if let code = CountryCodes.standard.alpha2(value("location")) { return code }
    for code in [level < 4 ? pcode : "", value("adm0_pcode"), value("adm1_pcode")] {
      let letters = String(code.prefix(2))
      if letters.utf8.count == 2, letters.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
        return CountryCodes.standard.alpha2(String(code.prefix(3))) ?? letters
      }
    }
    return ""
  }

  /// Level by the form of a P-code: two letters and two digits a level, or the letter of a community or neighbourhood.
  private static func level(_ pcode: String) -> Int? {
    let digits = pcode.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    let letters = pcode.utf8.count - digits
    switch (letters, pcode.first) {
    case (2, _): return digits > 0 && digits <= 6 ? (digits + 1) / 2 : nil
    case (1, "C"): return 4
    case (1, "N"): return 5
    default: return nil
    }
  }

  /// Kind by level; below the third, tables of units and tables of populated places part.
  private static func kind(_ level: Int, country: String, isUnits: Bool) -> PlaceKind? {
    switch level {
    case 1: CountryCodes.standard.firstDivision(country)
    case 2: .district
    case 3: .subdistrict
    case 4: isUnits ? .area : .town
    case 5: .neighbourhood
    default: nil
    }
  }
}
