import CBrotli
import CZlib
import CZstd

/// Bodies packed whole, told by their first bytes before what is declared of them; never more than a limit comes out.
enum Unpacking {
  /// The body that was packed; the bytes as they are when they are not packed after all.
  ///
  /// What unpacks only in part gives that part; throws when more than the limit would come out.
  static func body(
    _ bytes: [UInt8], declared: String, limit: Int
  ) throws(ExtractionError) -> [UInt8] {
    var body = bytes
    // A list of codings names the last applied last.
    for coding in declared.split(separator: ",").reversed().map({ String($0).trimmed.lowercased() })
    {
      body = try once(body, coding, limit)
    }
    if body.starts(with: [0x1F, 0x8B, 8]) { body = try once(body, "gzip", limit) }
    return body
  }

  private static func once(
    _ bytes: [UInt8], _ coding: String, _ limit: Int
  ) throws(ExtractionError) -> [UInt8] {
    let unpacked: [UInt8]?
    if bytes.starts(with: [0x1F, 0x8B, 8]) {
      unpacked = try inflated(bytes, window: 15 + 16, limit)
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      unpacked = try zstd(bytes, limit)
    } else {
      switch coding {
      case "deflate":
        // Some servers leave the wrapping of zlib away.
        let wrapped = try inflated(bytes, window: 15, limit)
        unpacked = if let wrapped { wrapped } else { try inflated(bytes, window: -15, limit) }
      case "br": unpacked = try brotli(bytes, limit)
      default: unpacked = nil
      }
    }
    return unpacked ?? bytes
  }

  private static func inflated(
    _ bytes: [UInt8], window: Int32, _ limit: Int
  ) throws(ExtractionError) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    return try gathered(limit) { out in
      input.withUnsafeMutableBufferPointer { whole in
        if stream.next_in == nil {
          stream.next_in = whole.baseAddress
          stream.avail_in = UInt32(clamping: whole.count)
        }
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return (out.count - Int(stream.avail_out), status == Z_OK)
      }
    }
  }

  private static func brotli(
    _ bytes: [UInt8], _ limit: Int
  ) throws(ExtractionError) -> [UInt8]? {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    defer { BrotliDecoderDestroyInstance(state) }
    var taken = 0
    var failed = false
    let out = try gathered(limit) { out in
      bytes.withUnsafeBufferPointer { whole in
        var next = whole.baseAddress.map { $0 + taken }
        var left = whole.count - taken
        var to = out.baseAddress
        var room = out.count
        let status = BrotliDecoderDecompressStream(state, &left, &next, &room, &to, nil)
        taken = whole.count - left
        failed = status == BROTLI_DECODER_RESULT_ERROR
        return (out.count - room, status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
      }
    }
    // Brotli has no mark of its own: bytes that fail were hardly ever brotli.
    return failed ? nil : out
  }

  private static func zstd(_ bytes: [UInt8], _ limit: Int) throws(ExtractionError) -> [UInt8]? {
    guard let context = ZSTD_createDCtx() else { return nil }
    defer { ZSTD_freeDCtx(context) }
    var taken = 0
    return try gathered(limit) { out in
      bytes.withUnsafeBytes { whole in
        var from = ZSTD_inBuffer(src: whole.baseAddress, size: whole.count, pos: taken)
        var to = ZSTD_outBuffer(dst: out.baseAddress, size: out.count, pos: 0)
        let status = ZSTD_decompressStream(context, &to, &from)
        taken = from.pos
        let goesOn = ZSTD_isError(status) == 0 && (to.pos == out.count || from.pos < from.size)
        return (to.pos, goesOn)
      }
    }
  }

  /// Gathers what a decoder makes, a piece a call, until it is done or makes nothing more; nil when it made nothing.
  private static func gathered(
    _ limit: Int, _ piece: (UnsafeMutableBufferPointer<UInt8>) -> (made: Int, goesOn: Bool)
  ) throws(ExtractionError) -> [UInt8]? {
    var out: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (made, goesOn) = chunk.withUnsafeMutableBufferPointer { piece($0) }
      out.append(contentsOf: chunk[..<made])
      guard out.count <= limit else { throw ExtractionError(.tooLarge, cause: .limit(limit)) }
      if !goesOn || made == 0 { return out.isEmpty ? nil : out }
    }
  }
}
