/// How imported rows are written into the index and read back for an extension.
enum RowCoding {
  /// Where the strings of a row lie in the section.
  struct Offsets {
    var id = 0
    var sameAs = 0
    var pcode = 0
    var name = 0
  }

  private static let fixedSize = 16

  static func write(_ row: PlaceRow, source: UInt8, to out: inout IndexWriter) -> Offsets {
    var offsets = Offsets()
    out.number(source)
    out.number(row.kind.rawValue)
    out.number(IndexCountry.packed(row.country))
    out.number(IndexDegrees.stored(row.latitude))
    out.number(IndexDegrees.stored(row.longitude))
    out.number(UInt32(clamping: row.population))
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
    for name in names { out.string(name) }
    return offsets
  }

  static func read(_ rows: IndexBytes, _ at: Int) -> (row: PlaceRow, source: UInt8) {
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
    row.id = string()
    row.sameAs = string()
    row.pcode = string()
    row.parent = string()
    row.division = string()
    row.name = string()
    let count = Int(rows.number(next, as: UInt16.self))
    next += 2
    for _ in 0..<count where next < rows.count { row.names.append(string()) }
    return (row, rows.byte(at))
  }

  static func forEachName(
    _ rows: IndexBytes, _ at: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var next = at + fixedSize
    for _ in 0..<5 { next += 2 + rows.stringBytes(next).count }
    func visit() {
      let bytes = rows.stringBytes(next)
      next += 2 + bytes.count
      bytes.withMemoryRebound(to: UInt8.self, body)
    }
    visit()
    let count = Int(rows.number(next, as: UInt16.self))
    next += 2
    for _ in 0..<count where next < rows.count { visit() }
  }
}
