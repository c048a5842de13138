import PatchworkText

/// Which descriptions of a person are of a public office.
public struct PublicOffices: Sendable {
  private enum Class: String { case office, head, institution, household, speech }
  private let words: [String: Class]

  init(_ table: LexiconTable) {
    var words: [String: Class] = [:]
    for row in table.rows {
      guard let kind = Class(rawValue: row["class"]) else { continue }
      for word in row["words"].split(separator: " ") { words[String(word)] = kind }
    }
    self.words = words
  }

  /// Whether a folded word alone names an office ("minister").
  func isTitle(_ word: String) -> Bool { words[word] == .office }

  /// Whether a description is of a public office: "Russia's deputy foreign minister", not "the minister's driver".
  ///
  /// The word that the description turns on is its last before "of", "for", "at", "in", "to" or "who"; words such as
  /// "head" count beside an institution only.
  public func isOffice(_ description: String) -> Bool {
    let folded = FoldedWords(folding: description)
    let all = (0..<folded.count).map {
      String(decoding: folded.bytes[folded.range($0)], as: UTF8.self)
    }
    if all.contains(where: { words[$0] == .household || words[$0] == .speech }) { return false }
    let end = all.firstIndex { Self.links.contains($0) } ?? all.count
    guard end > 0 else { return false }
    switch words[all[end - 1]] {
    case .office: return true
    case .head: return all.contains { words[$0] == .institution }
    default: return false
    }
  }

  private static let links: Set<String> = [
    "of", "for", "at", "in", "to", "who", "with", "from", "on",
  ]
}
