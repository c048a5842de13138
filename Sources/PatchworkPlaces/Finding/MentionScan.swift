import PatchworkText

/// Finds the runs of words of a report that name places.
struct MentionScan {
  let gazetteer: Gazetteer?
  let lists: PlaceWords
  let words: FoldedWords
  let tokens: [PlaceToken]
  /// Token of every word.
  private let tokenOf: [Int32]

  private static let longestRun = 6

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

  private func token(_ word: Int) -> PlaceToken? {
    tokenOf[word] < 0 ? nil : tokens[Int(tokenOf[word])]
  }

  private func text(_ word: Int) -> String {
    String(decoding: words.bytes[words.range(word)], as: UTF8.self)
  }

  private func isCapital(_ word: Int) -> Bool {
    !words.cases[word].isDisjoint(with: [.initial, .caseless])
  }

  // MARK: Demonyms

  private func demonym(at word: Int) -> PlaceMention? {
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
    if end < words.count, words.gaps[end].joins, text(end).hasPrefix("border") {
      sort = .border
      end += 1
    }
    return PlaceMention(
      span: Span(words.spans[word].start, words.spans[end - 1].end), words: word..<end,
      candidates: gazetteer?.country(code: country).map { [$0] } ?? [], sort: sort,
      isRecognised: true, speaks: false)
  }

  // MARK: Names of the gazetteer

  private func name(at word: Int) -> PlaceMention? {
    guard let gazetteer else { return nil }
    let bytes = words.bytes[words.range(word)]
    var counts: UInt32
    let isSmall = !isCapital(word)
    if isSmall {
      // "al-Bab", "east Aleppo": a small word may begin a name when a capital follows.
      guard word + 1 < words.count, words.gaps[word + 1].joins, isCapital(word + 1) else {
        return nil
      }
      let isArticle = NameSkeleton.isArticle(bytes) && words.gaps[word + 1] == .hyphen
      guard isArticle || lists.directions.contains(text(word)) else { return nil }
    }
    counts = gazetteer.wordCounts(startingWith: bytes)
    if NameSkeleton.isArticle(bytes), word + 1 < words.count, words.gaps[word + 1].joins {
      counts |= gazetteer.wordCounts(startingWith: words.bytes[words.range(word + 1)]) << 1
    }
    guard counts != 0 else { return nil }
    var end = word + 1
    var articles = 0
    while end < words.count, end - word < Self.longestRun, words.gaps[end].joins { end += 1 }
    for stop in stride(from: end, to: word, by: -1) {
      guard isCapital(stop - 1) else { continue }
      let run = word..<stop
      articles = run.count { NameSkeleton.isArticle(words.bytes[words.range($0)]) }
      let possible = (0...articles).contains { counts >> UInt32(run.count - $0) & 1 == 1 }
      guard possible, isNameLike(run) else { continue }
      let candidates = candidates(run, gazetteer)
      guard !candidates.isEmpty else { continue }
      if let mention = accept(run, candidates) { return mention }
    }
    return nil
  }

  /// Whether all words of a run but connecting ones start with capitals.
  private func isNameLike(_ run: Range<Int>) -> Bool {
    for word in run.dropFirst() where !isCapital(word) && words.range(word).count > 4 {
      return false
    }
    return true
  }

  private func candidates(_ run: Range<Int>, _ gazetteer: Gazetteer) -> [PlaceNumber] {
    let exact = gazetteer.places(gazetteer.postings(NameKeys.hash(words, run, .name)))
    if !exact.isEmpty { return exact }
    let short = gazetteer.places(gazetteer.postings(NameKeys.hash(words, run, .withoutArticle)))
    if !short.isEmpty { return short }
    guard let bare = NameKeys.hashWithoutArticles(words, run, .withoutArticle),
      let plain = NameKeys.hashWithoutArticles(words, run, .name)
    else { return [] }
    let found = gazetteer.places(gazetteer.postings(bare.hash))
    // A name without its article only where names carry articles: not "El Paso" for Paso in Cuba.
    return found
      + gazetteer.places(gazetteer.postings(plain.hash)).filter {
        ArticleCountries.has(IndexCountry.text(gazetteer.country($0))) && !found.contains($0)
      }
  }

