import PatchworkRecord

/// Gives entries that bear a time of day alone their day.
///
/// A day stated above them holds until the next one. Without one the oldest entry is of the page's day of publication,
/// and each that goes on from late to early is of the day after; where only the day of the last change is known, the
/// newest entry is of that.
struct EntryDays {
  /// Minutes that a time may fall back within one day: entries are not always strictly in order.
  private static let slack = 6 * 60

  let published: SourcedDate?
  let modified: SourcedDate?

  /// When each entry was added, in their order; `stated` are the days above them, nil where there is none.
  func dates(of stamps: [EntryStamp?], stated: [String?]) -> [SourcedDate?] {
    var dates: [SourcedDate?] = stamps.indices.map { index in
      guard let stamp = stamps[index] else { return nil }
      if let date = stamp.date {
        let time = stamp.clock.map { "T" + $0.written } ?? ""
        return SourcedDate(value: date + time, origin: "time")
      }
      guard let day = stated[index], let clock = stamp.clock else { return nil }
      return SourcedDate(value: "\(day)T\(clock.written)", origin: "heading")
    }
    let open = stamps.indices.filter { dates[$0] == nil && stamps[$0]?.clock != nil }
    guard !open.isEmpty else { return dates }
    let offsets = days(apart: stamps)
    let oldest = published.flatMap { CivilDay(iso: $0.value) }
    let newest = modified.flatMap { CivilDay(iso: $0.value) }
    guard let base = oldest?.number ?? newest.map({ $0.number - (offsets.max() ?? 0) }) else {
      return dates
    }
    for index in open {
      guard let clock = stamps[index]?.clock else { continue }
      let day = CivilDay(number: base + offsets[index]).iso
      dates[index] = SourcedDate(value: "\(day)T\(clock.written)", origin: "page")
    }
    return dates
  }

  /// How many days after the oldest entry each was added, by their times of day.
  private func days(apart stamps: [EntryStamp?]) -> [Int] {
    let clocks = stamps.indices.filter { stamps[$0]?.clock != nil }
    let rising = zip(clocks, clocks.dropFirst()).reduce(0) { sum, pair in
      guard let one = stamps[pair.0]?.clock, let next = stamps[pair.1]?.clock else { return sum }
      return sum + (one < next ? 1 : next < one ? -1 : 0)
    }
    var offsets = [Int](repeating: 0, count: stamps.count)
    var day = 0
    var last: ClockTime?
    for index in rising < 0 ? clocks.reversed() : clocks {
      guard let clock = stamps[index]?.clock else { continue }
      if let last, clock.minutes + Self.slack < last.minutes { day += 1 }
      offsets[index] = day
      last = clock
    }
    return offsets
  }
}
