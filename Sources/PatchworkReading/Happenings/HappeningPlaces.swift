import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Gives happenings the most specific place that their clause tells, or a described one, or an earlier one.
struct HappeningPlaces: Sendable {
  let lexical: LexicalTree
  let places: [Located<Place>]
  /// Classes of words that describe a place ("checkpoint", "suburb", "hospital").
  let placeLike: ClassSet
  /// Classes of sites and buildings, which lie within a named place.
  let sites: ClassSet
  /// Class of happenings that are called after their place.
  let namedAfterPlaces: ClassSet

  private var tree: ParseTree { lexical.tree }

  /// The place told in the happening's own clause, or nil.
  func place(of mention: HappeningMention) -> Place? {
    var hosts = mention.anchors
    hosts += mention.trigger.filter { !hosts.contains($0) && tree[$0].pos == .noun }
    for anchor in mention.anchors { hosts += governingVerbs(of: anchor) }
    var described: Int?
    if let target = mention.targetHead, liesAtTarget(mention.type),
      let place = named(inPhraseOf: target, without: mention.head), place.kind != "country",
      !isPersonal(target)
    {
      return sited(place, at: target, mention)
    }
    for host in hosts {
      // What follows the word is nearer to it than what opens its clause.
      let children =
        tree.children(host).filter { $0 > host } + tree.children(host).filter { $0 < host }
      for child in children {
        if tree.isWord(child, "there"), tree[child].dep == .advmod, let place = before(child) {
          return place
        }
        guard tree[child].dep == .prep || tree[child].dep == .agent || tree[child].dep == .advmod
        else { continue }
        if tree.isWord(child, "with"), let place = beside(child, mention) { return place }
        guard isLocative(child) else { continue }
        for object in objects(of: child) {
          if let place = told(object, mention) { return place }
          if described == nil, isPlaceLike(object) { described = object }
        }
      }
    }
    if let target = mention.targetHead, takesPlaceAtTarget(mention.type) {
      if let place = told(target, mention) { return place }
      if described == nil, isPlaceLike(target) { described = target }
    }
    if let place = modifier(of: mention.head) { return place }
    if let place = antecedent(of: mention) { return place }
    if let place = opening(mention) { return place }
    if let place = subjectPlace(of: mention) { return place }
    return described.map(description)
  }

  /// The place that a phrase names or points back to, with the words of the site in it.
  private func told(_ head: Int, _ mention: HappeningMention) -> Place? {
    guard let place = named(inPhraseOf: head, without: mention.head) else {
      return pointed(head)
    }
    return sited(place, at: head, mention)
  }

  /// The place with the words of the site in it, where the phrase's head is a site or building.
  private func sited(_ place: Place, at head: Int, _ mention: HappeningMention) -> Place {
    var place = place
    if isSite(head), head != mention.head {
      let range = PhraseSpans(lexical: lexical).placePhrase(head)
      place.quote = Quote(span: tree.span(range), text: tree.text(range))
      place.rule += " site"
    }
    return place
  }

  /// The place before that "the city" or "the country" points back to.
  private func pointed(_ head: Int) -> Place? {
    guard tree.child(head, .det).map({ tree.isWord($0, "the") || tree.isWord($0, "that") }) == true,
      tree.child(head, .prep, .amod, .compound, .relcl, .acl, .poss) == nil
    else { return nil }
    let kinds: Set<String>
    switch lexical.tree.lower(head) {
    case "city", "town", "village": kinds = ["city", "town", "village"]
    case "country": kinds = ["country"]
    case "province", "governorate": kinds = ["province", "governorate", "region", "state"]
    case "neighborhood", "neighbourhood", "district", "suburb":
      kinds = ["neighbourhood", "district", "town", "subdistrict"]
    case "capital": kinds = ["city"]
    default: return nil
    }
    guard
      var place = places.last(where: {
        $0.tokens.upperBound <= head && ($0.value.kind.isEmpty || kinds.contains($0.value.kind))
          && $0.value.use != .demonym
      })?.value
    else { return nil }
    place.rule = "pointed-back"
    return place
  }

  /// The place named last before a word, for "there".
  private func before(_ token: Int) -> Place? {
    guard
      var place = places.last(where: {
        $0.tokens.upperBound <= token && $0.value.use != .demonym && $0.value.kind != "country"
      })?.value
    else { return nil }
    place.rule = "pointed-back"
    return place
  }

