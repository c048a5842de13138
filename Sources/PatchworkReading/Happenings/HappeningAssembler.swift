import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Turns mentions of happenings into happenings with their times, places and counts.
struct HappeningAssembler: Sendable {
  let lexicons: HappeningLexicons

  /// One happening a mention, in the same order.
  func assemble(
    _ mentions: [HappeningMention], in lexical: LexicalTree, counts: [CountMention],
    times: [TimeMention], places: [Place], published: String? = nil
  ) -> [ToldHappening] {
    let tree = lexical.tree
    let located = locate(places, in: tree)
    let tolls = HappeningTolls(
      lexical: lexical, people: lexicons.people, places: lexicons.placeLike, counts: counts)
    let timer = HappeningTimes(
      lexical: lexical, times: times, heads: Set(mentions.flatMap(\.anchors)),
      published: published)
    let placer = HappeningPlaces(
      lexical: lexical, places: located, placeLike: lexicons.placeLike,
      sites: lexicons.sites,
      namedAfterPlaces: lexicons.namedAfterPlaces, scenes: lexicons.scenes)
    var told: [ToldHappening] = []
    for mention in mentions {
      var happening = Happening(
        type: mention.type, trigger: quote(mention.trigger, tree), modality: mention.modality)
      happening.actor = mention.actor.map { participant($0, tree) }
      happening.target = mention.target.map { participant($0, tree) }
      happening.weapon = weapon(of: mention).map { quote($0, tree) }
      happening.time = timer.time(of: mention)
      happening.place = placer.place(of: mention)
      (happening.killed, happening.injured, happening.affected) = tolls.tolls(of: mention)
      if let earlier = mention.takesUp {
        takeUp(
          told[earlier].happening, of: mentions[earlier], into: &happening, of: mention, placer)
      } else if happening.place == nil, isLocal(mention.type) {
        happening.place =
          placer.dwelling(of: mention) ?? placer.only(inSentenceOf: mention)
          ?? carriedPlace(mention, happening, mentions, told, placer)
      }
      if happening.time == nil, mention.takesUp == nil {
        happening.time = carriedTime(mention, happening, mentions, told, tree)
      }
      if happening.time == nil { happening.time = timer.saidTime(of: mention) }
      let isScene = isScene(mention, of: happening, tree)
      if isScene { happening.actor = nil }
      told.append(
        ToldHappening(
          head: mention.head, clause: mention.clause, actorHead: isScene ? nil : mention.actorHead,
          targetHead: mention.targetHead, happening: happening))
    }
    return told
  }

  /// Whether what looks like who did it is the town that the deed is called after ("the Idlib bombing").
  private func isScene(
    _ mention: HappeningMention, of happening: Happening, _ tree: ParseTree
  ) -> Bool {
    guard let actor = mention.actorHead, let quote = happening.actor?.quote,
      let place = happening.place, place.kind != "country", place.use == .literal,
      [.compound, .nmod, .amod].contains(tree[actor].dep)
    else { return false }
    return place.quote.span.start <= quote.span.start && quote.span.end <= place.quote.span.end
  }

  /// The phrase of the weapon, unless it is the happening's own phrase or the actor's once more.
  private func weapon(of mention: HappeningMention) -> Range<Int>? {
    mention.weapon.flatMap { range in
      range.contains(mention.head) || mention.actor.map(range.overlaps) == true ? nil : range
    }
  }

  /// What "the attack" leaves unsaid was said when the attack was first told.
  private func takeUp(
    _ earlier: Happening, of before: HappeningMention, into happening: inout Happening,
    of mention: HappeningMention, _ placer: HappeningPlaces
  ) {
    if happening.place == nil || happening.place?.rule == "described" && earlier.place != nil {
      happening.place = earlier.place.map { placer.atTarget(of: before, measured: $0) }
      happening.place?.rule = "taken-up"
      if let scene = placer.scene(openedBetween: before.head, and: mention.head) {
        happening.place = scene
      }
    }
    if happening.time == nil {
      happening.time = earlier.time
      happening.time?.rule = "taken-up"
    }
  }

  /// The place of the happening told just before, for violence that goes on there.
  ///
  /// A happening of a whole country, or of a time as wide as a month where the other has a day, is no part of it.
  private func carriedPlace(
    _ mention: HappeningMention, _ happening: Happening, _ mentions: [HappeningMention],
    _ told: [ToldHappening], _ placer: HappeningPlaces
  ) -> Place? {
    guard !placer.isOfWholeCountry(mention) else { return nil }
    let tree = placer.tree
    for number in told.indices.reversed() {
      let distance = tree.steps(from: mentions[number].head, to: mention.head)
      guard distance <= Self.reach else { return nil }
      guard isLocal(mentions[number].type), let place = told[number].happening.place,
        place.rule != "described", !(distance > 0 && place.kind == "country")
      else {
        continue
      }
      if let time = happening.time, time.precision >= Self.wide,
        told[number].happening.time.map({ $0.precision < Self.wide }) ?? true
      {
        return nil
      }
      if let scene = placer.scene(openedBetween: mentions[number].head, and: mention.head) {
        return scene
      }
      let isPart = place.rule.hasSuffix(" part")
      var carried = distance > 0 || isPart ? placer.withoutSite(place) : place
      if distance > 0 { carried = placer.atTarget(of: mentions[number], measured: carried) }
      carried.rule = "carried"
      return carried
    }
    return nil
  }

  /// The day of the violence told just before, for what those told of did or suffered there ("the gunmen opened fire").
  private func carriedTime(
    _ mention: HappeningMention, _ happening: Happening, _ mentions: [HappeningMention],
    _ told: [ToldHappening], _ tree: ParseTree
  ) -> TimeExpression? {
    guard happening.place?.rule == "carried", mention.modality == .happened,
      isViolence(mention.type),
      [mention.actor, mention.target].contains(where: { phrase in
        phrase.map { tree.isWord($0.lowerBound, "the") } == true
      })
    else { return nil }
    for number in told.indices.reversed() {
      guard tree.steps(from: mentions[number].head, to: mention.head) <= 2 else { return nil }
      guard isViolence(mentions[number].type), told[number].happening.place != nil,
        var time = told[number].happening.time
      else { continue }
      guard time.precision == 1, told[number].happening.modality == .happened else { return nil }
      time.rule = "carried"
      return time
    }
    return nil
  }

  private func isViolence(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .attack, .killing,
      .destruction, .aidAttack:
      true
    default: false
    }
  }

  /// How many sentences a place is carried on.
  private static let reach = 3
  /// The UCDP precision of a time from which on it is no one day's: a month.
  private static let wide = 4

  private func isLocal(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .attack, .killing,
      .siege, .territoryChange, .destruction, .arrest, .troopMovement, .aidAttack, .displacement,
      .protest:
      true
    default: false
    }
  }

  private func locate(_ places: [Place], in tree: ParseTree) -> [Located<Place>] {
    places.compactMap { place in
      tree.tokens(covering: place.quote.span).map { Located(tokens: $0, value: place) }
    }
  }

  private func participant(_ range: Range<Int>, _ tree: ParseTree) -> Participant {
    let quote = quote(range, tree)
    return Participant(quote: quote, who: quote.text)
  }

  private func quote(_ range: Range<Int>, _ tree: ParseTree) -> Quote {
    Quote(span: tree.span(range), text: tree.text(range))
  }
}

extension ParseTree {
  /// The tokens that a span of bytes touches, or nil where it touches none; O(log tokens).
  func tokens(covering span: Span) -> Range<Int>? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].span.start < span.end { end += 1 }
    return low < end ? low..<end : nil
  }
}
