import PatchworkText

/// Finds the runs of words of a report that name places.
struct MentionScan {
  let gazetteer: Gazetteer?
  let lists: PlaceWords
  let words: FoldedWords
  let tokens: [PlaceToken]
  /// Token of every word.
  private let tokenOf: [Int32]

  static let longestRun = 6

  init(gazetteer: Gazetteer?, lists: PlaceWords, words: FoldedWords, tokens: [PlaceToken]) {
    self.gazetteer = gazetteer
    self.lists = lists
    self.words = words
    self.tokens = tokens
    var tokenOf = [Int32](repeating: -1, count: words.count)
    var token = 0
    for word in 0..<words.count {
      while token < tokens.count, tokens[token].span.end <= words.spans[word].start { token += 1 }
      if token < tokens.count, tokens[token].span.start < words.spans[word].end {
        tokenOf[word] = Int32(token)
      }
    }
    self.tokenOf = tokenOf
  }

  /// The mentions in order, without overlaps.
  func mentions() -> [PlaceMention] {
    var out: [PlaceMention] = []
    var word = 0
    while word < words.count {
      let named = name(at: word)
      // "Russian Federation" is a country, "Russian planes" are not.
      let mention =
        (named?.words.count ?? 0) > 1 ? named : demonym(at: word) ?? named ?? recognised(at: word)
      if let mention {
        out.append(mention)
        word = mention.words.upperBound
      } else {
        word += 1
      }
    }
    return out
  }

  func token(_ word: Int) -> PlaceToken? {
    tokenOf[word] < 0 ? nil : tokens[Int(tokenOf[word])]
  }

  func text(_ word: Int) -> String {
    String(decoding: words.bytes[words.range(word)], as: UTF8.self)
  }

  func isCapital(_ word: Int) -> Bool {
    !words.cases[word].isDisjoint(with: [.initial, .caseless])
  }

  func demonym(at word: Int) -> PlaceMention? {
    guard words.cases[word].contains(.initial), words.range(word).count >= 3 else { return nil }
    var end = word + 1
    var country = lists.demonyms[text(word)]
    if end < words.count, words.gaps[end] == .space, words.cases[end].contains(.initial),
      let longer = lists.demonyms[text(word) + " " + text(end)]
    {
      country = longer
      end += 1
    }
    guard let country else { return nil }
    let entity = token(word)?.entity ?? .none
    if entity == .organisation || entity == .person, runOfEntity(word).count > end - word {
      return nil
    }
    var sort = PlaceMention.Sort.demonym
    // "the Syrian border with Turkey" is told by Turkey.
    if end < words.count, words.gaps[end].joins, text(end).hasPrefix("border"),
      end + 1 >= words.count || text(end + 1) != "with"
    {
      sort = .border
      end += 1
    }
    return PlaceMention(
      span: Span(words.spans[word].start, words.spans[end - 1].end), words: word..<end,
      candidates: gazetteer?.country(code: country).map { [$0] } ?? [], sort: sort,
      isRecognised: true, speaks: false)
  }

  func recognised(at word: Int) -> PlaceMention? {
    guard let token = token(word), token.entity == .place,
      token.startsEntity || word == 0
        || self.token(word - 1)?.entity != .place
    else { return nil }
    var run = runOfEntity(word)
    while run.count > 1, ["the", "a", "city", "town"].contains(text(run.lowerBound)) {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    // A known name inside is found by itself when the scan comes to it.
    for start in run where start > word && name(at: start) != nil { return nil }
    guard run.contains(where: isCapital), !namesAilment(run),
      !run.allSatisfy({ lists.directions.contains(text($0)) || lists.common.contains(text($0)) })
    else { return nil }
    return PlaceMention(
      span: Span(words.spans[run.lowerBound].start, words.spans[run.upperBound - 1].end),
      words: run,
      candidates: [], isRecognised: true, speaks: run.contains { self.token($0)?.speaks ?? false })
  }

  /// Whether a name only names an illness: "the Marburg virus".
  func namesAilment(_ run: Range<Int>) -> Bool {
    run.upperBound < words.count && words.gaps[run.upperBound].joins
      && lists.ailments.contains(text(run.upperBound))
  }

  /// The words of the entity that a word belongs to.
  func runOfEntity(_ word: Int) -> Range<Int> {
    guard let token = token(word), token.entity != .none else { return word..<(word + 1) }
    var start = word
    while start > 0, let here = self.token(start), !here.startsEntity,
      let before = self.token(start - 1), before.entity == token.entity
    {
      start -= 1
    }
    var end = word + 1
    while end < words.count, let next = self.token(end), next.entity == token.entity,
      !next.startsEntity || tokenOf[end] == tokenOf[end - 1]
    {
      end += 1
    }
    if token.entity == .organisation || token.entity == .person,
      let part = partOfPair(start..<end, word)
    {
      return part
    }
    return start..<end
  }

  /// The side of "Zaranj and Herat" that a word stands on, which a recogniser may take for one name; nil of longer names.
  private func partOfPair(_ entity: Range<Int>, _ word: Int) -> Range<Int>? {
    guard let and = entity.first(where: { text($0) == "and" }), and != word else { return nil }
    let (left, right) = (entity.lowerBound..<and, and + 1..<entity.upperBound)
    guard (1...2).contains(left.count), (1...2).contains(right.count) else { return nil }
    return word < and ? left : right
  }
}