  private func isSite(_ head: Int) -> Bool {
    !lexical.classes[head].isDisjoint(with: sites)
  }

  /// Verbs whose prepositions place a happening that hangs under them.
  private func governingVerbs(of anchor: Int) -> [Int] {
    var found: [Int] = []
    var at = anchor
    for _ in 0..<6 {
      guard let up = tree.head(at) else { break }
      switch tree[at].dep {
      case .relcl, .acl, .ccomp, .parataxis: return found
      case .advcl:
        // "…, killing two" happens where its clause does; "after …" need not.
        if tree[at].tag != .vbg { return found }
      case .conj:
        if tree.child(at, .nsubj, .nsubjpass) != nil { return found }
      case .prep
      where tree.isWord(at, "after") || tree.isWord(at, "since")
        || tree.isWord(at, "before") || tree.isWord(at, "despite"):
        return found
      default: break
      }
      if tree[up].pos == .verb || tree[up].pos == .aux || tree[up].pos == .noun { found.append(up) }
      at = up
    }
    return found
  }

  private func isLocative(_ preposition: Int) -> Bool {
    switch tree.lower(preposition) {
    case "in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "over",
      "into", "within", "along", "to", "toward", "towards", "through", "from", "of", "against",
      "near-by", "east", "west", "north", "south", "southwest", "southeast", "northwest",
      "northeast", "between", "by", "out":
      true
    default: false
    }
  }

  private func objects(of preposition: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(preposition) {
      if tree[child].dep == .pobj { found.append(child) }
      if tree[child].dep == .prep, let object = tree.child(child, .pobj) { found.append(object) }
    }
    return found
  }

  /// The most specific named place of a phrase: what "of" names before the head, the head before its owners.
  private func named(inPhraseOf head: Int, without trigger: Int) -> Place? {
    if head == trigger { return nil }
    for child in tree.children(head) where tree[child].dep == .prep && tree.isWord(child, "of") {
      if let object = tree.child(child, .pobj),
        let place = named(inPhraseOf: object, without: trigger)
      {
        return place
      }
    }
    if let place = at(head) { return place }
    for child in tree.children(head) {
      switch tree[child].dep {
      case .compound, .nmod, .amod:
        if let place = at(child), place.use == .literal || place.use == .relative { return place }
      default: break
      }
    }
    for child in tree.children(head) where tree[child].dep == .appos {
      if let place = at(child) { return place }
    }
    for child in tree.children(head) where tree[child].dep == .prep && isLocative(child) {
      for object in objects(of: child) {
        if object != trigger, let place = named(inPhraseOf: object, without: trigger) {
          return place
        }
      }
    }
    for child in tree.children(head) where tree[child].dep == .poss {
      if let place = at(child) { return place }
    }
    return nil
  }

  private func at(_ token: Int) -> Place? {
    if let found = places.first(where: { $0.tokens.contains(token) }) {
      return found.value.use == .demonym ? nil : found.value
    }
    return written(token)
  }

  /// A name that the gazetteer does not know in this place, as written: by its label, or behind "in" and "near".
  private func written(_ token: Int) -> Place? {
    guard tree[token].pos == .propn else { return nil }
    switch lexical.labels[token] {
    case .gpe, .loc, .fac: break
    case nil, .org:
      guard tree[token].dep == .pobj, let preposition = tree.head(token),
        tree.isWord(preposition, "in") || tree.isWord(preposition, "near")
          || tree.isWord(preposition, "at") || tree.isWord(preposition, "outside")
      else { return nil }
    default: return nil
    }
    var low = token
    while low > 0, tree[low - 1].head == token,
      tree[low - 1].dep == .compound || tree[low - 1].dep == .punct && tree[low - 1].tag == .hyph
    { low -= 1 }
    let quote = Quote(span: tree.span(low..<token + 1), text: tree.text(low..<token + 1))
    if var known = places.first(where: {
      $0.value.use != .demonym && $0.value.quote.text == quote.text
    })?.value {
      known.quote = quote
      known.rule = "named elsewhere"
      return known
    }
    return Place(quote: quote, name: quote.text, rule: "as written")
  }

  /// The place told with whom one meets or fights ("met with officials in Geneva").
  private func beside(_ preposition: Int, _ mention: HappeningMention) -> Place? {
    for object in objects(of: preposition) {
      for child in tree.children(object)
      where tree[child].dep == .prep && tree.isWord(child, "in") {
        for inner in objects(of: child) {
          if let place = told(inner, mention) { return place }
        }
      }
    }
    return nil
  }

