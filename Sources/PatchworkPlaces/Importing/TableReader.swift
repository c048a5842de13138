/// Reads tables line by line from pieces of bytes without stopping at a bad line.
struct TableReader {
  private let file: ImportFile

  init(_ file: ImportFile) { self.file = file }

  /// Calls with the fields of every line after the header and the columns by name; `#` lines are passed over.
  func forEachRow(_ body: (_ fields: [String], _ columns: [String: Int]) -> Void) {
    var columns: [String: Int] = [:]
    forEachLine { fields in
      if columns.isEmpty {
        columns = Self.columns(fields)
      } else {
        body(fields, columns)
      }
    }
  }

  /// Calls with the tab-separated fields of every line; empty lines and `#` lines are passed over.
  func forEachLine(_ body: (_ fields: [String]) -> Void) {
    forEachLineBytes { line in
      if line.isEmpty || line.first == 0x23 { return }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      body(fields.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Calls with the bytes of every line, without its end.
  func forEachLineBytes(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var carried: [UInt8] = []
    var isFirst = true
    func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
      var bytes = bytes
      if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      isFirst = false
      if bytes.last == 0x0D { bytes = bytes.dropLast() }
      body(bytes)
    }
    _ = file.forEachPiece { piece in
      var start = 0
      for end in piece.indices where piece[end] == 0x0A {
        if carried.isEmpty {
          line(piece[start..<end])
        } else {
          carried.append(contentsOf: piece[start..<end])
          carried.withUnsafeBufferPointer { line($0[...]) }
          carried.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      carried.append(contentsOf: piece[start...])
    }
    if !carried.isEmpty { carried.withUnsafeBufferPointer { line($0[...]) } }
  }

  /// Columns by name; of two with one name the first counts.
  static func columns(_ fields: [String]) -> [String: Int] {
    Dictionary(fields.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }
}
