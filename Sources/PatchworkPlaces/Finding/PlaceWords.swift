import Foundation
import PatchworkText

/// Word lists of the place finder, read once from the tables that come with the target.
struct PlaceWords: Sendable {
  /// Country of every demonym, by folded word.
  let demonyms: [String: String]
  /// Words that are place names somewhere and something else nearly always; they need a recogniser's word.
  let common: Set<String>
  /// Words that say what kind of place a name means, by folded word.
  let kinds: [String: PlaceKind.Level]
  /// Words of direction, by folded word.
  let directions: Set<String>

  /// The tables of this target; a table that cannot be read leaves its list empty.
  static let standard = PlaceWords(folder: Bundle.module.bundleURL.path + "/Supplement")

  init(folder: String) {
    func rows(_ file: String) -> [LexiconTable.Row] {
      guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8),
        let table = try? LexiconTable(file: file, text: text)
      else { return [] }
      return table.rows
    }
    var demonyms: [String: String] = [:]
    for row in rows("demonyms.tsv") {
      for word in row["words"].split(separator: "|") {
        demonyms[FoldedWords.fold(String(word))] = row["country"]
      }
    }
    self.demonyms = demonyms
    common = Set(rows("common.tsv").map { FoldedWords.fold($0["word"]) })
    var kinds: [String: PlaceKind.Level] = [:]
    var directions: Set<String> = []
    for row in rows("placewords.tsv") {
      let word = FoldedWords.fold(row["word"])
      switch row["means"] {
      case "first": kinds[word] = .first
      case "second": kinds[word] = .second
      case "settlement": kinds[word] = .settlement
      case "part": kinds[word] = .part
      case "direction": directions.insert(word)
      default: break
      }
    }
    self.kinds = kinds
    self.directions = directions
  }
}
