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
  /// How far a division of the kind that a word says reaches where nothing else tells, by folded word, in km.
  let reaches: [String: Double]
  /// Words of direction, by folded word.
  let directions: Set<String>
  /// Directions with a side, in degrees clockwise from north.
  let bearings: [String: Double]
  /// Words before a name that put something by it, with how far off it may be, in km.
  let near: [String: Double]
  /// The same with "of" or "from" between ("outskirts of").
  let nearOf: [String: Double]
  /// Units of length, in km.
  let units: [String: Double]
  /// Small numbers.
  let numbers: [String: Double]
  /// Words before "between" where it means a place between two others.
  let betweenWords: Set<String>
  /// Words of illnesses, which take a place's name and then are not there.
  let ailments: Set<String>

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
    var values: [String: [String: Double]] = [:]
    var betweenWords: Set<String> = []
    var ailments: Set<String> = []
    for row in rows("placewords.tsv") {
      let word = FoldedWords.fold(row["word"])
      switch row["means"] {
      case "first": kinds[word] = .first
      case "second": kinds[word] = .second
      case "settlement": kinds[word] = .settlement
      case "part": kinds[word] = .part
      case "direction": directions.insert(word)
      case "between": betweenWords.insert(word)
      case "ailment": ailments.insert(word)
      default: break
      }
      values[row["means"], default: [:]][word] = Double(row["value"])
    }
    self.kinds = kinds
    self.directions = directions
    reaches = (values["first"] ?? [:]).merging(values["second"] ?? [:]) { first, _ in first }
    bearings = values["direction"] ?? [:]
    near = values["near"] ?? [:]
    nearOf = values["nearof"] ?? [:]
    units = values["unit"] ?? [:]
    numbers = values["number"] ?? [:]
    self.betweenWords = betweenWords
    self.ailments = ailments
  }
}
