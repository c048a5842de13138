import CZlib
import Glibc

/// What gzip members pack, one member after the other; a broken one throws once, then it goes on at the next.
final class GzipFeed: ByteFeed {
  private static let room = 1 << 17

  private let packed: any ByteFeed
  private var input: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInMember = false
  /// Whether a broken member is behind, and nothing has been unpacked since: its inside may look like heads of members.
  private var isSearching = false
  /// Packed bytes taken so far.
  private var position = 0

  init(_ packed: any ByteFeed) {
    self.packed = packed
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExtractionError) -> Int {
    while true {
      if start == input.count { try fill() }
      if start == input.count {
        guard isInMember else { return 0 }
        isInMember = false
        throw ExtractionError(
          .badCompression, at: .byte(position), cause: .found("the archive ends within a member"))
      }
      if !isInMember, try !findMember() { continue }
      let made = try inflate(into: buffer)
      if made > 0 { return made }
    }
  }

  private func inflate(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ExtractionError) -> Int {
    let available = input.count - start
    let first = start
    let (status, left): (Int32, Int) = input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + first }
      stream.pointee.avail_in = UInt32(available)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(clamping: buffer.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      return (status, Int(stream.pointee.avail_in))
    }
    take(available - left)
    let made = min(buffer.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
    if made > 0 { isSearching = false }
    switch status {
    case Z_STREAM_END: isInMember = false
    case Z_OK, Z_BUF_ERROR: break
    default:
      isInMember = false
      if made > 0 || isSearching { return made }
      isSearching = true
      throw ExtractionError(.badCompression, at: .byte(position))
    }
    return made
  }

  /// Goes to the next member's first byte; false when what is at hand holds none.
  private func findMember() throws(ExtractionError) -> Bool {
    while start < input.count {
      if input.count - start < 3, !isAtEnd { try fill() }
      if input[start] == 0x1F, start + 2 < input.count, input[start + 1] == 0x8B,
        input[start + 2] == 8, start + 3 >= input.count || input[start + 3] & 0xE0 == 0
      {
        inflateReset(stream)
        isInMember = true
        return true
      }
      take(1)
    }
    return false
  }

  private func take(_ count: Int) {
    start += count
    position += count
  }

  /// Reads more packed bytes behind those not yet taken.
  private func fill() throws(ExtractionError) {
    input.removeFirst(start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: Self.room)
    let got: Result<Int, ExtractionError> = chunk.withUnsafeMutableBytes { bytes in
      do throws(ExtractionError) { return .success(try packed.read(into: bytes)) } catch {
        return .failure(error)
      }
    }
    let count = try got.get()
    isAtEnd = count == 0
    input.append(contentsOf: chunk[..<count])
  }
}
