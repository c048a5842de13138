import PatchworkText

extension MentionScan {
  /// The mention, if nothing speaks against the run being a place.
  func accept(_ run: Range<Int>, _ bearers: Bearers) -> PlaceMention? {
    if namesAilment(run) { return nil }
    var isRecognised = false
    var isNamed = false
    var fit = PlaceToken.Fit.unknown
    for word in run {
      fit = max(fit, token(word)?.fit ?? .unknown)
      switch token(word)?.entity ?? .none {
      case .place: isRecognised = true
      case .other: isNamed = true
      default: break
      }
    }
    if isRecognised {
      if isInsideLongerEntity(run) { return nil }
    } else if isNamed && fit == .unknown || !isLikely(run) {
      return nil
    }
    guard isSpelledAsAbbreviation(run, bearers, isRecognised) else { return nil }
    var bearers = bearers
    if isRecognised, run.allSatisfy({ lists.directions.contains(text($0)) }) { return nil }
    if isRecognised, isCommon(run) {
      // "Mobile" and "Nice" may be meant, and the county of Kent; a village called Truth is not.
      bearers.places.removeAll { place in
        bearers.alternates.contains(place) || !isKnown(place)
      }
    }
    let division = division(run)
    let whole = division == nil ? run : run.lowerBound..<(run.upperBound + 1)
    return PlaceMention(
      span: Span(words.spans[whole.lowerBound].start, words.spans[whole.upperBound - 1].end),
      words: whole, candidates: division ?? bearers.places,
      alternates: division == nil ? bearers.alternates : [], isRecognised: isRecognised,
      isDoubted: isDoubted(run) && fit != .sure, fit: fit,
      speaks: whole.contains { token($0)?.speaks ?? false })
  }

  /// Whether a place is known widely enough to be meant by a common word: a city, or a county of our own table.
  private func isKnown(_ place: PlaceNumber) -> Bool {
    guard let gazetteer else { return false }
    return gazetteer.population(place) >= PlaceResolution.knownTown * 3
      || gazetteer.kind(place) == .county && gazetteer.isSupplemented(place)
  }

  /// Whether a run that no recogniser takes for a place may be one by its look and neighbours.
  func isLikely(_ run: Range<Int>) -> Bool {
    if isCommon(run) { return false }
    for word in run {
      // A recogniser that has never read a name takes it for anything; a longer name keeps it.
      let entity = runOfEntity(word)
      guard run.lowerBound <= entity.lowerBound, entity.upperBound <= run.upperBound else {
        return false
      }
    }
    if run.count == 1 {
      // What a recogniser takes for a person is a name, whatever the tagger says.
      if let token = token(run.lowerBound), !token.isProper, token.entity != .person,
        !words.cases[run.lowerBound].contains(.caseless)
      {
        return false
      }
    }
    return !isPartOfLongerName(run)
  }

  /// Whether a run nearly always means something else than a place.
  private func isCommon(_ run: Range<Int>) -> Bool {
    var joined = text(run.lowerBound)
    for word in run.dropFirst() { joined += " " + text(word) }
    return lists.common.contains(joined)
  }

  /// Whether a recogniser takes a single word for a person, and no preposition of place stands before it.
  private func isDoubted(_ run: Range<Int>) -> Bool {
    run.count == 1 && token(run.lowerBound)?.entity == .person && !followsLocative(run.lowerBound)
      && !precedesArea(run.upperBound)
  }

  /// Whether a word says that the name before it is of a place: "the Houla region", "the Houla massacre".
  private func precedesArea(_ word: Int) -> Bool {
    word < words.count && words.gaps[word].joins && Self.areas.contains(text(word))
  }

  private static let areas: Set<String> = [
    "region", "area", "valley", "plain", "village", "town", "district", "province", "governorate",
    "massacre",
  ]

  /// Whether a recognised name goes on beside the run with other proper words: "Union" in "Soviet Union".
  func isInsideLongerEntity(_ run: Range<Int>) -> Bool {
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
  func isSpelledAsAbbreviation(
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

  /// Whether a word stands behind a preposition that places follow.
  func followsLocative(_ word: Int) -> Bool {
    word > 0 && words.gaps[word].joins && Self.locatives.contains(text(word - 1))
  }

  private static let locatives: Set<String> = [
    "in", "near", "inside", "outside", "into", "around", "across", "towards", "at", "on",
  ]

  /// Whether capitals go on before or after the run with nothing between, so that it only opens or ends a name.
  func isPartOfLongerName(_ run: Range<Int>) -> Bool {
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
}
