public import PatchworkText

/// Which kinds of places are looked at as areas, and from which no distance is taken.
public struct AreaKinds: Sendable {
  /// The kinds that are areas, as the gazetteer names them.
  public let kinds: [String]
  /// The kinds whose point is only the middle of a region.
  public let regions: [String]

  /// Reads the table `area-kinds.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let rows = try LexiconFolder.table("area-kinds.tsv").rows
    kinds = rows.filter { $0["area"] == "yes" }.map { $0["kind"] }
    regions = rows.filter { $0["point"] == "no" }.map { $0["kind"] }
  }
}
