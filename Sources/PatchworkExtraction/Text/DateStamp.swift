import PatchworkText

/// A date line at the head of a text: "Wed 05 Apr 2017", "Published June 4 2016", "LONDON | Fri Aug 12, 2011 3:55 pm BST".
struct DateStamp: Equatable {
  /// Where the stamp stands, white space after it not counted.
  let span: Span
  /// The day, `YYYY-MM-DD`.
  let day: String

  private static let labels: Set<String> = [
    "published", "publication", "date", "of", "on", "updated", "last", "posted", "at", "modified",
    "created", "first",
  ]
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]
  private static let zones: Set<String> = [
    "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "pst", "pdt", "cet", "cest", "am", "pm",
    "ist", "msk", "eet", "eest",
  ]

  /// Finds a stamp that begins at an offset and is followed by the text proper or the end of the line.
  init?(at start: Int, end: Int, in text: [UInt8]) {
    var words = StampWords(text, from: start, to: end)
    words.skipPlace()
    while let word = words.peek, Self.labels.contains(word.lower) { words.take() }
    var hasWeekday = false
    if let word = words.peek, Self.weekdays.contains(String(word.lower.prefix(3))), word.isName {
      words.take()
      hasWeekday = true
    }
    guard let day = Self.day(&words) else { return nil }
    var last = words.lastEnd
    while let word = words.peek,
      word.isClock || Self.zones.contains(word.lower) || Self.labels.contains(word.lower)
        || word.isSeparator
    {
      words.take()
      if !word.isSeparator { last = words.lastEnd }
    }
    if let next = words.peek, !next.startsUpper, !(hasWeekday && next.digits > 0) { return nil }
    if text[last - 1] == UInt8(ascii: ",") { return nil }
    span = Span(start, last)
    self.day = day
  }

  private static func day(_ words: inout StampWords) -> String? {
    guard let first = words.peek else { return nil }
    if first.isISODay {
      words.take()
      return ReportDate.isValid(first.lower) ? first.lower : nil
    }
    words.take()
    guard let second = words.peek else { return nil }
    words.take()
    guard let third = words.peek else { return nil }
    words.take()
    let month = Self.month(first) ?? Self.month(second)
    let dayNumber = Self.month(first) != nil ? second.number : first.number
    guard let month, let dayNumber, var year = third.number, third.digits == 4 || third.digits == 2
    else { return nil }
    if third.digits == 2 { year += 2000 }
    guard (1900...2100).contains(year), ReportDate.isDay(year: year, month: month, day: dayNumber)
    else { return nil }
    return "\(year)-\(pad(month))-\(pad(dayNumber))"
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func month(_ word: StampWords.Word) -> Int? {
    guard word.isName, word.lower.utf8.count <= 9 else { return nil }
    return months[String(word.lower.prefix(3))]
  }
}
