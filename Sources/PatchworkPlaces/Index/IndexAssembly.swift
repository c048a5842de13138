import PatchworkText

/// Makes the bytes of an index from rows in order of source and identifier.
struct IndexAssembly {
  let rows: [PlaceRow]
  let sources: [UInt8]
  let files: Set<GazetteerBuilder.ImportedFile>

  var bytes: [UInt8] {
    let places = PlaceMerging(rows: rows, sources: sources).places()
    let zones = [""] + Set(rows.map(\.zone) + places.map(\.zone)).subtracting([""]).sorted()
    let zoneNumbers = Dictionary(
      uniqueKeysWithValues: zones.enumerated().map { ($0.element, UInt16(clamping: $0.offset)) })
    var rowBytes = IndexWriter()
    var rowOffsets = IndexWriter()
    var offsets: [RowCoding.Offsets] = []
    for (row, source) in zip(rows, sources) {
      rowOffsets.number(UInt32(truncatingIfNeeded: rowBytes.bytes.count))
      offsets.append(
        RowCoding.write(
          row, source: source, zone: zoneNumbers[row.zone] ?? 0, to: &rowBytes))
    }
    var placeBytes = IndexWriter()
    var members = IndexWriter()
    for place in places {
      placeBytes.number(UInt32(members.bytes.count / 4))
      placeBytes.number(UInt16(clamping: place.rows.count))
      placeBytes.number(place.kind.rawValue)
      placeBytes.number(sources[place.rows[0]])
      placeBytes.number(IndexCountry.packed(place.country))
      placeBytes.number(zoneNumbers[place.zone] ?? 0)
      placeBytes.number(IndexDegrees.stored(place.latitude))
      placeBytes.number(IndexDegrees.stored(place.longitude))
      placeBytes.number(UInt32(clamping: place.population))
      placeBytes.number(UInt32(place.parent.map { $0 + 1 } ?? 0))
      placeBytes.number(
        UInt32(place.idIsLinked ? offsets[place.idRow].sameAs : offsets[place.idRow].id))
      placeBytes.number(UInt32(offsets[place.pcodeRow].pcode))
      placeBytes.number(UInt32(offsets[place.nameRow].name))
      placeBytes.number(UInt32(place.shapeRow.map { offsets[$0].shape } ?? 0))
      for row in place.rows { members.number(UInt32(row)) }
    }
    let keys = KeyTable(places: places, rows: rows, sources: sources)
    let sections: [[UInt8]] = [
      Array(SourceCoding.text(files).utf8), rowBytes.bytes, rowOffsets.bytes, placeBytes.bytes,
      members.bytes, keys.directory.bytes, keys.hashes.bytes, keys.starts.bytes,
      keys.postings.bytes, keys.ordinals.bytes, Self.identifiers(places, rows),
      Array(zones.joined(separator: "\n").utf8),
      PlaceGrid.cells(places), PlaceGrid.areas(places, rows), PlaceGrid.narrower(places),
    ]
    return Self.file(sections)
  }

  /// Hashes of all identifiers and P-codes of the places, ascending.
  private static func identifiers(_ places: [MergedPlace], _ rows: [PlaceRow]) -> [UInt8] {
    var entries: [(UInt64, UInt32)] = []
    for (number, place) in places.enumerated() {
      for row in place.rows {
        for id in [rows[row].id, rows[row].sameAs, rows[row].pcode] where !id.isEmpty {
          let hash = IndexLayout.finish(IndexLayout.hash(id.utf8, from: 0))
          entries.append((hash, UInt32(number)))
        }
      }
    }
    for (number, place) in places.enumerated()
    where place.kind.level == .country && !place.country.isEmpty {
      let id = "iso:" + place.country
      entries.append((IndexLayout.finish(IndexLayout.hash(id.utf8, from: 0)), UInt32(number)))
    }
    entries.sort { $0 < $1 }
    var out = IndexWriter()
    var last: UInt64?
    for entry in entries where entry.0 != last {
      out.number(entry.0)
      out.number(entry.1)
      last = entry.0
    }
    return out.bytes
  }

  private static func file(_ sections: [[UInt8]]) -> [UInt8] {
    var table = IndexWriter()
    var body = IndexWriter()
    for section in sections {
      while (IndexLayout.headerSize + body.bytes.count) % 8 != 0 { body.bytes.append(0) }
      table.number(UInt64(IndexLayout.headerSize + body.bytes.count))
      table.number(UInt64(section.count))
      body.bytes.append(contentsOf: section)
    }
    var header = IndexWriter()
    header.bytes = IndexLayout.magic
    header.number(IndexLayout.version)
    header.number(UInt32(sections.count))
    header.number(UInt64(IndexLayout.headerSize + body.bytes.count))
    header.bytes.append(contentsOf: table.bytes)
    header.number(body.bytes.withUnsafeBytes(IndexLayout.checksum))
    header.number(IndexLayout.finish(IndexLayout.hash(header.bytes, from: 0)))
    return header.bytes + body.bytes
  }
}
