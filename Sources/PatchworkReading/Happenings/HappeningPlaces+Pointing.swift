import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Places that the words around a happening point to.
extension HappeningPlaces {
  /// The place before that "the city" or "the country" points back to.
  func pointed(_ head: Int) -> Place? {
    guard tree.child(head, .det).map({ tree.isWord($0, "the") || tree.isWord($0, "that") }) == true,
      tree.child(head, .prep, .amod, .compound, .relcl, .acl, .poss) == nil
    else { return nil }
    guard let kinds = kinds(pointedToBy: head) else { return nil }
    return last(of: kinds, before: head)
  }

  /// The kinds of the gazetteer that a common noun may point back to, nil where it points to none.
  func kinds(pointedToBy head: Int) -> Set<String>? {
    switch tree.lower(head) {
    case "city", "town", "village": ["city", "town", "village"]
    case "country": ["country"]
    case "province", "governorate": ["province", "governorate", "region", "state"]
    case "neighborhood", "neighbourhood", "district", "suburb":
      ["neighbourhood", "district", "town", "subdistrict"]
    case "capital", "port": ["city"]
    case "area": ["city", "town", "village", "neighbourhood", "subdistrict", "area"]
    default: nil
    }
  }

  /// The place of some kinds named last before a word; a country also where its people were.
  func last(of kinds: Set<String>, before head: Int) -> Place? {
    guard
      var place = places.last(where: {
        $0.tokens.upperBound <= head
          && ($0.value.kind.isEmpty
            ? isBehindPreposition($0.tokens) : kinds.contains($0.value.kind))
          && ($0.value.use != .demonym || kinds.contains("country"))
      })?.value
    else { return nil }
    if place.use == .demonym {
      // Where only its people were named, "the country" are the words that mean the place.
      let phrase = PhraseSpans(lexical: lexical).placePhrase(head)
      place.quote = Quote(span: tree.span(phrase), text: tree.text(phrase))
      place.use = .literal
    }
    place.rule = "pointed-back"
    return place
  }

  /// Whether a name that the gazetteer does not know stands where places do ("in Hayyan", and not "known as the Helmets").
  private func isBehindPreposition(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    return before >= 0 && tree[before].pos == .adp && !tree.isWord(before, "as")
  }

  /// A part or a site of a place that is only pointed to: "the central part of the city", "a thoroughfare there".
  func part(of head: Int) -> Place? {
    guard tree[head].pos == .noun,
      !lexical.classes[head].isDisjoint(with: placeLike) || isSite(head) || isPart(head)
    else {
      return nil
    }
    for child in tree.children(head) where child > head {
      var place: Place?
      if tree.isWord(child, "there"), tree[child].dep == .advmod { place = before(child) }
      if tree[child].dep == .prep, tree.isWord(child, "of") || isLocative(child) {
        place = objects(of: child).lazy.compactMap { self.pointed($0) }.first
        if place == nil, let inner = objects(of: child).first(where: isPlaceLike),
          !isPlaceLike(head)
        {
          return description(inner)
        }
      }
      guard var place, place.kind != "country" else { continue }
      let range = PhraseSpans(lexical: lexical).placePhrase(head)
      place.quote = Quote(span: tree.span(range), text: tree.text(range))
      place.precision = max(place.precision, 2)
      place.rule = "pointed-back part"
      return place
    }
    return nil
  }

  private func isPart(_ head: Int) -> Bool {
    switch tree.lower(head) {
    case "part", "parts", "heart", "edge", "side", "thoroughfare", "positions": true
    default: false
    }
  }

  /// The place named last before a word, for "there".
  func before(_ token: Int) -> Place? {
    guard
      var place = places.last(where: {
        $0.tokens.upperBound <= token && $0.value.use != .demonym && $0.value.kind != "country"
      })?.value
    else { return nil }
    place.rule = "pointed-back"
    return place
  }

  /// The place told with whom one meets or fights ("met with officials in Geneva").
  func beside(_ preposition: Int, _ mention: HappeningMention) -> Place? {
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
  func antecedent(of mention: HappeningMention) -> Place? {
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
  func described(by noun: Int) -> Int? {
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
  func subjectPlace(of mention: HappeningMention) -> Place? {
    for verb in tree.path(from: mention.head)
    where tree[verb].pos == .verb || tree[verb].pos == .aux {
      guard let subject = tree.child(verb, .nsubj, .nsubjpass) else {
        // "The Parliament in Strasbourg prepares to debate it."
        if tree[verb].dep == .xcomp { continue }
        return nil
      }
      guard subject != mention.head else { return nil }
      // A mine on a road, or shells on a town, are where they kill.
      let isWeapon = mention.weapon?.contains(subject) == true
      for child in tree.children(subject)
      where tree[child].dep == .prep && (tree.isWord(child, "in") || isWeapon && isLocative(child))
      {
        for object in objects(of: child) {
          if let place = named(inPhraseOf: object, without: mention.head) { return place }
        }
      }
      return nil
    }
    return nil
  }

  /// The place that opens the clause or the sentence, as in "In Aleppo, …".
  func opening(_ mention: HappeningMention) -> Place? {
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
}
