public import PatchworkRecord
public import PatchworkText

/// Which types of happenings may tell one moment in different words.
public struct TypeFamilies: Sendable {
  /// A type's place among the families.
  public struct Entry: Hashable, Sendable {
    /// Types of one family are compared.
    public let family: String
    /// How it was done, `any` where the type leaves that open.
    public let means: String
  }

  /// How two types stand to each other.
  public enum Agreement: Sendable {
    /// Of different families, or of means that exclude each other.
    case different, opposed
    /// One leaves the means open.
    case compatible
    /// The same means.
    case same
  }

  private let entries: [HappeningType: Entry]

  /// Reads the table `type-families.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("type-families.tsv")
    var entries: [HappeningType: Entry] = [:]
    for row in table.rows {
      guard let type = HappeningType(rawValue: row["type"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "type", value: row["type"])
      }
      entries[type] = Entry(family: row["family"], means: row["means"])
    }
    self.entries = entries
  }

  /// The family and means of a type.
  public func entry(_ type: HappeningType) -> Entry {
    entries[type] ?? Entry(family: type.rawValue, means: "any")
  }

  /// How two types stand to each other; symmetric.
  public func agreement(_ a: HappeningType, _ b: HappeningType) -> Agreement {
    let (x, y) = (entry(a), entry(b))
    if x.family != y.family { return .different }
    if x.means == "any" || y.means == "any" { return a == b ? .same : .compatible }
    return x.means == y.means ? .same : .opposed
  }
}
