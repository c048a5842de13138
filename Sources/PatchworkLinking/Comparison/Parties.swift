public import PatchworkText

/// Which party a speaker or an actor belongs to.
public struct Parties: Sendable {
  /// A party.
  public struct Party: Hashable, Sendable, Comparable {
    /// Its name.
    public let name: String
    /// What it is ("state", "armed group", "body", "rescue", "monitor", "unnamed"), empty for one that no table knows.
    public let kind: String

    /// Order by name.
    public static func < (a: Party, b: Party) -> Bool { a.name < b.name }
  }

  private let rows: [(words: [UInt64], party: Party)]
  /// The kind of fighters whose group is not said.
  private static let unnamed = "unnamed"

  /// Reads the table `parties.tsv` that ships with the target.
  public init() throws(LexiconError) {
    rows = try LexiconFolder.table("parties.tsv").rows
      .map { (Self.words($0["words"]), Party(name: $0["party"], kind: $0["kind"])) }
      .sorted { $0.words.count > $1.words.count }
  }

  /// The party that a name or description names, or nil; "either Russian or Syrian warplanes" names none alone.
  public func party(of description: String) -> Party? {
    let named = parties(in: description)
    return named.count == 1 ? named.first : nil
  }

  /// What the party of a name is, nil for a name that no row has.
  public func kind(ofParty name: String) -> String? {
    rows.first { $0.party.name == name }?.party.kind
  }

  /// Words without the sign of the possessive, straight or curved: "Syria's military" is "syria military".
  private static func words(_ text: String) -> [UInt64] {
    let straight = text.utf8.contains(UInt8(ascii: "'")) ? text.replacing("'s", with: "’s") : text
    return ReportWords(straight).hashes.filter { $0 != possessive }
  }

  private static let possessive = ReportWords("s").hashes[0]

  /// Every party that a description names, in its order; longer names go before the words within them.
  public func parties(in description: String) -> [Party] {
    let words = Self.words(description)
    var taken = [Bool](repeating: false, count: words.count)
    var found: [(at: Int, party: Party)] = []
    for row in rows where row.words.count <= words.count {
      for at in 0...(words.count - row.words.count)
      where !taken[at] && words[at..<at + row.words.count].elementsEqual(row.words) {
        for word in at..<at + row.words.count { taken[word] = true }
        if !found.contains(where: { $0.party == row.party }) { found.append((at, row.party)) }
      }
    }
    let named = found.filter { $0.party.kind != Self.unnamed }
    return (named.isEmpty ? found : named).sorted { $0.at < $1.at }.map(\.party)
  }
}
