import PatchworkRecord
import PatchworkText

/// Divisions that the gazetteer does not know, told by way of the town whose name they bear.
extension PlaceResolution {
  /// Tells "Azaz district", where only the town of Azaz is known, as the ground about the town; false where no division is said.
  func tellDivision(
    _ place: inout Place, _ mention: PlaceMention, _ found: GazetteerPlace, _ weights: Weights,
    _ text: String, _ gazetteer: Gazetteer
  ) -> Bool {
    guard mention.sort == .name, found.kind.level == .settlement, let word = mention.kindWord,
      let level = mention.level, let reach = lists.reaches[self.word(word)],
      !isQuarter(mention, weights, gazetteer)
    else { return false }
    let kind = PlaceKind(word: self.word(word)) ?? (level == .first ? .province : .district)
    let first = words.spans[min(word, mention.words.lowerBound)].start
    let last = words.spans[max(word, mention.words.upperBound - 1)].end
    place.name = Quote(Span(first, last), in: text).text
    place.kind = kind.word
    place.pcode = nil
    place.precision = kind.precision
    place.use = mention.speaks ? .metonym : .relative
    place.rule += "; \(kind.word) of its name"
    if let relation = mention.relation { place.rule += "; \(relation.words)" }
    if let direction = mention.direction { place.rule += "; \(direction) part" }
    let beside = mention.relation.map { $0.kilometres ?? $0.reach } ?? 0
    place.radius = Self.rounded(reach + beside)
    return true
  }

  /// Whether a district is a part of a town: told to lie in one ("the Sayyida Zaynab district of Damascus"), or known to.
  private func isQuarter(
    _ mention: PlaceMention, _ weights: Weights, _ gazetteer: Gazetteer
  ) -> Bool {
    guard mention.level == .second else { return false }
    return [weights.container, gazetteer.parent(of: weights.number)].contains { outer in
      outer.map { gazetteer.kind($0).level == .settlement } ?? false
    }
  }
}
