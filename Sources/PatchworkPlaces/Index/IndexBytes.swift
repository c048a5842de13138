/// A run of bytes whose every read is checked: beyond its end there are zeros.
struct IndexBytes {
  let bytes: UnsafeRawBufferPointer

  var count: Int { bytes.count }

  func byte(_ at: Int) -> UInt8 { at >= 0 && at < bytes.count ? bytes[at] : 0 }

  func number<T: FixedWidthInteger>(_ at: Int, as type: T.Type = T.self) -> T {
    guard at >= 0, at <= bytes.count - MemoryLayout<T>.size else { return 0 }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: T.self))
  }

  /// The element of an array of numbers.
  func element<T: FixedWidthInteger>(_ index: Int, as type: T.Type = T.self) -> T {
    guard index >= 0, index < bytes.count / MemoryLayout<T>.size else { return 0 }
    return number(index * MemoryLayout<T>.size, as: type)
  }

  /// Some of the bytes, fewer where the section ends before them.
  func run(_ at: Int, _ count: Int) -> IndexBytes {
    guard at >= 0, at < bytes.count, count > 0 else {
      return IndexBytes(bytes: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let end = at + min(count, bytes.count - at)
    return IndexBytes(bytes: UnsafeRawBufferPointer(rebasing: bytes[at..<end]))
  }

  /// The bytes of the string at an offset: its length in two bytes, then its UTF-8.
  func stringBytes(_ at: Int) -> UnsafeRawBufferPointer {
    let length = Int(number(at, as: UInt16.self))
    guard at >= 0, length <= bytes.count, at + 2 <= bytes.count - length else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[(at + 2)..<(at + 2 + length)])
  }

  func string(_ at: Int) -> String { String(decoding: stringBytes(at), as: UTF8.self) }
}

/// Bytes being written.
struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func number<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A string with its length; longer than 65,535 bytes is cut.
  mutating func string(_ value: String) {
    let utf8 = Array(value.utf8.prefix(Int(UInt16.max)))
    number(UInt16(utf8.count))
    bytes.append(contentsOf: utf8)
  }
}
