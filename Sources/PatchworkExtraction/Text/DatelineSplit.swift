import PatchworkRecord
import PatchworkText

/// Sets datelines apart from the sentences they stand before, so that neither is read as part of the other.
enum DatelineSplit {
  /// How many of the first paragraphs may bear a dateline.
  private static let reach = 3

  /// The blocks with each dateline of the first paragraphs as a block of its own.
  static func apart(_ blocks: [TextBlock], in bytes: [UInt8]) -> [TextBlock] {
    var apart: [TextBlock] = []
    var paragraphs = 0
    for block in blocks {
      guard block.part == .body, paragraphs < reach else {
        apart.append(block)
        continue
      }
      paragraphs += 1
      let text = bytes.count > block.span.end ? Array(bytes[..<block.span.end]) : bytes
      guard let dateline = Dateline(at: block.span.start, in: text),
        let head = TextLines.trimmed(bytes, dateline.span.start, dateline.span.end),
        let rest = TextLines.trimmed(bytes, dateline.span.end, block.span.end)
      else {
        apart.append(block)
        continue
      }
      apart.append(TextBlock(span: head, part: .body))
      apart.append(TextBlock(span: rest, part: .body))
    }
    return apart
  }
}
