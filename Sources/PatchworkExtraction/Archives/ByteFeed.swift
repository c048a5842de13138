import Glibc

/// Bytes that come in pieces.
protocol ByteFeed: AnyObject {
  /// Fills a buffer as far as bytes are there; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExtractionError) -> Int
}

/// The bytes of an open file descriptor, behind those already taken from it.
final class DescriptorFeed: ByteFeed {
  private let descriptor: Int32
  private var begun: ArraySlice<UInt8>

  init(_ descriptor: Int32, begun: [UInt8]) {
    self.descriptor = descriptor
    self.begun = begun[...]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExtractionError) -> Int {
    if !begun.isEmpty {
      let piece = begun.prefix(buffer.count)
      piece.withUnsafeBytes { buffer.copyMemory(from: $0) }
      begun = begun.dropFirst(piece.count)
      return piece.count
    }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw ExtractionError(.unreadable, cause: .system(errno)) }
    }
  }
}

/// Bytes in memory.
final class MemoryFeed: ByteFeed {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(buffer.count)
    piece.withUnsafeBytes { buffer.copyMemory(from: $0) }
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
