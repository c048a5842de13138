import CUchardet

/// The encoding that bytes are most likely in, by the letters that they would be.
enum DetectedEncoding {
  /// Bytes that are looked at, from the first that is not ASCII on.
  private static let reach = 1 << 16

  /// Bytes beyond ASCII that there must be at least: fewer say nothing.
  private static let least = 8

  /// The name of the encoding, lower case; nil when nothing is likely.
  static func label(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }),
      bytes[first...].prefix(reach).count(where: { $0 >= 0x80 }) >= least,
      let detector = uchardet_new()
    else { return nil }
    defer { uchardet_delete(detector) }
    let from = max(0, first - 256)
    let reached = UnsafeBufferPointer(rebasing: bytes[from..<min(bytes.count, from + reach)])
    let status = reached.withMemoryRebound(to: CChar.self) {
      uchardet_handle_data(detector, $0.baseAddress, $0.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    let label = String(cString: uchardet_get_charset(detector))
    return label.isEmpty ? nil : label.lowercased()
  }
}
