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
