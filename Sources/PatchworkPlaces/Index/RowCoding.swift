/// How imported rows are written into the index and read back for an extension.
///
/// Fixed numbers, then strings: identifier, the other identifier, P-code, parent, division, name; then the count of
/// other names and each with its language; then the outline.
enum RowCoding {
  /// Where the strings of a row lie in the section.
  struct Offsets {
    var id = 0
    var sameAs = 0
    var pcode = 0
    var name = 0
    /// Where its outline lies, 0 for none.
    var shape = 0
  }

  private static let fixedSize = 18

  static func write(
    _ row: PlaceRow, source: UInt8, zone: UInt16, to out: inout IndexWriter
  ) -> Offsets {
    var offsets = Offsets()
    out.number(source)
    out.number(row.kind.rawValue)
    out.number(IndexCountry.packed(row.country))
    out.number(IndexDegrees.stored(row.latitude))
    out.number(IndexDegrees.stored(row.longitude))
    out.number(UInt32(clamping: row.population))
    out.number(zone)
    offsets.id = out.bytes.count
    out.string(row.id)
    offsets.sameAs = out.bytes.count
    out.string(row.sameAs)
    offsets.pcode = out.bytes.count
    out.string(row.pcode)
    out.string(row.parent)
    out.string(row.division)
    offsets.name = out.bytes.count
    out.string(row.name)
    let names = row.names.prefix(Int(UInt16.max))
    out.number(UInt16(names.count))
    for name in names {
      out.string(name.text)
      let language = name.language.utf8.prefix(Int(UInt8.max))
      out.number(UInt8(language.count))
      out.bytes.append(contentsOf: language)
    }
    if !row.shape.isEmpty { offsets.shape = out.bytes.count }
    out.number(UInt32(row.shape.count))
    out.bytes.append(contentsOf: row.shape)
    return offsets
  }

  static func read(
    _ rows: IndexBytes, _ at: Int, zones: [String]
  ) -> (row: PlaceRow, source: UInt8) {
    var next = at + fixedSize
    func string() -> String {
      let bytes = rows.stringBytes(next)
      next += 2 + bytes.count
      return String(decoding: bytes, as: UTF8.self)
    }
    var row = PlaceRow(
      id: "", country: IndexCountry.text(rows.number(at + 2)),
      kind: PlaceKind(rawValue: rows.byte(at + 1)) ?? .area, name: "")
    row.latitude = IndexDegrees.value(rows.number(at + 4))
    row.longitude = IndexDegrees.value(rows.number(at + 8))
    row.population = Int(rows.number(at + 12, as: UInt32.self))
    let zone = Int(rows.number(at + 16, as: UInt16.self))
    row.zone = zones.indices.contains(zone) ? zones[zone] : ""
    row.id = string()
    row.sameAs = string()
    row.pcode = string()
    row.parent = string()
    row.division = string()
    row.name = string()
    let count = Int(rows.number(next, as: UInt16.self))
    next += 2
    for _ in 0..<count where next < rows.count {
      let text = string()
      let length = Int(rows.byte(next))
      row.names.append(
        PlaceName(text, language: String(decoding: rows.run(next + 1, length).bytes, as: UTF8.self))
      )
      next += 1 + length
    }
    row.shape = Array(shape(rows, next).bytes)
    return (row, rows.byte(at))
  }

  /// The outline at an offset.
  static func shape(_ rows: IndexBytes, _ at: Int) -> IndexBytes {
    rows.run(at + 4, Int(rows.number(at, as: UInt32.self)))
  }

  static func forEachName(
    _ rows: IndexBytes, _ at: Int,
    _ body: (_ name: UnsafeBufferPointer<UInt8>, _ language: UnsafeRawBufferPointer) -> Void
  ) {
    var next = at + fixedSize
    for _ in 0..<5 { next += 2 + rows.stringBytes(next).count }
    let main = rows.stringBytes(next)
    next += 2 + main.count
    main.withMemoryRebound(to: UInt8.self) {
      body($0, UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let count = Int(rows.number(next, as: UInt16.self))
    next += 2
    for _ in 0..<count where next < rows.count {
      let bytes = rows.stringBytes(next)
      next += 2 + bytes.count
      let language = rows.run(next + 1, Int(rows.byte(next)))
      next += 1 + language.count
      bytes.withMemoryRebound(to: UInt8.self) { body($0, language.bytes) }
    }
  }
}
