import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// An area as rows for a spreadsheet: a row a period, layer and state; a period of which nothing is said has a row that says so.
struct AreaTable {
  let picture: AreaPicture
  let step: AreaPage.Step

  init(_ picture: AreaPicture, by step: AreaPage.Step) {
    self.picture = picture
    self.step = step
  }

  private static let columns: [RecordTable.Column] = [
    .init(name: "area", heading: "area"), .init(name: "name", heading: "name"),
    .init(name: "from", heading: "from"), .init(name: "to", heading: "to"),
    .init(name: "layer", heading: "layer"), .init(name: "state", heading: "state"),
    .init(name: "asserted", heading: "asserted", isNumber: true),
    .init(name: "denied", heading: "denied", isNumber: true),
    .init(name: "left_open", heading: "left open", isNumber: true),
    .init(name: "number_low", heading: "least", isNumber: true),
    .init(name: "number_high", heading: "most", isNumber: true),
    .init(name: "number_speakers", heading: "by"),
    .init(name: "days_without_report", heading: "days without report", isNumber: true),
    .init(name: "last_said", heading: "last said"),
  ]

  /// The rows.
  var table: RecordTable {
    var table = RecordTable(columns: Self.columns)
    for period in picture.periods(by: step) {
      for layer in Layer.ofAreas { table.rows += rows(of: layer, in: period) }
    }
    return table
  }

  private func rows(of layer: Layer, in period: StripPeriod) -> [[RecordTable.Cell]] {
    guard let cell = period.cells[layer] else { return [] }
    let head: [RecordTable.Cell] = [
      .text(picture.id), .text(picture.name), .text(period.days.lowerBound.iso),
      .text(period.days.upperBound.iso), .text(layer.rawValue),
    ]
    let silent = RecordTable.Cell.number(period.silentDays[layer] ?? 0)
    if cell.isSilent {
      return [
        head + [.text("no report")] + [RecordTable.Cell](repeating: .nothing, count: 6)
          + [silent, .some(cell.carried?.iso)]
      ]
    }
    let ranges = picture.ranges(of: layer, in: period.days)
    return cell.answers.map { answer in
      let range = ranges.first { $0.state == answer.state }
      let numbers: [RecordTable.Cell] = [
        range?.low.map { .number($0) } ?? .nothing, range?.high.map { .number($0) } ?? .nothing,
        .some(range?.speakers.joined(separator: "; ")),
      ]
      return head
        + [
          .text(answer.state), .number(answer.asserted), .number(answer.denied),
          .number(answer.open),
        ] + numbers + [silent, .nothing]
    }
  }
}

extension AreaPicture {
  /// The days, weeks or months of the picture.
  func periods(by step: AreaPage.Step) -> [StripPeriod] {
    switch step {
    case .day:
      (strip.days.lowerBound.number...strip.days.upperBound.number).map { number in
        let day = CivilDay(number: number)
        return strip.period(of: day...day)
      }
    case .week: strip.periods(.week)
    case .month: strip.periods(.month)
    }
  }
}
