import PatchworkRecord
import PatchworkText

/// The ISO-TimeML value of a match: finer than its days where the words are ("2016-09-19TNI"), a length where they tell one.
extension TimeScan {
  func value(of match: TimeMatch) -> String? {
    if let value = match.value { return value }
    if match.period == nil || match.kind == .duration || match.kind == .deadline
      || match.kind == .set,
      let length = match.length
    {
      return length
    }
    guard let period = match.period else {
      // A time of day alone belongs to the day told last.
      guard match.rule == "time-of-day", let part = partOfDay(match.atoms),
        let day = anchor?.first ?? published
      else { return nil }
      return day.iso + part
    }
    guard let value = period.value else { return match.length }
    guard period.grain == .day, let part = partOfDay(match.atoms) else { return value }
    return value + part
  }

  /// "TNI", "T10:35": the time of day that atoms name, or nil.
  private func partOfDay(_ atoms: Range<Int>) -> String? {
    for index in atoms {
      switch kind(index) {
      case .part: return Self.part(hour: value(index))
      case .night, .overnight: return "TNI"
      default: break
      }
      if let clock = clockValue(at: index) { return clock.value }
    }
    return nil
  }

  /// The zone that a match says behind its time of day, as an offset ("+00:00"); nil where it says none.
  func saidZone(of match: TimeMatch) -> String? {
    guard let clock = match.atoms.lazy.compactMap({ clockValue(at: $0) }).first,
      kind(clock.end) == .zone, match.atoms.contains(clock.end)
    else { return nil }
    let hours = value(clock.end)
    return "\(hours < 0 ? "-" : "+")\(CivilDay.padded(abs(hours), 2)):00"
  }

  private static func part(hour: Int) -> String {
    switch hour {
    case 0: return "T24:00"
    case 1..<12: return "TMO"
    case 12: return "T12:00"
    case 13..<18: return "TAF"
    case 18, 19: return "TEV"
    default: return "TNI"
    }
  }

  /// "7:12 p.m." as "T19:12", "0700 GMT" as "T07:00", with the atom behind; nil where no time of day starts.
  private func clockValue(at index: Int) -> (value: String, end: Int)? {
    guard var hour = number(index) else { return nil }
    var minute = 0
    var end = index + 1
    if atoms.isSign(end, ":"), let minutes = number(end + 1), minutes < 60 {
      (minute, end) = (minutes, end + 2)
    } else if atoms[index].span.length == 4, kind(end) == .zone {
      (hour, minute) = (hour / 100, hour % 100)
    } else if meridiem(end) == nil {
      return nil
    }
    if meridiem(end) != nil {
      let letter = atoms.bytes[atoms[end].span.start] | 0x20
      hour = hour % 12 + (letter == 0x70 ? 12 : 0)
    }
    guard hour <= 24 else { return nil }
    return (
      "T\(CivilDay.padded(hour, 2)):\(CivilDay.padded(minute, 2))", meridiem(end) ?? end
    )
  }
}

extension Period {
  /// ISO-TimeML of a whole day, week, month, quarter, half year, year, decade or century; nil for any other stretch.
  var value: String? {
    let (year, month, _) = first.parts
    switch grain {
    case .day: return first == last ? first.iso : nil
    case .week: return self == .week(of: first) ? first.isoWeek : nil
    case .month: return self == .month(year, month) ? edtf : nil
    case .quarter:
      if self == .months(year, month, 3, .quarter), month % 3 == 1 {
        return "\(first.iso.prefix(4))-Q\(month / 3 + 1)"
      }
      guard self == .months(year, month, 6, .quarter), month % 6 == 1 else { return nil }
      return "\(first.iso.prefix(4))-H\(month / 6 + 1)"
    case .year: return self == .year(year) ? edtf : nil
    case .decade: return year % 10 == 0 ? "\(first.iso.prefix(3))X" : nil
    case .century: return year % 100 == 1 ? "\(first.iso.prefix(2))XX" : nil
    case .third: return nil
    }
  }
}

extension CivilDay {
  /// The ISO 8601 week that the day lies in: "2016-W38".
  var isoWeek: String {
    let thursday = self + (4 - weekday)
    let year = thursday.year
    let week = CivilDay(year, 1, 1).map { (thursday.number - $0.number) / 7 + 1 } ?? 1
    return "\(Self.padded(year, 4))-W\(Self.padded(week, 2))"
  }
}

extension TimeUnit {
  /// ISO 8601 duration of an untold number of them: "PXD".
  var vagueLength: String {
    switch self {
    case .second: return "PTXS"
    case .minute: return "PTXM"
    case .hour: return "PTXH"
    case .day: return "PXD"
    case .week: return "PXW"
    case .month: return "PXM"
    case .quarter: return "PXQ"
    case .year: return "PXY"
    case .decade: return "PXE"
    case .century: return "PXC"
    }
  }

  /// The value of the unit that a day lies in: its year for years, its week for weeks.
  func value(around day: CivilDay) -> String? { Period.unit(self, around: day, offset: 0)?.value }
}
