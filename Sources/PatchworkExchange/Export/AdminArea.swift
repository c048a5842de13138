/// A wider place of a place, as a gazetteer knows it.
public struct AdminArea: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What it is ("governorate").
  public var kind: String
  /// Order below the country: 0 the country, 1 to 3 divisions; nil where it is none.
  public var order: Int?
  /// OCHA P-code, where one is known.
  public var pcode: String?
  /// ISO 3166-1 alpha-2 code of its country, empty where none is known.
  public var country: String

  /// Makes a wider place.
  public init(name: String, kind: String, order: Int?, pcode: String?, country: String) {
    self.name = name
    self.kind = kind
    self.order = order
    self.pcode = pcode
    self.country = country
  }
}
