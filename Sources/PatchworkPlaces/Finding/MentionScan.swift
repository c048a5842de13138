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
      guard let bearers = bearers(run, gazetteer) else { continue }
      if let mention = accept(run, bearers) { return mention }
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

  /// The places that a run of words names, and which of them bear the name only as an alternate one.
  private struct Bearers {
    var places: [PlaceNumber]
    var alternates: Set<PlaceNumber>

    init(_ postings: Range<Int>, _ gazetteer: Gazetteer) {
      places = gazetteer.places(postings)
      alternates = places.isEmpty ? [] : gazetteer.alternates(postings)
    }
  }

  private func bearers(_ run: Range<Int>, _ gazetteer: Gazetteer) -> Bearers? {
    let exact = gazetteer.postings(NameKeys.hash(words, run, .name))
    if !exact.isEmpty { return Bearers(exact, gazetteer) }
    let short = gazetteer.postings(NameKeys.hash(words, run, .withoutArticle))
    if !short.isEmpty { return Bearers(short, gazetteer) }
    guard let bare = NameKeys.hashWithoutArticles(words, run, .withoutArticle),
      let plain = NameKeys.hashWithoutArticles(words, run, .name)
    else { return nil }
    var found = Bearers(gazetteer.postings(bare.hash), gazetteer)
    // A name without its article only where names carry articles: not "El Paso" for Paso in Cuba.
    let others = Bearers(gazetteer.postings(plain.hash), gazetteer)
    for place in others.places
    where ArticleCountries.has(IndexCountry.text(gazetteer.country(place)))
      && !found.places.contains(place)
    {
      found.places.append(place)
      if others.alternates.contains(place) { found.alternates.insert(place) }
    }
    return found.places.isEmpty ? nil : found
  }

  /// The mention, if nothing speaks against the run being a place.
  private func accept(_ run: Range<Int>, _ bearers: Bearers) -> PlaceMention? {
    var isRecognised = false
    var isNamed = false
    for word in run {
      switch token(word)?.entity ?? .none {
      case .place: isRecognised = true
      case .other: isNamed = true
      default: break
      }
    }
    if isRecognised {
      if isInsideLongerEntity(run) { return nil }
    } else if isNamed || !isLikely(run) {
      return nil
    }
    guard isSpelledAsAbbreviation(run, bearers, isRecognised) else { return nil }
    let division = division(run)
    let whole = division == nil ? run : run.lowerBound..<(run.upperBound + 1)
    return PlaceMention(
      span: Span(words.spans[whole.lowerBound].start, words.spans[whole.upperBound - 1].end),
      words: whole, candidates: division ?? bearers.places,
      alternates: division == nil ? bearers.alternates : [], isRecognised: isRecognised,
      speaks: whole.contains { token($0)?.speaks ?? false })
  }

  /// Whether a run that no recogniser takes for a place may be one by its look and neighbours.
  private func isLikely(_ run: Range<Int>) -> Bool {
    var joined = text(run.lowerBound)
    for word in run.dropFirst() { joined += " " + text(word) }
    if lists.common.contains(joined) { return false }
    var isPerson = false
    for word in run {
      // A recogniser that has never read a name takes it for anything; a longer name keeps it.
      let entity = runOfEntity(word)
      guard run.lowerBound <= entity.lowerBound, entity.upperBound <= run.upperBound else {
        return false
      }
      if token(word)?.entity == .person { isPerson = true }
    }
    if run.count == 1 {
      if isPerson, !followsLocative(run.lowerBound) { return false }
      if let token = token(run.lowerBound), !token.isProper,
        !words.cases[run.lowerBound].contains(.caseless)
      {
        return false
      }
    }
    return !isPartOfLongerName(run)
  }

  /// Whether a recognised name goes on beside the run with other proper words: "Union" in "Soviet Union".
  private func isInsideLongerEntity(_ run: Range<Int>) -> Bool {
    let entity = runOfEntity(run.lowerBound)
    func isOther(_ word: Int) -> Bool {
      let text = text(word)
      return isCapital(word) && text != "the" && lists.kinds[text] == nil && text != "region"
        && !lists.directions.contains(text) && lists.demonyms[text] == nil
        && !NameSkeleton.isArticle(words.bytes[words.range(word)])
    }
    var word = run.upperBound
    while word < entity.upperBound, words.gaps[word].joins {
      if isOther(word) { return true }
      word += 1
    }
    word = run.lowerBound - 1
    while word >= entity.lowerBound, words.gaps[word + 1].joins {
      if isOther(word) { return true }
      word -= 1
    }
    return false
  }

  /// Whether a short run all in capitals is a name so written ("US", "NY"), or a headline in capitals.
  private func isSpelledAsAbbreviation(
    _ run: Range<Int>, _ bearers: Bearers, _ isRecognised: Bool
  ) -> Bool {
    guard run.count == 1, words.range(run.lowerBound).count <= 4 else { return true }
    let word = run.lowerBound
    let written = words.cases[word]
    if written.contains(.caseless) { return words.range(word).count > 2 || isRecognised }
    if !written.contains(.allCapitals) { return isRecognised || words.range(word).count > 3 }
    for other in [word - 1, word + 1] where other >= 0 && other < words.count {
      let isWord = words.range(other).count > 2
      if isWord, words.cases[other].contains(.allCapitals) { return true }
    }
    guard let gazetteer else { return false }
    let wanted = words.bytes[words.range(word)]
    return bearers.places.contains { place in
      guard !bearers.alternates.contains(place) || gazetteer.kind(place).level == .first else {
        return false
      }
      var isFound = false
      gazetteer.forEachName(of: place) { name in
        let letters = name.filter { $0 != UInt8(ascii: ".") }
        if letters.count == wanted.count, letters.elementsEqual(wanted.map { $0 & 0xDF }) {
          isFound = true
        }
      }
      return isFound
    }
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

  /// Whether a word stands behind a preposition that places follow.
  private func followsLocative(_ word: Int) -> Bool {
    word > 0 && words.gaps[word].joins && Self.locatives.contains(text(word - 1))
  }

  private static let locatives: Set<String> = [
    "in", "near", "inside", "outside", "into", "around", "across", "towards", "at",
  ]

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
    for start in run where start > word && name(at: start) != nil { return nil }
    guard run.contains(where: isCapital),
      !run.allSatisfy({ lists.directions.contains(text($0)) || lists.common.contains(text($0)) })
    else { return nil }
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
