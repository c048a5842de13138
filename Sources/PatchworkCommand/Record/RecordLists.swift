import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// `patchwork reports`: the reports of a record.
struct Reports: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the reports of a record, by day of publication.",
    discussion: """
      Examples:
        patchwork reports --db aleppo.record --since 2016-09-19 --place Aleppo
        patchwork reports --db aleppo.record --credited Reuters
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  @Option(help: "Part of the name of an agency or person whom the report credits.")
  var credited: String?

  func run() throws {
    let file = try record.open(readOnly: true)
    let rows = try RecordOption.ending {
      var wanted = try filter.filter(in: file)
      wanted.credited = credited
      return try file.reports(wanted)
    }
    var table = RecordTable(columns: [
      .init(name: "published", heading: "published"), .init(name: "id", heading: "report"),
      .init(name: "outlet", heading: "outlet"), .init(name: "title", heading: "title"),
      .init(name: "accounts", heading: "accounts", isNumber: true),
      .init(name: "incidents", heading: "incidents", isNumber: true),
      .init(name: "version", heading: "version", isNumber: true),
      .init(name: "origin", heading: "text of"),
    ])
    table.rows = rows.map { row in
      [
        .some(row.published?.iso), .text(row.id), .some(row.outlet), .some(row.title),
        .number(row.accounts), .number(row.incidents), .number(row.version),
        row.origin == row.id ? .nothing : .text(row.origin),
      ]
    }
    list.print(table)
  }
}

/// `patchwork speakers`: who speaks in a record.
struct Speakers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the speakers of a record; anonymous ones are never one another.",
    discussion: """
      Example:
        patchwork speakers --db aleppo.record --limit 20
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let file = try record.open(readOnly: true)
    let rows = try RecordOption.ending { try file.speakers(try filter.filter(in: file)) }
    var table = RecordTable(columns: [
      .init(name: "who", heading: "speaker"), .init(name: "kind", heading: "kind"),
      .init(name: "accounts", heading: "accounts", isNumber: true),
      .init(name: "reports", heading: "reports", isNumber: true),
      .init(name: "first", heading: "first"), .init(name: "last", heading: "last"),
    ])
    table.rows = rows.map { row in
      [
        .text(row.who), .text(row.kind.rawValue), .number(row.accounts), .number(row.reports),
        .some(row.first?.iso), .some(row.last?.iso),
      ]
    }
    list.print(table)
  }
}

/// `patchwork speaker NAME`: what one speaker said, in order.
struct Speaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what a speaker said, in order of publication.",
    discussion: """
      Example:
        patchwork speaker --db aleppo.record Ryabkov
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  @Argument(help: "The speaker's name, or a part of it.")
  var name: String

  func run() throws {
    let file = try record.open(readOnly: true)
    let rows = try RecordOption.ending {
      var wanted = try filter.filter(in: file)
      wanted.speaker = name
      return try file.accounts(wanted)
    }
    list.print(AccountTable.table(rows))
  }
}

/// `patchwork search`: reports by their words.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds reports by their words.",
    discussion: """
      All words must stand in the title or the text, in any form of theirs ("convoy" finds "convoys"). The options \
      narrow by what the reports' accounts say.

      Example:
        patchwork search --db aleppo.record --stance deny convoy
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  @Argument(help: "Words to look for.")
  var words: [String]

  func run() throws {
    let file = try record.open(readOnly: true)
    let rows = try RecordOption.ending {
      try file.search(words.joined(separator: " "), try filter.filter(in: file))
    }
    var table = RecordTable(columns: [
      .init(name: "published", heading: "published"), .init(name: "id", heading: "report"),
      .init(name: "title", heading: "title"), .init(name: "passage", heading: "passage"),
    ])
    table.rows = rows.map { row in
      [
        .some(row.report.published?.iso), .text(row.report.id), .some(row.report.title),
        .text(row.passage),
      ]
    }
    list.print(table)
  }
}

/// Accounts as a table.
enum AccountTable {
  static func table(_ rows: [AccountRow]) -> RecordTable {
    var table = RecordTable(columns: [
      .init(name: "published", heading: "published"), .init(name: "report", heading: "report"),
      .init(name: "n", heading: "n", isNumber: true), .init(name: "who", heading: "speaker"),
      .init(name: "stance", heading: "stance"), .init(name: "type", heading: "of what"),
      .init(name: "incident", heading: "incident"), .init(name: "sentence", heading: "sentence"),
    ])
    table.rows = rows.map { row in
      [
        .some(row.report.published?.iso), .text(row.report.id), .number(row.account.number),
        .some(row.account.source.who), .text(row.account.stance.rawValue),
        .some(row.account.happening?.type.rawValue ?? row.account.condition?.kind.rawValue),
        .some(row.incident), .text(row.account.sentence.text),
      ]
    }
    return table
  }
}
