import ArgumentParser
import Foundation
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// `patchwork incidents`: the incidents of a record.
struct Incidents: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the incidents of a record: what many accounts tell of one moment.",
    discussion: """
      Example:
        patchwork incidents --db aleppo.record --since 2016-09-19 --until 2016-09-20
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      let rows = try file.incidents(try filter.filter(in: file))
      if list.to == .jsonl {
        for row in rows {
          guard let view = try file.incident(row.id) else { continue }
          FileHandle.standardOutput.write(Data(IncidentJSON.line(view)))
        }
        return
      }
      var table = RecordTable(columns: [
        .init(name: "from", heading: "from"), .init(name: "to", heading: "to"),
        .init(name: "id", heading: "incident"), .init(name: "type", heading: "what"),
        .init(name: "place", heading: "where"),
        .init(name: "accounts", heading: "accounts", isNumber: true),
        .init(name: "reports", heading: "reports", isNumber: true),
      ])
      table.rows = rows.map { row in
        [
          .some(row.days?.lowerBound.iso), .some(row.days?.upperBound.iso), .text(row.id),
          .text(row.type.rawValue), .some(row.placeName), .number(row.accounts),
          .number(row.reports),
        ]
      }
      list.print(table)
    }
  }
}

/// `patchwork origins`: reports whose text comes from one hand.
struct Origins: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists reports that share their text: one origin, however many outlets.",
    discussion: """
      Example:
        patchwork origins --db aleppo.record
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var list: ListOptions

  func run() throws {
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      var table = RecordTable(columns: [
        .init(name: "first", heading: "first"), .init(name: "reports", heading: "reports"),
        .init(name: "passages", heading: "passages", isNumber: true),
      ])
      try file.forEachOrigin { view in
        if list.to == .jsonl {
          FileHandle.standardOutput.write(Data(OriginJSON.line(view)))
        }
        table.rows.append([
          .text(view.first), .text(view.reports.joined(separator: " ")),
          .number(view.passages.count),
        ])
      }
      if list.to != .jsonl { list.print(table) }
    }
  }
}
