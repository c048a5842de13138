import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Days and months without a year, resolved against publication.
extension TimeScan {
  /// A day of a month; without a year the nearest one that the clause's outlook allows.
  func resolve(month: Int, day: Int, year: Int? = nil, at index: Int) -> Period? {
    if let year { return CivilDay(year, month, day).map(Period.day) }
    guard let published else {
      return self.year.flatMap { CivilDay($0, month, day) }.map(Period.day)
    }
    let candidates = (-8...8).compactMap { CivilDay(published.year + $0, month, day) }
    // A dateline may be one day ahead of the publication's date.
    let past = candidates.last { $0 <= published + 1 }
    let future = candidates.first { $0 >= published }
    if outlook(index) == .future, let future, future.number - published.number < 270 {
      return .day(future)
    }
    // "declared a dividend, payable Dec. 1": nobody leaves out the year of a day that is almost a year ago.
    if let past, let future, published.number - past.number > Self.longAgo,
      future.number - published.number < Self.soon
    {
      return .day(future)
    }
    return (past ?? future).map(Period.day)
  }

  /// A month; without a year the nearest one that the clause's outlook allows.
  func resolve(month: Int, year: Int?, at index: Int) -> Period? {
    if let year { return .month(year, month) }
    guard let published else { return self.year.flatMap { Period.month($0, month) } }
    let (thisYear, thisMonth, _) = published.parts
    switch kind(index - 1) {
    case .last: return .month(month < thisMonth ? thisYear : thisYear - 1, month)
    case .next: return .month(month > thisMonth ? thisYear : thisYear + 1, month)
    case .this: return .month(thisYear, month)
    default: break
    }
    let ahead = (month - thisMonth + 12) % 12
    // "by October" told in January looks back; "payable in January" told in November looks ahead.
    if outlook(index) == .future, ahead < 9 || ahead == 0 {
      return .month(month >= thisMonth ? thisYear : thisYear + 1, month)
    }
    if (1...2).contains(ahead) {
      return .month(month >= thisMonth ? thisYear : thisYear + 1, month)
    }
    return .month(month <= thisMonth ? thisYear : thisYear - 1, month)
  }

  /// Days after which a past day is not told without its year where the same day is soon to come.
  private static let longAgo = 270
  private static let soon = 95

  /// The rule that gave a day or month its year.
  func yearRule(_ year: Int?, _ grain: String) -> String {
    if year != nil { return "calendar" }
    return published == nil ? "\(grain)-year-carried" : "\(grain)-nearest"
  }

  /// A day or month of which neither the words nor the report tell the year: "XXXX-09-17".
  func withoutYear(_ atoms: Range<Int>, month: Int, day: Int? = nil) -> TimeMatch? {
    guard published == nil, CivilDay(2000, month, day ?? 1) != nil else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var match = TimeMatch(atoms, nil, rule: "year-unknown")
    match.value = "XXXX-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
    return match
  }
}
