/// A name that a source gives a place.
public struct PlaceName: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  /// The name as the source writes it.
  public var text: String
  /// Language as an ISO 639 code, empty where the source states none.
  public var language: String

  /// Makes a name.
  public init(_ text: String, language: String = "") {
    self.text = text
    self.language = language
  }

  /// Makes a name of no stated language.
  public init(stringLiteral text: String) { self.init(text) }

  /// Order by text, then language.
  public static func < (a: PlaceName, b: PlaceName) -> Bool {
    (a.text, a.language) < (b.text, b.language)
  }
}
