import PatchworkPlaces
import PatchworkRecord
import PatchworkText

@testable import PatchworkReading

/// Reports of the tests, read by the whole reader without a gazetteer.
enum ReadReport {
  private static let reader = Parsed.pipeline.map { pipeline in
    Result { try Reader(pipeline: pipeline, gazetteer: nil) }
  }

  /// The reading of a text whose lines are its blocks, published on 24 September 2016.
  static func reading(_ text: String, headline: Bool = false) throws -> Reading {
    try reading(report(text, headline: headline))
  }

  /// The reading of a report.
  static func reading(_ report: Report) throws -> Reading {
    guard let reader = try reader?.get() else { return Reading() }
    return reader.read([report])[0]
  }

  /// Why the accounts of a text were read so.
  static func explanations(_ text: String) throws -> [Explanation] {
    guard let reader = try reader?.get() else { return [] }
    return reader.explanations(of: report(text, headline: false))
  }

  /// A report whose lines are its blocks, published on 24 September 2016.
  static func report(_ text: String, headline: Bool = false) -> Report {
    var blocks: [TextBlock] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      if end > start {
        let part: TextPart = headline && blocks.isEmpty ? .headline : .body
        blocks.append(TextBlock(span: Span(start, end), part: part))
      }
      start = end + 1
    }
    return Report(
      id: "test", text: text, blocks: blocks,
      published: SourcedDate(value: "2016-09-24", origin: "supplied"))
  }

  /// The attributed accounts of a text, one a line: `who | stance | cue | content`.
  static func attributed(_ text: String, headline: Bool = false) throws -> [String] {
    try reading(text, headline: headline).accounts
      .filter { $0.source.kind != .author }
      .map { account in
        [
          account.source.who, account.stance.rawValue,
          account.cue.map(\.text).joined(separator: " "),
          account.content.map(\.text).joined(separator: " … "),
        ].joined(separator: " | ")
      }
  }
}
