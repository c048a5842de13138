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

  /// The byte offset before which there are that many code points, or nil where the text has fewer.
  public func byte(ofOffset offset: Int) -> Int? {
    if offset < 0 { return nil }
    guard !bytes.isEmpty else { return offset }
    var (low, high) = (0, milestones.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(milestones[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    var left = offset - Int(milestones[low])
    var position = low * Self.step
    while position < bytes.count {
      if bytes[position] & 0xC0 != 0x80 {
        if left == 0 { return position }
        left -= 1
      }
      position += 1
    }
    return left == 0 ? position : nil
  }
}
