import PatchworkText

/// Tells mentions that name a border: "the Lebanon border", "its border with Iraq", "the Turkish-Syrian border".
struct BorderSetting {
  let gazetteer: Gazetteer?
  let words: FoldedWords

  private static let borders: Set<String> = ["border", "borders", "frontier"]
  /// Words between "border" and the country beyond it.
  private static let links: Set<String> = ["with", "of"]
  /// Words that may stand between the two countries of one border.
  private static let between: Set<String> = ["s", "and", "border", "borders", "frontier", "with"]

  /// Makes borders of names beside the word, and gives each the country that is named on its other side.
  func describe(_ mentions: inout [PlaceMention]) {
    guard let gazetteer else { return }
    for index in mentions.indices where mentions[index].sort == .name {
      let countries = mentions[index].candidates.filter { gazetteer.kind($0).level == .country }
      guard !countries.isEmpty, let run = border(mentions[index].words) else { continue }
      mentions[index].candidates = countries
      mentions[index].sort = .border
      mentions[index].direction = nil
      mentions[index].words = run
      mentions[index].span = Span(
        words.spans[run.lowerBound].start, words.spans[run.upperBound - 1].end)
    }
    for index in mentions.indices where mentions[index].sort == .border {
      for other in [index - 1, index + 1] where mentions.indices.contains(other) {
        guard isPaired(mentions[min(index, other)].words, mentions[max(index, other)].words),
          let country = mentions[other].candidates.first(where: {
            gazetteer.kind($0).level == .country
              && !mentions[index].candidates.contains($0)
          })
        else { continue }
        mentions[index].beyond = country
        break
      }
    }
  }

  /// The words of the border that a country's name belongs to, nil where it belongs to none.
  private func border(_ name: Range<Int>) -> Range<Int>? {
    var after = name.upperBound
    if text(after) == "s" { after += 1 }
    // "Syria's border with Turkey" is told by Turkey.
    if Self.borders.contains(text(after)), words.gaps[after].joins,
      !Self.links.contains(text(after + 1))
    {
      return name.lowerBound..<after + 1
    }
    var before = name.lowerBound - 1
    if text(before) == "the" { before -= 1 }
    if Self.links.contains(text(before)), Self.borders.contains(text(before - 1)),
      words.gaps[before].joins
    {
      return before - 1..<name.upperBound
    }
    // "the border between Syria and Turkey".
    if text(before) == "and" {
      for start in max(0, before - 5)..<max(0, before) where text(start) == "between" {
        if Self.borders.contains(text(start - 1)) { return start - 1..<name.upperBound }
      }
    }
    return nil
  }

  /// Whether two names stand so that they are the two sides of one border.
  private func isPaired(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.upperBound <= second.lowerBound else {
      return first.overlaps(second)
    }
    let between = first.upperBound..<second.lowerBound
    if between.isEmpty { return words.gaps[second.lowerBound] == .hyphen }
    return between.count <= 3 && between.allSatisfy { Self.between.contains(text($0)) }
      && (between.upperBound >= words.count || words.gaps[between.upperBound] != .stop)
  }

  private func text(_ word: Int) -> String {
    word >= 0 && word < words.count
      ? String(decoding: words.bytes[words.range(word)], as: UTF8.self) : ""
  }
}
