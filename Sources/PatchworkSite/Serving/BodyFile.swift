import Foundation
import Synchronization

/// A body that is too large for memory: an unnamed file that is gone when nobody holds it any more.
public final class BodyFile: Sendable {
  private let descriptor: Int32
  private let written = Mutex(0)

  /// Makes an empty one; it has no name, so that nobody else can open it.
  init() throws {
    var template = Array((NSTemporaryDirectory() + "/patchwork-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw BodyFileError(code: errno) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Bytes that it has.
  public var count: Int { written.withLock { $0 } }

  /// Writes after what is there.
  func append(_ bytes: [UInt8]) throws {
    try written.withLock { written in
      var done = 0
      while done < bytes.count {
        let step = bytes[done...].withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress, $0.count, off_t(written + done))
        }
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { throw BodyFileError(code: errno) }
        done += step
      }
      written += bytes.count
    }
  }

  /// Some of its bytes from an offset on, none at its end.
  public func read(from offset: Int, most: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      let step = pread(descriptor, buffer.baseAddress, most, off_t(offset))
      guard step >= 0 else { throw BodyFileError(code: errno) }
      count = step
    }
  }
}

/// The system's number of what went wrong with a file for a body.
struct BodyFileError: Error { let code: Int32 }
