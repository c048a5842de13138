/// Dates as mail and RSS write them, RFC 822 and its heirs: `Mon, 19 Sep 2016 20:15:00 +0300`.
enum MailDate {
  /// Offsets of the zones that have names there.
  private static let zones: [String: String] = [
    "gmt": "Z", "utc": "Z", "ut": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00",
  ]

  /// The RFC 3339 time or ISO day of a text, nil when it is no such date.
  static func normalised(_ written: String) -> String? {
    var words = written.replacing(",", with: " ").split { $0 == " " || $0 == "\t" }
    if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
    // "19-Sep-2016" is three words as well.
    if let first = words.first, first.split(separator: "-").count == 3 {
      words.replaceSubrange(0..<1, with: first.split(separator: "-"))
    }
    guard words.count >= 3, let day = Int(words[0]),
      let month = MonthNames.shipped.month(words[1]), var year = Int(words[2])
    else { return nil }
    if words[2].utf8.count <= 2 { year += year < 50 ? 2000 : 1900 }
    guard (1900...2200).contains(year), ReportDate.isDay(year: year, month: month, day: day) else {
      return nil
    }
    let date = "\(year)-\(two(month))-\(two(day))"
    guard words.count >= 4 else { return date }
    let clock = words[3].split(separator: ":").map { Int($0) ?? -1 }
    guard clock.count >= 2, clock.count <= 3 else { return date }
    let seconds = clock.count == 3 ? clock[2] : 0
    let time =
      "\(date)T\(two(clock[0])):\(two(clock[1])):\(two(seconds))" + zone(words.dropFirst(4).first)
    return ReportDate.isValid(time) ? time : date
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func zone(_ word: Substring?) -> String {
    guard let word else { return "" }
    if let named = zones[word.lowercased()] { return named }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard word.hasPrefix("+") || word.hasPrefix("-"), digits.count == 4,
      digits.allSatisfy({ $0.isNumber })
    else { return "" }
    return "\(word.prefix(1))\(digits.prefix(2)):\(digits.suffix(2))"
  }
}
