import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Places as a phrase names or describes them.
extension HappeningPlaces {
  /// The place with the words of the site in it, where the phrase's head is a site or building.
  func sited(_ place: Place, at head: Int, _ mention: HappeningMention) -> Place {
    sited(place, at: head, mention.head)
  }

  private func sited(_ place: Place, at head: Int, _ trigger: Int) -> Place {
    var place = place
    if isSite(head), head != trigger, !place.rule.hasSuffix(" site") {
      let range = PhraseSpans(lexical: lexical).placePhrase(head)
      // The phrase reaches to the name: "the airport of Deir ez-Zor" is not cut before it.
      let site = tree.span(range)
      let name = place.quote.span
      let reaches = site.start <= name.start && name.start <= site.end + 1
      let span = reaches ? site.union(name) : site
      place.quote = Quote(
        span: span, text: String(decoding: tree.bytes[span.start..<span.end], as: UTF8.self))
      place.rule += " site"
    }
    return place
  }

  func isSite(_ head: Int) -> Bool {
    !lexical.classes[head].isDisjoint(with: sites)
  }

  /// The most specific named place of a phrase: what "of" names before the head, the head before its owners.
  func named(inPhraseOf head: Int, without trigger: Int) -> Place? {
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
          return isSite(object) && object > head ? sited(place, at: object, trigger) : place
        }
      }
    }
    for child in tree.children(head) where tree[child].dep == .poss {
      if let place = at(child) { return place }
    }
    return nil
  }

  func at(_ token: Int) -> Place? {
    if let found = places.first(where: { $0.tokens.contains(token) }) {
      return found.value.use == .demonym ? nil : found.value
    }
    return written(token)
  }

  /// A name that the gazetteer does not know in this place, as written: by its label, or behind "in" and "near".
  func written(_ token: Int) -> Place? {
    // What is counted is no place: "at 1600 GMT".
    guard tree[token].pos == .propn, tree.child(token, .nummod) == nil else { return nil }
    switch lexical.labels[token] {
    case .gpe, .loc, .fac: break
    case nil, .person, .org:
      if isBeforeArea(token) { break }
      guard lexical.labels[token] != .person else { return nil }
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

  /// Whether one word stands as a name before a kind of area: "the Houla region", "Taldou village".
  func isBeforeArea(_ token: Int) -> Bool {
    guard tree[token].dep == .compound, let area = tree.head(token), area == token + 1,
      tree.child(token, .compound) == nil, token == 0 || tree[token - 1].pos != .propn
    else { return false }
    switch tree.lower(area) {
    case "region", "area", "village", "district", "neighborhood", "neighbourhood", "town",
      "province", "valley", "suburb":
      return true
    default: return false
    }
  }

  func isPersonal(_ head: Int) -> Bool {
    lexical.labels[head] == .person
  }

  /// The place before a noun, as in "the Houla massacre" or "Aleppo's siege".
  func modifier(of head: Int) -> Place? {
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

  /// Whether no name stands around a name: "Houla", not "Bashar al-Assad".
  private func isLone(_ name: Int) -> Bool {
    (name == 0 || tree[name - 1].pos != .propn) && tree.child(name, .compound) == nil
  }

  /// A name before "massacre" or "siege" that no other label explains.
  func namesake(_ name: Int, of head: Int) -> Place? {
    guard tree[name].dep == .compound, tree[name].tag == .nnp,
      lexical.labels[name] == nil || lexical.labels[name] == .event
        || lexical.labels[name] == .person && isLone(name),
      !lexical.classes[head].isDisjoint(with: namedAfterPlaces)
    else { return nil }
    let quote = Quote(span: tree.span(name..<name + 1), text: tree.text(name..<name + 1))
    return Place(quote: quote, name: quote.text, rule: "as written")
  }

  func isPlaceLike(_ head: Int) -> Bool {
    !lexical.classes[head].isDisjoint(with: placeLike) && lexical.labels[head] != .date
      && (tree[head].tag != .nns
        || tree.child(head, .det, .poss, .nummod, .amod, .compound) != nil)
  }

  /// A place that is only described, as written and without coordinates.
  func description(_ head: Int) -> Place {
    let range = PhraseSpans(lexical: lexical).placePhrase(head)
    let text = tree.text(range)
    return Place(
      quote: Quote(span: tree.span(range), text: text), name: text, rule: "described")
  }
}
