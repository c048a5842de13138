import Glibc

/// Lines and blocks out of a feed of bytes, through one buffer.
final class ByteReader {
  private static let room = 1 << 18

  private let feed: any ByteFeed
  private var buffer = [UInt8](repeating: 0, count: ByteReader.room)
  private var start = 0
  private var end = 0
  /// Bytes taken so far.
  private(set) var position = 0

  init(_ feed: any ByteFeed) { self.feed = feed }

  /// Whether bytes are there without reading on.
  var hasBytes: Bool { start < end }

  /// The next bytes, as many as asked for unless the feed ends before; they stay to be taken.
  ///
  /// At most 256 KB.
  func peek(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
    while end - start < count, try fill() {}
    return buffer[start..<min(end, start + count)]
  }

  /// The next line without its end, nil at the end of the feed; throws `lineTooLong` behind a line over the limit.
  func line(limit: Int) throws(ExtractionError) -> [UInt8]? {
    var line: [UInt8] = []
    var length = 0
    while true {
      if start == end, try !fill() {
        guard length > 0 else { return nil }
        break
      }
      let newline = position(of: 0x0A)
      let stop = newline ?? end
      length += stop - start
      if length <= limit { line.append(contentsOf: buffer[start..<stop]) }
      take((newline.map { $0 + 1 } ?? end) - start)
      if newline != nil {
        length += 1
        break
      }
    }
    guard length <= limit + 1 else { throw ExtractionError(.lineTooLong, cause: .limit(limit)) }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// The next bytes; fewer than asked for when the feed ends before.
  func block(_ count: Int) throws(ExtractionError) -> [UInt8] {
    var block: [UInt8] = []
    block.reserveCapacity(min(count, 1 << 20))
    while block.count < count {
      if start == end, try !fill() { break }
      let piece = min(end - start, count - block.count)
      block.append(contentsOf: buffer[start..<start + piece])
      take(piece)
    }
    return block
  }

  /// Passes bytes over; gives how many there were.
  func skip(_ count: Int) throws(ExtractionError) -> Int {
    var skipped = 0
    while skipped < count {
      if start == end, try !fill() { break }
      let piece = min(end - start, count - skipped)
      take(piece)
      skipped += piece
    }
    return skipped
  }

  private func take(_ count: Int) {
    start += count
    position += count
  }

  /// Reads more behind what is there; false at the end of the feed.
  private func fill() throws(ExtractionError) -> Bool {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        memmove(base, base + start, end - start)
      }
      end -= start
      start = 0
    }
    guard end < buffer.count else { return false }
    let filled = end
    let got: Result<Int, ExtractionError> = buffer.withUnsafeMutableBytes { bytes in
      do throws(ExtractionError) {
        return .success(
          try feed.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])))
      } catch {
        return .failure(error)
      }
    }
    let count = try got.get()
    end += count
    return count > 0
  }

  private func position(of byte: UInt8) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let hit = memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }
}
