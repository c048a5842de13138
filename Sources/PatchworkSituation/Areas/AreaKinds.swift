public import PatchworkText

/// Which kinds of places are looked at as areas.
public struct AreaKinds: Sendable {
  /// The kinds, as the gazetteer names them.
  public let kinds: [String]

  /// Reads the table `area-kinds.tsv` that ships with the target.
  public init() throws(LexiconError) {
    kinds = try LexiconFolder.table("area-kinds.tsv").rows.map { $0["kind"] }
  }
}
