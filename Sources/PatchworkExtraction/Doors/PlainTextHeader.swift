import PatchworkRecord

/// The head that a plain text report may begin with: lines of `Name: value`, ended by an empty line.
///
/// ```text
/// Title: Syrian army declares truce over
/// Outlet: Levant Wire
/// Published: 2016-09-19
///
/// BEIRUT, Sept 19 – …
/// ```
package struct PlainTextHeader: Equatable {
  /// The fields that a head may hold, each at most once.
  enum Field: String, CaseIterable {
    case title, outlet, byline, published, language, url
  }

  /// Fields needed to make a head of what else may be a line of the report.
  private static let fewest = 2

  /// The values given, without the white space around them.
  private(set) var values: [Field: String] = [:]
  /// Byte offset at which the report begins.
  package private(set) var end = 0

  /// Reads the head of a text; nil when the text begins with anything else.
  package init?(_ text: [UInt8]) {
    var at = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < text.count {
      let stop = text[at...].firstIndex(of: 0x0A) ?? text.count
      let line = text[at..<stop]
      at = min(stop + 1, text.count)
      if line.allSatisfy(isSpace) { break }
      guard let (field, value) = Self.field(of: line), values[field] == nil else { return nil }
      values[field] = value
    }
    guard values.count >= Self.fewest else { return nil }
    end = at
  }

  /// When the report says it was published, checked.
  func published() throws(ExtractionError) -> SourcedDate? {
    guard let value = values[.published], !value.isEmpty else { return nil }
    guard ReportDate.isValid(value) else {
      throw ExtractionError(
        .badDate, at: .field("published"), cause: .found(String(value.prefix(80))))
    }
    return SourcedDate(value: value, origin: "head")
  }

  private static func field(of line: ArraySlice<UInt8>) -> (Field, String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 12,
      let field = Field(
        rawValue: String(decoding: line[..<colon].map(asciiLower), as: UTF8.self))
    else { return nil }
    var value = line[(colon + 1)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    return (field, String(decoding: value, as: UTF8.self))
  }
}
