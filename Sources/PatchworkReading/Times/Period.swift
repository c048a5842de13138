import PatchworkRecord

/// A stretch of days that words name, with the fineness of the words.
struct Period: Hashable, Sendable {
  /// How fine the words are.
  enum Grain: Int, Comparable, Sendable {
    case day, week, third, month, quarter, year, decade, century

    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }

  var first: CivilDay
  var last: CivilDay
  var grain: Grain

  static func day(_ day: CivilDay) -> Period { Period(first: day, last: day, grain: .day) }

  /// A whole month.
  static func month(_ year: Int, _ month: Int) -> Period? {
    guard let first = CivilDay(year, month, 1) else { return nil }
    return Period(
      first: first, last: first + (CivilDay.length(ofMonth: month, in: year) - 1), grain: .month)
  }

  /// A whole year.
  static func year(_ year: Int) -> Period? { years(year, 1, .year) }

  /// Some whole years.
  static func years(_ year: Int, _ count: Int, _ grain: Grain) -> Period? {
    guard let first = CivilDay(year, 1, 1), let last = CivilDay(year + count - 1, 12, 31) else {
      return nil
    }
    return Period(first: first, last: last, grain: grain)
  }

  /// Some whole months from a month of a year.
  static func months(_ year: Int, _ month: Int, _ count: Int, _ grain: Grain) -> Period? {
    guard let first = CivilDay(year, month, 1) else { return nil }
    return Period(first: first, last: first.adding(months: count) - 1, grain: grain)
  }

  /// The week, Monday to Sunday, around a day.
  static func week(of day: CivilDay) -> Period {
    let monday = day - (day.weekday - 1)
    return Period(first: monday, last: monday + 6, grain: .week)
  }

  /// The period of a unit around a day, some of that unit away.
  static func unit(_ unit: TimeUnit, around day: CivilDay, offset: Int) -> Period? {
    let (year, month, _) = day.parts
    switch unit {
    case .second, .minute, .hour: return .day(day)
    case .day: return .day(day + offset)
    case .week: return .week(of: day + offset * 7)
    case .month:
      let total = year * 12 + month - 1 + offset
      return .month(total / 12, total % 12 + 1)
    case .quarter:
      let total = year * 4 + (month - 1) / 3 + offset
      return .months(total / 4, total % 4 * 3 + 1, 3, .quarter)
    case .year: return .year(year + offset)
    case .decade: return .years((year / 10 + offset) * 10, 10, .decade)
    case .century: return .years(((year - 1) / 100 + offset) * 100 + 1, 100, .century)
    }
  }

  /// EDTF level 1 of the whole period.
  var edtf: String {
    let (year, month, _) = first.parts
    switch grain {
    case .day where first == last: return first.iso
    case .month where self == .month(year, month):
      return first.iso.dropping(3)
    case .year where self == .year(year):
      return first.iso.dropping(6)
    default: return "\(start)/\(end)"
    }
  }

  /// EDTF of the first day as coarse as the words allow.
  var start: String {
    let (_, month, day) = first.parts
    if grain >= .third && grain < .year && day == 1 { return first.iso.dropping(3) }
    if grain >= .year && day == 1 && month == 1 { return first.iso.dropping(6) }
    return first.iso
  }

  /// EDTF of the last day as coarse as the words allow.
  var end: String {
    let (year, month, day) = last.parts
    if grain >= .month && grain < .year && day == CivilDay.length(ofMonth: month, in: year) {
      return last.iso.dropping(3)
    }
    if grain >= .year && day == 31 && month == 12 { return last.iso.dropping(6) }
    return last.iso
  }

  /// UCDP `date_prec` of a stretch of days.
  var precision: Int {
    switch last.number - first.number + 1 {
    case ...1: return 1
    case ...6: return 2
    case 7: return 3
    case ...31: return 4
    default: return 5
    }
  }
}

extension String {
  fileprivate func dropping(_ count: Int) -> String { String(dropLast(count)) }
}

/// The units that time is counted in.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, week, month, quarter, year, decade, century

  /// UCDP `date_prec` of something known to within one such unit.
  var precision: Int {
    switch self {
    case .second, .minute, .hour, .day: return 1
    case .week: return 3
    case .month: return 4
    default: return 5
    }
  }

  /// ISO 8601 duration of some of them.
  func length(_ count: Int) -> String {
    switch self {
    case .second: return "PT\(count)S"
    case .minute: return "PT\(count)M"
    case .hour: return "PT\(count)H"
    case .day: return "P\(count)D"
    case .week: return "P\(count)W"
    case .month: return "P\(count)M"
    case .quarter: return "P\(count * 3)M"
    case .year: return "P\(count)Y"
    case .decade: return "P\(count * 10)Y"
    case .century: return "P\(count * 100)Y"
    }
  }

  /// The day some units away from a day.
  func moved(_ day: CivilDay, by count: Int) -> CivilDay {
    switch self {
    case .second, .minute: return day
    case .hour: return day + (count >= 0 ? (count + 12) / 24 : -((12 - count) / 24))
    case .day: return day + count
    case .week: return day + 7 * count
    case .month: return day.adding(months: count)
    case .quarter: return day.adding(months: 3 * count)
    case .year: return day.adding(months: 12 * count)
    case .decade: return day.adding(months: 120 * count)
    case .century: return day.adding(months: 1200 * count)
    }
  }
}