  /// The place before a relative clause that tells what happened there ("Muadamiya, where people are besieged").
  private func antecedent(of mention: HappeningMention) -> Place? {
    for at in tree.path(from: mention.head) where tree[at].dep == .relcl {
      guard let noun = tree.head(at),
        tree.children(at).contains(where: { child in
          tree.isWord(child, "where")
            || tree[child].dep == .prep && tree.isWord(child, "in")
              && tree.child(child, .pobj).map(lexical.isRelative) == true
        })
      else { return nil }
      return told(described(by: noun) ?? noun, mention)
    }
    return nil
  }

  /// The place that a noun only helps to describe ("Muadamiya, a suburb of Damascus, where …").
  private func described(by noun: Int) -> Int? {
    var at = noun
    for _ in 0..<6 {
      guard let up = tree.head(at) else { return nil }
      if tree[at].dep == .appos, self.at(up) != nil { return up }
      guard tree[at].dep == .pobj || tree[at].dep == .prep || tree[at].dep == .appos else {
        return nil
      }
      at = up
    }
    return nil
  }

  /// A place told with the subject ("the funeral in Qamishli turned into a protest").
  private func subjectPlace(of mention: HappeningMention) -> Place? {
    for verb in tree.path(from: mention.head)
    where tree[verb].pos == .verb || tree[verb].pos == .aux {
      guard let subject = tree.child(verb, .nsubj, .nsubjpass), subject != mention.head else {
        return nil
      }
      for child in tree.children(subject)
      where tree[child].dep == .prep && tree.isWord(child, "in") {
        for object in objects(of: child) {
          if let place = named(inPhraseOf: object, without: mention.head) { return place }
        }
      }
      return nil
    }
    return nil
  }

  private func isPersonal(_ head: Int) -> Bool {
    lexical.labels[head] == .person
  }

  /// Whether what is struck, taken or besieged says where it happened.
  private func liesAtTarget(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .attack, .siege, .territoryChange, .chemicalAttack,
      .destruction:
      true
    default: false
    }
  }

  /// The place before a noun, as in "the Houla massacre" or "Aleppo's siege".
  private func modifier(of head: Int) -> Place? {
    for child in tree.children(head) where child < head {
      switch tree[child].dep {
      case .compound, .nmod, .poss:
        if let place = at(child), place.use == .literal, place.kind != "country" { return place }
        if let place = namesake(child, of: head) { return place }
      default: break
      }
    }
    return nil
  }

  /// A name before "massacre" or "siege" that no other label explains.
  private func namesake(_ name: Int, of head: Int) -> Place? {
    guard tree[name].dep == .compound, tree[name].tag == .nnp,
      lexical.labels[name] == nil || lexical.labels[name] == .event,
      !lexical.classes[head].isDisjoint(with: namedAfterPlaces)
    else { return nil }
    let quote = Quote(span: tree.span(name..<name + 1), text: tree.text(name..<name + 1))
    return Place(quote: quote, name: quote.text, rule: "as written")
  }

  /// The place that opens the clause or the sentence, as in "In Aleppo, …".
  private func opening(_ mention: HappeningMention) -> Place? {
    let sentence = tree.sentences[tree.sentenceOfToken[mention.head]]
    for start in [mention.clause.lowerBound, sentence.lowerBound] {
      for index in start..<min(start + 3, sentence.upperBound)
      where tree[index].dep == .prep && tree.isWord(index, "in") {
        for object in objects(of: index) {
          if let place = named(inPhraseOf: object, without: mention.head) { return place }
        }
      }
    }
    return nil
  }

  private func takesPlaceAtTarget(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .attack, .clash, .siege, .territoryChange, .destruction,
      .chemicalAttack, .shooting, .withdrawal, .troopMovement, .droneOrOverflight, .aidMovement,
      .displacement, .other, .killing:
      true
    default: false
    }
  }

  private func isPlaceLike(_ head: Int) -> Bool {
    !lexical.classes[head].isDisjoint(with: placeLike) && lexical.labels[head] != .date
      && (tree[head].tag != .nns || tree.child(head, .det, .poss) != nil)
  }

  /// A place that is only described, as written and without coordinates.
  private func description(_ head: Int) -> Place {
    let range = PhraseSpans(lexical: lexical).placePhrase(head)
    let text = tree.text(range)
    return Place(
      quote: Quote(span: tree.span(range), text: text), name: text, rule: "described")
  }
}
