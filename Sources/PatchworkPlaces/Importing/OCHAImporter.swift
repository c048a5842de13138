/// Administrative units, populated places and neighbourhoods of an OCHA common operational dataset.
enum OCHAImporter {
  /// Calls with every row; returns how many lines could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    TableReader.forEachRow(file.bytes) { _, fields, columns in
      func field(_ column: String) -> String {
        guard let index = columns[column], index < fields.count else { return "" }
        return fields[index]
      }
      let english = field("name_en")
      let native = field("name_ar")
      guard let level = Int(field("level")), let kind = kind(level), !field("pcode").isEmpty,
        !(english.isEmpty && native.isEmpty)
      else {
        bad += 1
        return
      }
      var names = native.isEmpty ? [] : [native]
      names += OCHANames.variants(english: english, native: native)
      // Communities and neighbourhoods carry letters for their country in their parents alone.
      let country = String((level < 4 ? field("pcode") : field("adm1_pcode")).prefix(2))
      body(
        PlaceRow(
          id: "ocha:" + field("pcode"), pcode: field("pcode"),
          parent: level == 1 ? "" : "ocha:" + field("parent_pcode"), country: country,
          kind: kind, name: english.isEmpty ? native : english, names: names,
          latitude: Double(field("lat")), longitude: Double(field("lon"))))
    }
    return bad
  }

  private static func kind(_ level: Int) -> PlaceKind? {
    switch level {
    case 1: .governorate
    case 2: .district
    case 3: .subdistrict
    case 4: .town
    case 5: .neighbourhood
    default: nil
    }
  }
}

/// Spellings that a reader would use for names that the dataset joins or translates.
enum OCHANames {
  /// Words that the dataset translates, with what the Arabic has.
  private static let translated: [(english: String, arabic: String, latin: String)] = [
    ("Big", "كبرى", "al-Kubra"), ("Big", "كبير", "al-Kabir"),
    ("Little", "صغرى", "al-Sughra"), ("Little", "صغير", "al-Saghir"),
    ("Upper", "فوقاني", "al-Fawqani"), ("Upper", "عليا", "al-Ulya"),
    ("Lower", "تحتاني", "al-Tahtani"), ("Lower", "سفلى", "al-Sufla"),
    ("Eastern", "شرقي", "al-Sharqi"), ("Western", "غربي", "al-Gharbi"),
    ("Northern", "شمالي", "al-Shamali"), ("Southern", "جنوبي", "al-Janubi"),
  ]

  /// Other spellings of an English name, from its Arabic and from articles joined to their words.
  static func variants(english: String, native: String) -> [String] {
    var out: [String] = []
    var words = english.split(separator: " ").map(String.init)
    for entry in translated where words.first == entry.english && native.contains(entry.arabic) {
      out.append((words.dropFirst() + [entry.latin]).joined(separator: " "))
    }
    var isSplit = false
    for index in words.indices where words[index].count >= 5 {
      for article in ["El", "Al"] where words[index].hasPrefix(article) {
        let rest = words[index].dropFirst(2)
        guard rest.first?.isLowercase == true, index > 0 else { continue }
        words[index] = "al-" + rest.prefix(1).uppercased() + rest.dropFirst()
        isSplit = true
      }
    }
    if isSplit { out.append(words.joined(separator: " ")) }
    return out
  }
}
