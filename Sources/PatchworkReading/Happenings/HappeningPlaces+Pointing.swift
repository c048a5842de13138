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
