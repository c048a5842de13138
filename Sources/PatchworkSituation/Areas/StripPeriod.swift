import PatchworkLinking
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
  /// What was said in it, by layer; a statement of several of its days counts once.
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
    if days.lowerBound == days.upperBound {
      for layer in Layer.allCases {
        let cell = cell(layer, days.lowerBound)
        cells[layer] = cell
        if cell.isSilent { silent[layer] = 1 }
      }
      return StripPeriod(days: days, cells: cells, silentDays: silent)
    }
    let said = Dictionary(
      grouping: tallies.filter { $0.days.overlaps(days) && $0.days.overlaps(self.days) },
      by: \.layer)
    for layer in Layer.allCases {
      var whole = Cell(layer)
      whole.answers = Self.answers(of: said[layer] ?? [])
      if whole.isSilent {
        let last = cell(layer, days.upperBound)
        (whole.carried, whole.carriedAnswers) = (last.carried, last.carriedAnswers)
      }
      cells[layer] = whole
      silent[layer] = (days.lowerBound.number...days.upperBound.number).count {
        cell(layer, CivilDay(number: $0)).isSilent
      }
    }
    return StripPeriod(days: days, cells: cells, silentDays: silent.filter { $0.value > 0 })
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
