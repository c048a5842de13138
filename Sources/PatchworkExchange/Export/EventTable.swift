import PatchworkLinking
import PatchworkRecord

/// Incidents as lines of a table, in one of the shapes that other sets use.
public struct EventTable: Sendable {
  /// Which shape.
  public let format: ExportFormat
  private let tables: ExportTables

  /// Makes a table; `nil` for a form that is none.
  public init?(_ format: ExportFormat, tables: ExportTables) {
    guard [.hxl, .csv, .acled, .gdelt].contains(format) else { return nil }
    self.format = format
    self.tables = tables
  }

  /// What comes before the first row: names of the columns, hashtags; nothing for GDELT, whose files have none.
  public func head() -> [UInt8] {
    switch format {
    case .hxl:
      DelimitedLine.comma(HXLColumns.all.map { .text($0.heading) })
        + Array((HXLColumns.all.map(\.tag).joined(separator: ",") + "\r\n").utf8)
    case .csv: DelimitedLine.comma(OwnColumns.names.map { .text($0) })
    case .acled: DelimitedLine.comma(tables.acledColumns.map { .text($0) })
    default: []
    }
  }

  /// The row of an incident; empty where the shape has no code for what it is.
  public func row(_ event: ExportedEvent) -> [UInt8] {
    switch format {
    case .hxl: DelimitedLine.comma(HXLColumns.all.map { $0.value(event) })
    case .csv: DelimitedLine.comma(OwnColumns.values(event, tables))
    case .acled: DelimitedLine.comma(ACLEDRow.fields(event, tables))
    default: GDELTRow.fields(event, tables).map { DelimitedLine.tab($0) } ?? []
    }
  }
}
