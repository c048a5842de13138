import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Turns a construction found in the tree into a condition with its place, holder, people and times.
struct ConditionAssembler: Sendable {
  private let lexical: LexicalTree
  private let phrases: PhraseSpans
  private let placer: HappeningPlaces
  private let times: ConditionTimes
  private let people: ConditionPeople
  private let verbs: VerbRoles

  private var tree: ParseTree { lexical.tree }

  init(
    lexical: LexicalTree, lexicons: HappeningLexicons, counts: [CountMention],
    times: [TimeMention], places: [Place]
  ) {
    self.lexical = lexical
    phrases = PhraseSpans(lexical: lexical)
    let tree = lexical.tree
    placer = HappeningPlaces(
      lexical: lexical,
      places: places.compactMap { place in
        tree.tokens(covering: place.quote.span).map { Located(tokens: $0, value: place) }
      }, placeLike: lexicons.stateLike, sites: lexicons.sites,
      namedAfterPlaces: lexicons.namedAfterPlaces, scenes: lexicons.scenes)
    self.times = ConditionTimes(
      lexical: lexical, timer: HappeningTimes(lexical: lexical, times: times, heads: []),
      times: times)
    people = ConditionPeople(lexical: lexical, counts: counts)
    verbs = VerbRoles(lexical: lexical, objectControl: lexicons.objectControl)
  }

  /// The condition that a row tells at a word.
  func condition(
    _ row: ConditionRow, value: String, at index: Int, trigger: Range<Int>, holder: Int?,
    place: Int?
  ) -> ToldCondition {
    let mention = mention(row, index, trigger, place)
    var condition = Condition(
      kind: row.kind, value: value,
      trigger: Quote(span: tree.span(trigger), text: tree.text(trigger)))
    condition.place = self.place(of: row, place, mention)
    (condition.since, condition.until) = times.bounds(
      of: mention, kind: row.kind, value: value, told: row.value)
    if row.kind == .threat, condition.until != nil { condition.value = "deadline" }
    if row.kind == .siege { condition.people = people.people(near: index) }
    var told = ToldCondition(head: index, clause: mention.clause, condition: condition)
    if let holder, holder != index, !lexical.isRelative(holder) {
      let range = phrases.nounPhrase(holder, without: index)
      let quote = Quote(span: tree.span(range), text: tree.text(range))
      told.condition.holder = Participant(quote: quote, who: quote.text)
      told.holderHead = holder
    }
    if row.kind == .threat, let addressee = addressee(index), addressee != holder {
      told.addressee = tree.text(phrases.nounPhrase(addressee, without: index))
    }
    return told
  }

  /// Whom a threat is made to: the object of "warned", "gave", "threatened", where that is somebody.
  private func addressee(_ index: Int) -> Int? {
    guard verbs.isVerb(index) else { return nil }
    let found = tree.child(index, .dative) ?? verbs.target(index)
    return found.flatMap { word in
      tree[word].dep == .prep ? tree.child(word, .pobj) : word
    }.flatMap { word in
      lexical.labels[word] == .time || lexical.labels[word] == .date
        || lexical.labels[word] == .gpe || tree.isWord(word, "ultimatum")
        || tree.isWord(word, "deadline") ? nil : word
    }
  }

  /// The place where a row says to look, else that of the clause, of the words around, or the only one of the sentence.
  private func place(of row: ConditionRow, _ word: Int?, _ mention: HappeningMention) -> Place? {
    var described: Place?
    if let word, word != mention.head {
      if let place = placer.told(word, mention) { return place }
      if let place = asWritten(word) { return place }
      if placer.isPlaceLike(word) { described = placer.description(word) }
    }
    if let place = placer.place(of: mention) {
      if place.rule != "described" { return place }
      described = described ?? place
    }
    let around = around(mention)
    if let around, around.rule != "described" || described == nil { return around }
    return described ?? only(near: mention.head)
  }

  /// A name that no label explains, where a construction says that it is a place.
  private func asWritten(_ word: Int) -> Place? {
    // What is counted is no place: "at 1600 GMT".
    guard tree[word].pos == .propn, tree.child(word, .nummod) == nil else { return nil }
    switch lexical.labels[word] {
    case nil, .gpe, .loc, .fac: break
    default: return nil
    }
    let range = phrases.placePhrase(word)
    let text = tree.text(range)
    return Place(
      quote: Quote(span: tree.span(range), text: text), name: text, rule: "as written")
  }

  /// A place behind a preposition near the trigger, after it rather than before it.
  private func around(_ mention: HappeningMention) -> Place? {
    let sentence = tree.sentences[tree.sentenceOfToken[mention.head]]
    let after = mention.head + 1..<min(sentence.upperBound, mention.head + Self.reach)
    let before = (max(sentence.lowerBound, mention.head - Self.reach)..<mention.head).reversed()
    var described: Place?
    for index in Array(after) + Array(before) where tree[index].dep == .prep && isLocative(index) {
      for object in placer.objects(of: index) {
        if let place = placer.told(object, mention) ?? asWritten(object) { return place }
        if described == nil, placer.isPlaceLike(object) { described = placer.description(object) }
      }
    }
    return described
  }

  /// How many tokens from the trigger a place may stand that the tree does not tie to it.
  private static let reach = 14

  private func isLocative(_ preposition: Int) -> Bool {
    if tree.isWord(preposition, "of") || tree.isWord(preposition, "by")
      || tree.isWord(preposition, "between") || tree.isWord(preposition, "against")
    {
      return false
    }
    return placer.isLocative(preposition) || tree.isWord(preposition, "above")
  }

  /// The one place that a sentence names, where the clause itself tells none.
  private func only(near index: Int) -> Place? {
    let sentence = tree.sentences[tree.sentenceOfToken[index]]
    let named = placer.places.filter {
      sentence.contains($0.tokens.lowerBound) && $0.value.use == .literal
        && $0.value.kind != "country"
    }
    guard let first = named.first, named.allSatisfy({ $0.value.name == first.value.name }) else {
      return nil
    }
    var place = first.value
    place.rule = "only place of the sentence"
    return place
  }

  private func mention(_ row: ConditionRow, _ head: Int, _ trigger: Range<Int>, _ place: Int?)
    -> HappeningMention
  {
    HappeningMention(
      trigger: trigger, head: head, type: .siege, modality: .ongoing, actor: nil,
      actorHead: nil, target: nil, targetHead: place, weapon: nil,
      clause: phrases.clause(of: head, isVerb: verbs.isVerb(head)),
      tolls: [], anchors: [head], takesUp: nil)
  }
}
