/// Reads comma-separated records (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks.
enum CommaReader {
  /// Calls with the fields of every record that is not empty.
  static func forEachRecord(_ bytes: [UInt8], _ body: (_ fields: [String]) -> Void) {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func endRecord() {
      endField()
      if fields != [""] { body(fields) }
      fields.removeAll(keepingCapacity: true)
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22 where isQuoted && at < bytes.count && bytes[at] == 0x22:
        field.append(0x22)
        at += 1
      case 0x22 where isQuoted || field.isEmpty: isQuoted.toggle()
      case 0x2C where !isQuoted: endField()
      case 0x0D where !isQuoted: break
      case 0x0A where !isQuoted: endRecord()
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !fields.isEmpty { endRecord() }
  }
}
