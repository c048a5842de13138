import PatchworkText

/// Reads what the words around a mention say of it: its kind, its wider place, direction and nearness.
struct MentionSetting {
  let lists: PlaceWords
  let words: FoldedWords

  /// Small words that may stand between a place and the one it lies in.
  private static let bridges: Set<String> = [
    "a", "an", "the", "in", "of", "s", "on", "at", "to", "largest", "main", "major", "small",
    "capital", "rebel", "held", "government", "controlled", "besieged", "northern", "southern",
    "eastern", "western", "north", "south", "east", "west", "central", "strategic", "key",
    "town", "city", "village", "suburb", "district", "neighborhood", "neighbourhood", "quarter",
    "area", "enclave", "countryside", "outskirts", "part", "province", "governorate", "region",
    "nearby", "near", "country", "state", "just", "outside", "located", "war", "torn", "which",
    "is",
  ]
  /// Describes every mention in place.
  func describe(_ mentions: inout [PlaceMention]) {
    for index in mentions.indices {
      mentions[index].kindWord = kindWord(mentions[index])
      mentions[index].level = mentions[index].kindWord.flatMap { lists.kinds[text($0)] }
      direct(&mentions[index])
      mentions[index].relation = RelationReader(lists: lists, words: words)
        .relation(before: mentions[index].words.lowerBound)
    }
    for index in mentions.indices.dropLast() where mentions[index].sort == .name {
      let next = index + 1
      guard mentions[next].sort == .name,
        contains(mentions[index].words.upperBound, mentions[next].words.lowerBound)
      else { continue }
      mentions[index].container = next
      mentions[index].isListed =
        mentions[index].words.upperBound == mentions[next].words.lowerBound
        && index + 2 < mentions.count
        && isNext(mentions[index + 2].words.lowerBound, mentions[next].words.upperBound)
      mentions[index].isNearContainer =
        (mentions[index].words
        .upperBound..<max(
          mentions[index].words.upperBound, mentions[next].words.lowerBound)).contains {
          text($0) == "near"
        }
    }
  }

  private func text(_ word: Int) -> String {
    word >= 0 && word < words.count
      ? String(decoding: words.bytes[words.range(word)], as: UTF8.self) : ""
  }

  /// The word of kind in "Idlib province", "the Bustan al-Qasr neighborhood", "the city of Aleppo".
  private func kindWord(_ mention: PlaceMention) -> Int? {
    let after = mention.words.upperBound
    if after < words.count, words.gaps[after].joins, lists.kinds[text(after)] != nil {
      return after
    }
    var before = mention.words.lowerBound - 1
    guard before >= 0, words.gaps[before + 1].joins else { return nil }
    if text(before) == "of", before > 0, words.gaps[before].joins { before -= 1 }
    return lists.kinds[text(before)] == nil ? nil : before
  }

  /// "east Aleppo", "northern Syria"; "the north of Aleppo" too.
  private func direct(_ mention: inout PlaceMention) {
    let first = mention.words.lowerBound
    if lists.directions.contains(text(first)), mention.words.count > 1 {
      mention.direction = text(first)
      mention.isDirectionInName = true
      return
    }
    let before = first - 1
    guard before >= 0, words.gaps[first].joins, lists.directions.contains(text(before)) else {
      return
    }
    mention.direction = text(before)
    mention.isDirectionCapital =
      words.cases[before].contains(.initial) && before > 0 && words.gaps[before].joins
    mention.words = before..<mention.words.upperBound
    mention.span = Span(words.spans[before].start, mention.span.end)
  }

  /// Whether a name at a word goes on the list whose last name ended before another: "Y and Z", "Y, Z".
  private func isNext(_ word: Int, _ end: Int) -> Bool {
    if word == end { return words.gaps[word] == .comma }
    return word == end + 1 && (text(end) == "and" || text(end) == "or") && words.gaps[word].joins
  }

  /// Whether what stands between two mentions says that the first lies in the second.
  private func contains(_ from: Int, _ to: Int) -> Bool {
    guard from <= to, to - from <= 7, to > 0 else { return false }
    // "X, Y": nothing between but a comma.
    if from == to { return words.gaps[to] == .comma }
    var link = false
    for word in from..<to {
      if words.gaps[word] == .stop { return false }
      let text = text(word)
      guard Self.bridges.contains(text) else { return false }
      if text == "in" || text == "of" || text == "s" || text == "near" { link = true }
    }
    if words.gaps[to] == .stop { return false }
    return link
  }

}
