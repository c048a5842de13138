/// Whether words end as a sentence does.
enum SentenceEnd {
  /// Full stops, question and exclamation marks and ellipses beyond ASCII.
  private static let wideStops: [[UInt8]] = ["…", "‽", "。", "！", "？", "．", "।", "؟", "۔", "።"].map {
    Array($0.utf8)
  }
  /// Marks that may close after the stop.
  private static let wideClosers: [[UInt8]] = ["”", "’", "»", "」", "』", "）", "›", "“"].map {
    Array($0.utf8)
  }

  /// Whether a sentence ends at an offset, closing quotes and brackets looked through.
  static func isAt(_ end: Int, in text: [UInt8], from start: Int) -> Bool {
    var at = end
    while at > start {
      let byte = text[at - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        return true
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: "]") || byte == 0x20
      {
        at -= 1
      } else if byte < 0x80 {
        return false
      } else if let length = length(of: wideClosers, before: at, in: text) {
        at -= length
      } else {
        return length(of: wideStops, before: at, in: text) != nil
      }
    }
    return false
  }

  private static func length(of marks: [[UInt8]], before end: Int, in text: [UInt8]) -> Int? {
    marks.first { mark in end >= mark.count && text[(end - mark.count)..<end] == mark[...] }?.count
  }
}
