internal import CZlib

/// Bytes packed with zlib (RFC 1950), for keeping originals and readings.
enum Packed {
  /// Packs bytes; readings and reports shrink to about a fifth.
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let done = compress2(&packed, &length, bytes, uLong(bytes.count), 4)
    precondition(done == Z_OK, "zlib has no memory")
    packed.removeLast(packed.count - Int(length))
    return packed
  }

  /// Unpacks bytes of a known length, or nil where they are damaged.
  static func unpack(_ packed: [UInt8], length: Int) -> [UInt8]? {
    var size = uLong(length)
    var bytes = [UInt8](repeating: 0, count: max(1, length))
    guard uncompress(&bytes, &size, packed, uLong(packed.count)) == Z_OK, Int(size) == length else {
      return nil
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }
}
