import Glibc

/// Whole inputs, never more of one than the limit allows.
public enum InputBytes {
  private static let chunk = 1 << 18

  /// The bytes of a file; `-` is standard input.
  public static func read(
    _ path: String, limits: ExtractionLimits = ExtractionLimits()
  ) throws(ExtractionError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, limits: limits) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ExtractionError(.unreadable, cause: .system(errno)) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, limits: limits)
  }

  /// The bytes of an open file descriptor up to its end, behind those already taken from it.
  public static func read(
    descriptor: Int32, begun: [UInt8] = [], limits: ExtractionLimits = ExtractionLimits()
  ) throws(ExtractionError) -> [UInt8] {
    var bytes = begun
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw ExtractionError(.unreadable, cause: .system(errno))
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= limits.bytes else {
        throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
