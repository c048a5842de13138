/// Words of a report put into a line of ours.
package enum Phrase {
  /// Words that are written small inside a line, whatever they were in the report.
  private static let small = ["The", "A", "An", "Its", "His", "Her", "Their", "This", "These"]
  /// First words of a way in which words passed, which need no word of ours before them.
  private static let ways = ["on", "in", "by", "via", "through", "told", "wrote"]

  /// The words as they stand after another word: a leading article small.
  package static func inside(_ words: String) -> String {
    guard let first = words.split(separator: " ").first, small.contains(String(first)) else {
      return words
    }
    return first.lowercased() + words.dropFirst(first.count)
  }

  /// Through whom or what words passed: "through RIA", "on Twitter", "tweeted".
  package static func passage(_ via: String) -> String {
    let first = via.split(separator: " ").first.map(String.init) ?? ""
    let isWay = ways.contains(first) || first.hasSuffix("ed") && first == first.lowercased()
    return isWay ? via : "through \(inside(via))"
  }
}
