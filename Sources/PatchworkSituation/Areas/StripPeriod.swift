public import PatchworkRecord

/// Weeks or months of a strip, each with what was said in it and how many of its days nothing is known of.
public struct StripPeriod: Hashable, Sendable {
  /// How days are brought together.
  public enum Length: String, Sendable, CaseIterable {
    /// From Monday to Sunday.
    case week
    /// A calendar month.
    case month
  }

  /// The days of the period that the strip has.
  public let days: ClosedRange<CivilDay>
  /// What was said in it, by layer.
  public let cells: [Layer: AreaStrip.Cell]
  /// Days of it without a word, by layer.
  public let silentDays: [Layer: Int]
}

extension AreaStrip {
  /// The strip's periods in order; the first and last may be cut off by the strip's ends.
  public func periods(_ length: StripPeriod.Length) -> [StripPeriod] {
    var periods: [StripPeriod] = []
    var first = days.lowerBound
    while first <= days.upperBound {
      let last = min(Self.lastDay(of: length, from: first), days.upperBound)
      periods.append(period(of: first...last))
      first = last + 1
    }
    return periods
  }

  /// Some days of the strip brought together; what is carried shows where the last of them only carries it.
  public func period(of days: ClosedRange<CivilDay>) -> StripPeriod {
    var cells: [Layer: Cell] = [:]
    var silent: [Layer: Int] = [:]
    for layer in Layer.allCases {
      var said: Set<Int> = []
      for number in days.lowerBound.number...days.upperBound.number {
        let cell = cell(layer, CivilDay(number: number))
        said.formUnion(cell.said)
        if cell.isSilent { silent[layer, default: 0] += 1 }
      }
      cells[layer] = Cell(
        said: said.sorted(), carried: said.isEmpty ? cell(layer, days.upperBound).carried : nil)
    }
    return StripPeriod(days: days, cells: cells, silentDays: silent)
  }

  private static func lastDay(of length: StripPeriod.Length, from day: CivilDay) -> CivilDay {
    switch length {
    case .week: return day + (7 - day.weekday)
    case .month:
      let (year, month, _) = day.parts
      return CivilDay(year, month, CivilDay.length(ofMonth: month, in: year)) ?? day
    }
  }
}
