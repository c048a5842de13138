import Foundation

/// A copy of a record under seal: pieces of its file, each sealed with its number and whether it is the last, so that none can be
/// left out, put in another's place or cut off unseen.
///
/// The file is a head of eight letters and sixteen random bytes, then for each piece its length in four bytes, the largest first,
/// and what `Seal` makes of it.
public struct SealedBackup: Sendable {
  /// Why a copy cannot be sealed or opened.
  public enum Failure: Error, Equatable, Sendable {
    /// A file cannot be read, or written; nothing is left of what was begun.
    case unreadable(path: String)
    case unwritable(path: String)
    /// There is a file already.
    case exists(path: String)
    /// The file is no copy under seal.
    case notSealed(path: String)
    /// The key is another, or the copy was changed or cut off.
    case notOpened(path: String)
  }

  private let seal: Seal

  private static let head = Array("PWSEALED".utf8)
  private static let idLength = 16
  /// Bytes of a piece before it is sealed.
  static let pieceLength = 1 << 20
  /// Bytes that a sealed piece has at most.
  private static let mostSealed = pieceLength + 64

  /// Seals and opens with a key.
  public init(seal: Seal) { self.seal = seal }

  /// Seals the file of one path into one that is made at another.
  public func seal(_ path: String, to copy: String) throws(Failure) {
    let source = try Self.opened(path)
    defer { try? source.close() }
    try Self.making(copy) { (sink) throws(Failure) in
      let id = Seal.newKey().prefix(Self.idLength)
      try Self.write(Self.head + id, to: sink, copy)
      var number = 0
      var piece = try Self.read(Self.pieceLength, of: source, path)
      repeat {
        let next = try Self.read(Self.pieceLength, of: source, path)
        let name = Self.name(id, number, isLast: next.isEmpty)
        guard let sealed = seal.seal(piece, id: name) else { throw .unwritable(path: copy) }
        let length = (0..<4).map { UInt8(truncatingIfNeeded: sealed.count >> (24 - 8 * $0)) }
        try Self.write(length + sealed, to: sink, copy)
        (piece, number) = (next, number + 1)
      } while !piece.isEmpty
    }
  }

  /// Opens a copy under seal into a file that is made at another path.
  public func open(_ copy: String, to path: String) throws(Failure) {
    try Self.making(path) { (sink) throws(Failure) in
      try forEachPiece(of: copy) { (piece) throws(Failure) in
        try Self.write(piece, to: sink, path)
      }
    }
  }

  /// Opens a copy under seal to its end without keeping anything, and gives how many bytes it holds.
  public func check(_ copy: String) throws(Failure) -> Int {
    var bytes = 0
    try forEachPiece(of: copy) { (piece) throws(Failure) in bytes += piece.count }
    return bytes
  }

  private func forEachPiece(
    of copy: String, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let source = try Self.opened(copy)
    defer { try? source.close() }
    let head = try Self.read(Self.head.count + Self.idLength, of: source, copy)
    guard head.count == Self.head.count + Self.idLength, head.starts(with: Self.head) else {
      throw .notSealed(path: copy)
    }
    var number = 0
    var length = try Self.read(4, of: source, copy)
    repeat {
      let count = length.reduce(0) { $0 << 8 | Int($1) }
      guard length.count == 4, count <= Self.mostSealed else { throw .notOpened(path: copy) }
      let sealed = try Self.read(count, of: source, copy)
      length = try Self.read(4, of: source, copy)
      let name = Self.name(head.suffix(Self.idLength), number, isLast: length.isEmpty)
      guard let piece = seal.open(sealed, id: name) else { throw .notOpened(path: copy) }
      try body(piece)
      number += 1
    } while !length.isEmpty
  }

  /// What a piece is bound to: its copy, its place and whether it is the last.
  private static func name(_ id: ArraySlice<UInt8>, _ number: Int, isLast: Bool) -> String {
    "backup \(id.map(String.init).joined(separator: ".")) \(number) \(isLast ? "last" : "more")"
  }

  private static func opened(_ path: String) throws(Failure) -> FileHandle {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path: path) }
    return file
  }

  /// Makes a file that only its owner can read; it has its name once it is whole, and nothing is left of one that is not.
  private static func making(
    _ path: String, _ body: (FileHandle) throws(Failure) -> Void
  ) throws(Failure) {
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path: path) }
    let part = path + ".part"
    guard
      FileManager.default.createFile(
        atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
      let sink = FileHandle(forWritingAtPath: part)
    else { throw .unwritable(path: path) }
    do {
      try body(sink)
    } catch {
      try? sink.close()
      try? FileManager.default.removeItem(atPath: part)
      throw error
    }
    do {
      try sink.synchronize()
      try sink.close()
      try FileManager.default.moveItem(atPath: part, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw .unwritable(path: path)
    }
  }

  private static func read(
    _ count: Int, of file: FileHandle, _ path: String
  ) throws(Failure) -> [UInt8] {
    // A file gives less than is asked for only at its end, a pipe also before.
    var bytes: [UInt8] = []
    do {
      while bytes.count < count, let more = try file.read(upToCount: count - bytes.count),
        !more.isEmpty
      { bytes += more }
    } catch { throw .unreadable(path: path) }
    return bytes
  }

  private static func write(
    _ bytes: [UInt8], to file: FileHandle, _ path: String
  ) throws(Failure) {
    do { try file.write(contentsOf: Data(bytes)) } catch { throw .unwritable(path: path) }
  }
}

extension RecordFile {
  /// Writes a whole copy of the record as of one moment, verifies it and seals it at a path where nothing is yet; gives what
  /// verifying found.
  ///
  /// The open copy that is sealed lies beside the record, where its reports lie open anyway, and is gone when this returns.
  public func backUp(to path: String, under seal: Seal) throws -> Verification {
    let open = "\(self.path).\(Secret.make()).part"
    defer { try? FileManager.default.removeItem(atPath: open) }
    try backUp(to: open)
    let found = try RecordFile(path: open, readOnly: true).verify()
    for beside in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: open + beside) }
    let backup = SealedBackup(seal: seal)
    try backup.seal(open, to: path)
    _ = try backup.check(path)
    return found
  }
}
