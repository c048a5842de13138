import CZlib

/// A file's bytes behind whatever packing they have, read in pieces so that memory does not follow their size.
struct PackedFile: Sendable {
  /// How the bytes are packed.
  enum Packing: Sendable {
    case none
    case gzip
    /// An entry of a zip archive: how it is stored, and the checksum that it must have.
    case zip(isDeflated: Bool, checksum: UInt32)
  }

  private let file: MappedFile
  private let range: Range<Int>
  private let packing: Packing

  private static let pieceSize = 1 << 18

  init(file: MappedFile, range: Range<Int>, packing: Packing) {
    self.file = file
    self.range = range
    self.packing = packing
  }

  /// A whole file, which may be gzip.
  init(file: MappedFile) {
    let isGzip = file.bytes.starts(with: [0x1F, 0x8B])
    self.init(file: file, range: 0..<file.bytes.count, packing: isGzip ? .gzip : .none)
  }

  private var packed: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(rebasing: file.bytes[range]).bindMemory(to: UInt8.self)
  }

  /// Calls with the unpacked bytes piece by piece until it gives false; gives false when they are damaged.
  func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    switch packing {
    case .none:
      return inPieces(body, checksum: nil)
    case .gzip:
      return inflated(windowBits: 47, checksum: nil, body)
    case .zip(let isDeflated, let checksum):
      return isDeflated
        ? inflated(windowBits: -15, checksum: checksum, body) : inPieces(body, checksum: checksum)
    }
  }

  private func inPieces(
    _ body: (UnsafeBufferPointer<UInt8>) -> Bool, checksum: UInt32?
  ) -> Bool {
    var sum = crc32(0, nil, 0)
    var at = 0
    while at < packed.count {
      let end = min(packed.count, at + Self.pieceSize)
      let piece = UnsafeBufferPointer(rebasing: packed[at..<end])
      if checksum != nil { sum = crc32(sum, piece.baseAddress, uInt(piece.count)) }
      guard body(piece) else { return true }
      at = end
    }
    return checksum.map { UInt(sum) == UInt($0) } ?? true
  }

  private func inflated(
    windowBits: Int32, checksum: UInt32?, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, size) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    var sum = crc32(0, nil, 0)
    var fed = 0
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      if stream.avail_in == 0, fed < packed.count {
        let rest = UnsafeBufferPointer(
          rebasing: packed[fed..<min(packed.count, fed + Self.pieceSize)])
        // zlib reads its input and never writes it.
        stream.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
        stream.avail_in = uInt(rest.count)
        fed += rest.count
      }
      let (status, made) = piece.withUnsafeMutableBufferPointer { target -> (Int32, Int) in
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, target.count - Int(stream.avail_out))
      }
      let goesOn = piece.withUnsafeBufferPointer { whole -> Bool in
        let part = UnsafeBufferPointer(rebasing: whole[..<made])
        if checksum != nil { sum = crc32(sum, part.baseAddress, uInt(made)) }
        return made == 0 || body(part)
      }
      guard goesOn else { return true }
      if status == Z_STREAM_END {
        // A gzip file may be several members, one after the other.
        let isDone = checksum != nil || stream.avail_in == 0 && fed == packed.count
        if isDone { return checksum.map { UInt(sum) == UInt($0) } ?? true }
        guard inflateReset(&stream) == Z_OK else { return false }
        continue
      }
      guard status == Z_OK, made > 0 || stream.avail_in > 0 || fed < packed.count else {
        return false
      }
    }
  }
}
