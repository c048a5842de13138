import PatchworkText

extension MentionScan {
  func name(at word: Int) -> PlaceMention? {
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
  func isNameLike(_ run: Range<Int>) -> Bool {
    for word in run.dropFirst() where !isCapital(word) && words.range(word).count > 4 {
      return false
    }
    return true
  }

  /// The places that a run of words names, and which of them bear the name only as an alternate one.
  struct Bearers {
    var places: [PlaceNumber]
    var alternates: Set<PlaceNumber>

    init(_ postings: Range<Int>, _ gazetteer: Gazetteer) {
      places = gazetteer.places(postings)
      alternates = places.isEmpty ? [] : gazetteer.alternates(postings)
    }
  }

  func bearers(_ run: Range<Int>, _ gazetteer: Gazetteer) -> Bearers? {
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

  /// The divisions that a name means with the word after it: "Idlib province", "Kherson region".
  func division(_ run: Range<Int>) -> [PlaceNumber]? {
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
}
