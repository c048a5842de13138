import PatchworkDisclosure
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore
import PatchworkText

extension RecordExport {
  /// Writes rows of truces or of areas; they are narrowed by days and place alone.
  func situation(
    _ rows: ExportRows, to sink: ([UInt8]) throws -> Void
  ) throws -> ExportAbout {
    for (name, isAsked) in [
      ("type", filter.type != nil), ("stance", filter.stance != nil),
      ("speaker", filter.speaker != nil),
    ] where isAsked { throw ExportError.notNarrowed(rows, by: name) }
    let told = try SituationRows(rows == .areaDays ? .areas : .truces, of: record, filter)
    var about = head
    about.removals = told.removals
    for (report, outlet) in told.reports { about.add(report: report, outlet: outlet, rows: 0) }
    switch rows {
    case .areaDays: try areaDays(told, &about, to: sink)
    case .violations: try violations(told, &about, to: sink)
    case .ceasefires where format == .jsonl: try instruments(told, &about, to: sink)
    default:
      let columns = CeasefireColumns(day: told.days.upperBound, ceasefires: told.ceasefires)
      switch rows {
      case .declarations:
        try table(CeasefireColumns.declarationNames, columns.declarations, &about, to: sink)
      case .clocks: try table(CeasefireColumns.clockNames, columns.clocks, &about, to: sink)
      default: try table(CeasefireColumns.instrumentNames, columns.instruments, &about, to: sink)
      }
    }
    return about
  }

  private func table(
    _ names: [String], _ lines: [[DelimitedLine.Field]], _ about: inout ExportAbout,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    try sink(DelimitedLine.comma(names.map { .text($0) }))
    for line in lines.prefix(filter.limit ?? .max) {
      try sink(DelimitedLine.comma(line))
      about.add(rows: 1)
    }
  }

  /// Everything that the page of a truce shows, an object a line.
  private func instruments(
    _ told: SituationRows, _ about: inout ExportAbout, to sink: ([UInt8]) throws -> Void
  ) throws {
    let reader = try ProposalReader()
    let all = told.ceasefires.instruments + told.ceasefires.proposals
    for instrument in all.prefix(filter.limit ?? .max) {
      var json = JSONWriter(capacity: 8192)
      SituationJSON.write(
        instrument, violations: told.ceasefires.violations(of: instrument), in: told.ceasefires,
        reader, on: told.days.upperBound, to: &json)
      json.newline()
      try sink(json.bytes)
      about.add(rows: 1)
    }
  }

  private func violations(
    _ told: SituationRows, _ about: inout ExportAbout, to sink: ([UInt8]) throws -> Void
  ) throws {
    let columns = ViolationColumns(told.ceasefires, tables: tables)
    if format == .csv {
      try table(ViolationColumns.names, columns.lines, &about, to: sink)
      return
    }
    var collection = GeoJSONCollection(tables: tables)
    if format == .geojson { try sink(collection.head()) }
    for violation in told.ceasefires.violations.prefix(filter.limit ?? .max) {
      if format == .geojson {
        try sink(
          collection.feature(
            ViolationColumns.id(violation), at: violation.said.entry.place
          ) { columns.properties(violation, to: &$0) })
      } else {
        var json = JSONWriter(capacity: 2048)
        columns.properties(violation, to: &json)
        json.newline()
        try sink(json.bytes)
      }
      about.add(rows: 1)
    }
    if format == .geojson { try sink(collection.tail(about)) }
  }

  /// Area by area, so that memory holds the rows of one.
  private func areaDays(
    _ told: SituationRows, _ about: inout ExportAbout, to sink: ([UInt8]) throws -> Void
  ) throws {
    let layers = try LayerReader()
    let columns = AreaDayColumns(
      days: told.days, meanings: layers.states, cells: record.smallCells, wider: wider)
    var collection = GeoJSONCollection(tables: tables)
    if format == .csv {
      try sink(DelimitedLine.comma(AreaDayColumns.names.map { .text($0) }))
    }
    if format == .geojson { try sink(collection.head()) }
    var left = filter.limit ?? .max
    var hidden = 0
    for place in told.areas.places.values.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) })
    where left > 0 {
      let picture = told.areas.picture(of: place, told.days)
      let (all, small) = columns.rows(of: picture, place)
      let rows = Array(all.prefix(left))
      if rows.isEmpty { continue }
      hidden += small
      left = left == .max ? .max : left - rows.count
      about.add(rows: rows.count)
      if format == .geojson {
        let at = AreaDayColumns.place(
          place, isRegion: layers.areas.regions.contains(place.kind))
        try sink(
          collection.feature(place.id, at: at) {
            columns.properties(rows, of: place, to: &$0)
          })
        continue
      }
      for row in rows {
        if format == .csv {
          try sink(DelimitedLine.comma(columns.line(row, of: place)))
        } else {
          var json = JSONWriter(capacity: 512)
          columns.object(row, of: place, to: &json)
          json.newline()
          try sink(json.bytes)
        }
      }
    }
    if hidden > 0 {
      about.removals.add(
        .cell, why: "a number of people too small for so close a place", times: hidden)
    }
    if format == .geojson { try sink(collection.tail(about)) }
  }
}