  /// The mention, if nothing speaks against the run being a place.
  private func accept(_ run: Range<Int>, _ candidates: [PlaceNumber]) -> PlaceMention? {
    let entities = Set(run.compactMap { token($0)?.entity })
    let isRecognised = entities.contains(.place)
    if run.count == 1, words.range(run.lowerBound).count <= 3,
      words.cases[run.lowerBound].isDisjoint(with: [.allCapitals, .caseless]), !isRecognised
    {
      return nil
    }
    if !isRecognised {
      if entities.contains(.other) || entities.contains(.demonym) { return nil }
      if entities.contains(.person) { return nil }
      if entities.contains(.organisation), runOfEntity(run.lowerBound).count > run.count {
        return nil
      }
      if run.count == 1 {
        if lists.common.contains(text(run.lowerBound)) { return nil }
        if let token = token(run.lowerBound), !token.isProper,
          !words.cases[run.lowerBound].contains(.caseless)
        {
          return nil
        }
      }
      if isPartOfLongerName(run) { return nil }
    }
    let division = division(run)
    let whole = division == nil ? run : run.lowerBound..<(run.upperBound + 1)
    return PlaceMention(
      span: Span(words.spans[whole.lowerBound].start, words.spans[whole.upperBound - 1].end),
      words: whole, candidates: division ?? candidates, isRecognised: isRecognised,
      speaks: whole.contains { token($0)?.speaks ?? false })
  }

  /// The divisions that a name means with the word after it: "Idlib province", "Kherson region".
  private func division(_ run: Range<Int>) -> [PlaceNumber]? {
    let after = run.upperBound
    guard let gazetteer, after < words.count, words.gaps[after].joins,
      lists.kinds[text(after)] == .first || text(after) == "region"
    else { return nil }
    var found: [PlaceNumber] = []
    for word in ["governorate", "province", "oblast", "state", "region"] {
      let hash = NameKeys.hash(words, run, .name, adding: word)
      for number in gazetteer.places(gazetteer.postings(hash)) where !found.contains(number) {
        if gazetteer.kind(number).level == .first { found.append(number) }
      }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether capitals go on before or after the run with nothing between, so that it only opens or ends a name.
  private func isPartOfLongerName(_ run: Range<Int>) -> Bool {
    let after = run.upperBound
    if after < words.count, words.gaps[after] == .space, words.cases[after].contains(.initial),
      token(after)?.isProper ?? true, lists.kinds[text(after)] == nil
    {
      return true
    }
    let before = run.lowerBound - 1
    if before >= 0, words.gaps[run.lowerBound] == .space, words.cases[before].contains(.initial),
      token(before)?.startsSentence == false, token(before)?.isProper ?? false,
      lists.demonyms[text(before)] == nil, !lists.directions.contains(text(before)),
      lists.kinds[text(before)] == nil
    {
      return true
    }
    return false
  }

  // MARK: Names that only the recogniser knows

  private func recognised(at word: Int) -> PlaceMention? {
    guard let token = token(word), token.entity == .place,
      token.startsEntity || word == 0
        || self.token(word - 1)?.entity != .place
    else { return nil }
    var run = runOfEntity(word)
    while run.count > 1, ["the", "a", "city", "town"].contains(text(run.lowerBound)) {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    // A known name inside is found by itself when the scan comes to it.
    for start in run where start > run.lowerBound && name(at: start) != nil { return nil }
    guard run.contains(where: isCapital) else { return nil }
    return PlaceMention(
      span: Span(words.spans[run.lowerBound].start, words.spans[run.upperBound - 1].end),
      words: run,
      candidates: [], isRecognised: true, speaks: run.contains { self.token($0)?.speaks ?? false })
  }

  /// The words of the entity that a word belongs to.
  private func runOfEntity(_ word: Int) -> Range<Int> {
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
    return start..<end
  }
}
