import Foundation

/// Where a run writes to: standard output or a file, in large pieces.
struct ReadOutput: ~Copyable {
  /// Writing failed, with the system's error number.
  struct Failure: Error, Equatable {
    let number: Int32
  }

  private static let piece = 1 << 16

  private let descriptor: Int32
  private let isOwned: Bool
  private var waiting: [UInt8] = []

  /// Writes to standard output.
  init() {
    descriptor = STDOUT_FILENO
    isOwned = false
  }

  /// Writes to a file, which is emptied first.
  init(path: String) throws(Failure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    isOwned = true
    guard descriptor >= 0 else { throw Failure(number: errno) }
  }

  /// Takes bytes to be written.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    waiting += bytes
    if waiting.count >= Self.piece { try flush() }
  }

  /// Takes text to be written.
  mutating func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Writes what waits.
  mutating func flush() throws(Failure) {
    var done = 0
    while done < waiting.count {
      let count = waiting.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(number: errno)
      }
      done += count
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what waits and closes the file.
  consuming func finish() throws(Failure) {
    try flush()
    if isOwned, close(descriptor) != 0 { throw Failure(number: errno) }
  }
}
