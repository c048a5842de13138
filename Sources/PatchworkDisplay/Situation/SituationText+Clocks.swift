package import PatchworkRecord
package import PatchworkSituation

extension SituationText {
  /// Where a clock stands.
  package static func standing(_ standing: Clock.Standing) -> String {
    switch standing {
    case .waiting(let days): "begins in \(Plural.text(days, "day"))"
    case .running(nil): "running, no end is said"
    case .running(0?): "runs out this day"
    case .running(let left?): "running, \(Plural.text(left, "day")) left"
    case .expired(let days): "ran out \(Plural.text(days, "day")) before"
    }
  }

  /// Where a clock stands on a day, with the hour where that is the day on which it begins or ends at a said one.
  package static func standing(_ clock: Clock, on day: CivilDay) -> String {
    let words = standing(clock.standing(on: day))
    if day == clock.end, let time = clock.endTime { return "\(words) at \(self.time(time))" }
    if day == clock.start, let time = clock.startTime {
      return "\(words), begun at \(self.time(time))"
    }
    return words
  }

  /// From when to when a clock runs.
  package static func clock(_ clock: Clock) -> String {
    let from =
      when(clock.start, clock.startTime)
      + (clock.startIsSaid ? "" : " (the day on which it was said)")
    let length = clock.hours.map { $0 % 24 == 0 && $0 > 72 ? "\($0 / 24) days" : "\($0) hours" }
    let to = clock.end.map { " to \(when($0, clock.endTime))" } ?? ", no end is said"
    return from + to + (length.map { ", for \($0)" } ?? "")
  }

  /// A day, with the hour where one is said.
  package static func when(_ day: CivilDay, _ time: TimeOfDay?) -> String {
    DayText.of(day.iso) + (time.map { ", \(self.time($0))" } ?? "")
  }

  /// "19:00 Asia/Damascus", "16:00 UTC", "19:00, zone not said".
  package static func time(_ time: TimeOfDay) -> String {
    switch time.zone {
    case "": "\(time.clock), zone not said"
    case "+00:00": "\(time.clock) UTC"
    case let zone where zone.hasPrefix("+") || zone.hasPrefix("-"): "\(time.clock) UTC\(zone)"
    default: "\(time.clock) \(time.zone)"
    }
  }

  /// How the end of a clock lies to the end of unloading: "1 hour 15 minutes before unloading ends"; nil where its hour is not said.
  package static func margin(_ clock: Clock, against movement: Movement) -> String? {
    guard clock.endTime != nil, let end = clock.ending(offset: movement.end.offset)?.lowerBound
    else { return nil }
    let minutes = movement.end.minutes - end.minutes
    if minutes == 0 { return "when unloading ends" }
    let side = minutes > 0 ? "before" : "after"
    return "\(length(abs(minutes))) \(side) unloading ends, at \(end.clock) \(offset(end)) time"
  }

  private static func length(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    let parts = [
      hours == 0 ? nil : Plural.text(hours, "hour"), rest == 0 ? nil : Plural.text(rest, "minute"),
    ].compactMap { $0 }
    return parts.joined(separator: " ")
  }

  /// "UTC", "UTC+03:00".
  private static func offset(_ moment: Moment) -> String {
    guard moment.offset != 0 else { return "UTC" }
    let minutes = abs(moment.offset)
    let sign = moment.offset < 0 ? "-" : "+"
    return "UTC\(sign)\(CivilDay.padded(minutes / 60, 2)):\(CivilDay.padded(minutes % 60, 2))"
  }
}
