import CZlib

/// Archives written for tests.
enum AnyArchive {
  static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Mill hit by shells</title></head><body><article>
    <h1>Mill hit by shells</h1><p>Shells hit the mill at the edge of the town on Monday, residents said by telephone.</p>
    <p>The army denied that it had fired, and said that two of its own men had been hurt nearby.</p>
    </article></body></html>
    """

  /// A WARC record.
  static func record(
    _ block: [UInt8], type: String = "response", id: String = "<urn:uuid:1>",
    mediaType: String = "application/http; msgtype=response", length: String? = nil
  ) -> [UInt8] {
    let head = """
      WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: \(id)\r\nWARC-Date: 2016-09-20T08:00:00Z\r\n\
      WARC-Target-URI: <http://example.org/mill>\r\nContent-Type: \(mediaType)\r\n\
      Content-Length: \(length ?? String(block.count))\r\n\r\n
      """
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// An HTTP response.
  static func response(
    _ body: [UInt8], headers: String = "", type: String = "text/html; charset=utf-8",
    status: String = "200 OK"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(headers)\r\n".utf8) + body
  }

  /// An ARC record.
  static func arc(_ block: [UInt8], length: String? = nil, date: String = "20160920080000")
    -> [UInt8]
  {
    Array(
      "http://example.org/the mill 10.0.0.1 \(date) text/html \(length ?? "\(block.count)")\n".utf8)
      + block + [0x0A]
  }

  /// The head of an ARC archive.
  static let arcHead: [UInt8] = {
    let version = "1 0 Tests\nURL IP-address Archive-date Content-type Archive-length\n\n"
    return Array(
      "filedesc://a.arc 0.0.0.0 20160920080000 text/plain \(version.utf8.count)\n\(version)".utf8)
  }()

  /// Bytes packed by zlib: 31 for a gzip member, 15 for zlib, -15 for neither's wrapping.
  static func packed(_ bytes: [UInt8], window: Int32 = 31) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var out = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = out.count
    let made = input.withUnsafeMutableBufferPointer { from in
      out.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(count)
        deflate(&stream, Z_FINISH)
        return count - Int(stream.avail_out)
      }
    }
    return Array(out[..<made])
  }

  /// A body in chunks of some bytes.
  static func chunked(_ bytes: [UInt8], size: Int = 100) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let chunk = bytes[start..<min(bytes.count, start + size)]
      out += Array("\(String(chunk.count, radix: 16));a=b\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return out + Array("0\r\n\r\n".utf8)
  }
}
