/// The day that a text gives as its own in its first words: "AFP Tuesday 20 Sep 2016", "Posted on April 19 2017 by",
/// "21.02.2015", "Last updated at Oct 262016".
///
/// A day that a sentence tells of is none: a stamp stands at the head, after a label, or after an agency's name or a
/// weekday with no comma, and is whole (day, month, year).
struct StatedDate: Equatable {
  /// The day, `YYYY-MM-DD`.
  let day: String

  /// Bytes of the text that are looked at.
  private static let reach = 220

  private static let labels: Set<String> = [
    "published", "posted", "updated", "publication", "modified", "created", "issued", "dated",
  ]
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  init?(_ text: [UInt8]) {
    let words = Self.words(text)
    for index in words.indices.prefix(32) {
      guard let day = Self.day(words, index), Self.isStamp(words, index) else { continue }
      self.day = day
      return
    }
    return nil
  }

  /// Words of the head, lower case, without punctuation at their ends; a line break ends the head.
  private static func words(_ text: [UInt8]) -> [String] {
    let head = text.prefix(reach)
    return head.split { isSpace($0) || $0 == UInt8(ascii: "(") }.map { word in
      var core = word
      while let last = core.last, [0x2C, 0x2E, 0x3A, 0x3B, 0x29].contains(last) {
        core = core.dropLast()
      }
      return String(decoding: core.map(asciiLower), as: UTF8.self)
    }
  }

  /// The whole date whose first word is at an index.
  private static func day(_ words: [String], _ index: Int) -> String? {
    if let day = numeric(words[index]) { return day }
    guard index + 1 < words.count else { return nil }
    let months = MonthNames.shipped
    // "Oct 262016": day and year run together.
    let glued = words[index + 1]
    if let month = months.month(words[index]), glued.utf8.count == 6, let both = Int(glued) {
      return made(both % 10000, month, both / 10000)
    }
    guard index + 2 < words.count, words[index + 2].utf8.count == 4,
      let year = Int(words[index + 2])
    else { return nil }
    if let month = months.month(words[index]), let day = Int(words[index + 1]) {
      return made(year, month, day)
    }
    if let day = Int(words[index]), let month = months.month(words[index + 1]) {
      return made(year, month, day)
    }
    return nil
  }

  /// "21.02.2015", "01-08-2016", "2016-09-20", with anything run on behind ("20.07.2016Get").
  private static func numeric(_ word: String) -> String? {
    let bytes = Array(word.utf8.prefix(10))
    guard bytes.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    let marks: Set<UInt8> = [0x2D, 0x2E]
    if marks.contains(bytes[2]), bytes[5] == bytes[2], let day = number(0..<2),
      let month = number(3..<5), let year = number(6..<10)
    {
      return made(year, month, day)
    }
    if bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10)
    {
      return made(year, month, day)
    }
    return nil
  }

  private static func made(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1990...2100).contains(year), ReportDate.isDay(year: year, month: month, day: day) else {
      return nil
    }
    func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(pad(month))-\(pad(day))"
  }

  /// Whether what stands before a date makes it a stamp.
  private static func isStamp(_ words: [String], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = words[index - 1]
    if weekdays.contains(String(before.prefix(3))), before.utf8.count <= 9 {
      // A weekday alone at the head, or after an agency or a label: not one that a sentence runs into.
      return index == 1 || !isFunctionWord(words[index - 2])
    }
    if labels.contains(before) { return true }
    if index > 1, ["on", "at", "of", "date"].contains(before) {
      return labels.contains(words[index - 2]) || (index > 2 && labels.contains(words[index - 3]))
    }
    return AgencyNames.shipped.agency(before.uppercased()) != nil
  }

  private static func isFunctionWord(_ word: String) -> Bool {
    [
      "on", "of", "since", "until", "by", "from", "and", "the", "last", "next", "to", "late",
      "early",
    ]
    .contains(word)
  }
}
