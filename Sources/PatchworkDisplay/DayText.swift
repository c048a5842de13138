package import PatchworkRecord

/// Days for people: "19 September 2016".
package enum DayText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A day or the day of a time, spelt out; anything else as it stands.
  package static func of(_ value: String) -> String {
    guard let day = Day(value) else { return value }
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// From one day to another, with what they share said once.
  package static func interval(from: String, to: String) -> String {
    guard let first = Day(from), let last = Day(to) else { return "\(of(from)) – \(of(to))" }
    if first.year == last.year, first.month == last.month {
      return first.day == last.day ? of(from) : "\(first.day)–\(of(to))"
    }
    let start = "\(first.day) \(months[first.month - 1])"
    return first.year == last.year ? "\(start) – \(of(to))" : "\(of(from)) – \(of(to))"
  }

  /// How closely days are known, as UCDP's `date_prec`: 1 a day, 2 some days, 3 a week, 4 a month, 5 more.
  package static func precision(_ days: ClosedRange<CivilDay>) -> Int {
    switch days.upperBound.number - days.lowerBound.number + 1 {
    case 1: 1
    case 2...6: 2
    case 7...10: 3
    case 11...31: 4
    default: 5
    }
  }

  /// The same in words.
  package static func closeness(_ days: ClosedRange<CivilDay>) -> String {
    let precision = precision(days)
    let words = ["the day itself", "some days", "a week", "a month", "a year or more"]
    return "\(words[precision - 1]) (precision \(precision))"
  }

  /// A day of any year, `MM-DD`, spelt out: "17 September"; nil for anything else.
  package static func ofYear(_ value: String) -> String? {
    guard value.utf8.count == 5, let day = Day("2000-" + value) else { return nil }
    return "\(day.day) \(months[day.month - 1])"
  }

  /// The numbers of `YYYY-MM-DD…`.
  private struct Day {
    let year: Int
    let month: Int
    let day: Int

    init?(_ value: String) {
      let parts = value.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      self.year = year
      self.month = month
      self.day = day
    }
  }
}

extension TimeExpression {
  /// The resolved days, else the words of the report.
  package var text: String {
    switch (from, to) {
    case (let from?, let to?): DayText.interval(from: from, to: to)
    case (let from?, nil): "from \(DayText.of(from))"
    case (nil, let to?): "until \(DayText.of(to))"
    case (nil, nil): edtf.isEmpty ? "“\(quote.text)”" : edtf
    }
  }
}
