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
  /// Family and means as numbers, 0 for means that are left open.
  private let codes: [HappeningType: (family: Int, means: Int)]

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
    var codes: [HappeningType: (family: Int, means: Int)] = [:]
    var numbers = ["any": 0]
    func number(_ word: String) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
    for type in HappeningType.allCases {
      let entry = entries[type] ?? Entry(family: type.rawValue, means: "any")
      codes[type] = (number("family " + entry.family), number(entry.means))
    }
    self.codes = codes
  }

  /// The family and means of a type.
  public func entry(_ type: HappeningType) -> Entry {
    entries[type] ?? Entry(family: type.rawValue, means: "any")
  }

  /// How two types stand to each other; symmetric.
  public func agreement(_ a: HappeningType, _ b: HappeningType) -> Agreement {
    guard let x = codes[a], let y = codes[b], x.family == y.family else { return .different }
    if x.means == 0 || y.means == 0 { return a == b ? .same : .compatible }
    return x.means == y.means ? .same : .opposed
  }
}
