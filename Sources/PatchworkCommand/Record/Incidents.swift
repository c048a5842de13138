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
      The report that was published first names the origin; agencies are those that its reports credit. A report that \
      reproduces the text and says that it is not so is named as a refutation. Lines of JSON also hold what each report \
      shares, and which passages.

      Example:
        patchwork origins --db aleppo.record
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      var table = RecordTable(columns: [
        .init(name: "published", heading: "published"), .init(name: "first", heading: "first"),
        .init(name: "agency", heading: "agency"), .init(name: "reports", heading: "reports"),
        .init(name: "refutations", heading: "refuted in"),
        .init(name: "passages", heading: "passages", isNumber: true),
        .init(name: "share", heading: "least % shared", isNumber: true),
      ])
      try file.forEachOrigin(try filter.filter(in: file)) { view in
        if list.to == .jsonl {
          FileHandle.standardOutput.write(Data(OriginJSON.line(view)))
        }
        let refutations = view.members.filter { $0.role == .refutation }.map(\.report)
        let least = view.members.map(\.share).min() ?? 0
        table.rows.append([
          .some(view.members.first?.published), .text(view.first),
          .some(view.agencies.joined(separator: ", ")),
          .text(view.reports.joined(separator: " ")),
          .some(refutations.joined(separator: " ")), .number(view.passages.count),
          .number(Int((least * 100).rounded())),
        ])
      }
      if list.to != .jsonl { list.print(table) }
    }
  }
}
