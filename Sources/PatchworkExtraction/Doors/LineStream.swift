import Glibc

/// One line of an input, or the fact that it was too long to keep.
public struct RawLine: Sendable {
  /// What the line holds.
  public enum Content: Sendable {
    /// The bytes, without the line's end.
    case bytes([UInt8])
    /// A line over the limit, whose bytes were read past and let go.
    case tooLong
    /// Reading failed here, with the system's error number; nothing follows.
    case unreadable(Int32)
  }

  /// Number of the line, from 1, blank ones counted.
  public let number: Int
  /// What it holds.
  public let content: Content

  /// Makes a line that was read elsewhere.
  public init(number: Int, content: Content) {
    self.number = number
    self.content = content
  }
}

/// The lines of a file or pipe, read in chunks, with memory bounded by the longest line allowed.
///
/// Lines of white space alone are passed over, but counted.
public struct LineStream: Sequence, IteratorProtocol {
  private static let chunk = 1 << 18

  private let descriptor: Int32
  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: LineStream.chunk)
  private var start = 0
  private var end = 0
  private var number = 0
  private var finished = false

  /// Reads from an open file descriptor, which stays the caller's to close.
  ///
  /// `begun` are bytes already taken from it, at most a chunk of 256 KB.
  public init(
    descriptor: Int32, begun: [UInt8] = [], limits: ExtractionLimits = ExtractionLimits()
  ) {
    precondition(begun.count <= Self.chunk, "More bytes were taken than the stream can take back.")
    self.descriptor = descriptor
    limit = limits.line
    buffer.replaceSubrange(0..<begun.count, with: begun)
    end = begun.count
  }

  /// Whether bytes are at hand for which nothing need be waited for.
  public var hasBytesAtHand: Bool { start < end }

  /// The next line that is not blank, nil at the end.
  public mutating func next() -> RawLine? {
    while let line = nextOfAnyKind() {
      if case .bytes(let bytes) = line.content, bytes.allSatisfy(isSpace) { continue }
      return line
    }
    return nil
  }

  private mutating func nextOfAnyKind() -> RawLine? {
    if finished { return nil }
    number += 1
    var line: [UInt8] = []
    var tooLong = false
    while true {
      if start == end, let last = fill(line, tooLong: tooLong) { return last.line }
      let newline = position(of: 0x0A)
      let stop = newline ?? end
      if line.count + (stop - start) > limit {
        tooLong = true
        line = []
      } else if !tooLong {
        line.append(contentsOf: buffer[start..<stop])
      }
      start = newline.map { $0 + 1 } ?? end
      if newline != nil { return finish(&line, tooLong: tooLong) }
    }
  }

  /// Reads a chunk; at the end of input the last line, if there is one.
  private mutating func fill(_ line: [UInt8], tooLong: Bool) -> (line: RawLine?, Void)? {
    var count: Int
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    if count > 0 {
      start = 0
      end = count
      return nil
    }
    finished = true
    if count < 0 { return (RawLine(number: number, content: .unreadable(errno)), ()) }
    var line = line
    return line.isEmpty && !tooLong ? (nil, ()) : (finish(&line, tooLong: tooLong), ())
  }

  private func finish(_ line: inout [UInt8], tooLong: Bool) -> RawLine {
    if tooLong { return RawLine(number: number, content: .tooLong) }
    if line.last == 0x0D { line.removeLast() }
    return RawLine(number: number, content: .bytes(line))
  }

  private func position(of byte: UInt8) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let hit = memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }
}
