/// Converts UTF-8 byte offsets of one text to code-point offsets, for ASCII text without any table.
public struct CodePoints: Sendable {
  /// Code points before every 64th byte; empty when the text is ASCII.
  private let milestones: [Int32]
  private let bytes: [UInt8]
  private static let step = 64

  /// Prepares the conversion for one text; O(bytes).
  public init(_ text: String) {
    var text = text
    let (copy, ascii) = text.withUTF8 { buffer in
      (Array(buffer), buffer.allSatisfy { $0 < 0x80 })
    }
    guard !ascii else {
      bytes = []
      milestones = []
      return
    }
    var marks: [Int32] = []
    marks.reserveCapacity(copy.count / Self.step + 1)
    var count: Int32 = 0
    for (offset, byte) in copy.enumerated() {
      if offset % Self.step == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    bytes = copy
    milestones = marks
  }

  /// The number of code points before a byte offset.
  public func offset(ofByte byte: Int) -> Int {
    guard !bytes.isEmpty else { return byte }
    let mark = min(byte / Self.step, milestones.count - 1)
    var count = Int(milestones[mark])
    for position in mark * Self.step..<byte where bytes[position] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
