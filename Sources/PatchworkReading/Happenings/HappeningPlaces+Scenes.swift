import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Places that a verb, a teller or the rest of the sentence makes the scene of a happening.
extension HappeningPlaces {
  /// The place that a happening befalls: "Syria was rocked by protests", "Misrata has been the scene of fighting".
  func befallen(_ mention: HappeningMention) -> Place? {
    var at = outermost(mention.head)
    for _ in 0..<3 {
      guard let up = tree.head(at) else { return nil }
      switch tree[at].dep {
      case .nsubj where has(up, scenes.befalls):
        return tree.child(up, .dobj).flatMap { placeWord($0, mention) }
      case .dobj where has(up, scenes.sees):
        return tree.child(up, .nsubj).flatMap { placeWord($0, mention) }
      case .pobj:
        guard let verb = tree.head(up) else { return nil }
        if tree[up].dep == .agent || tree.isWord(up, "by"), has(verb, scenes.befalls) {
          return tree.child(verb, .nsubjpass).flatMap { placeWord($0, mention) }
        }
        if tree.isWord(up, "into"), has(verb, scenes.slides) {
          return tree.child(verb, .nsubj).flatMap { placeWord($0, mention) }
        }
        if tree.isWord(up, "of"), has(verb, scenes.scenes) { return ofScene(verb, mention) }
        // "some of the fiercest fighting"
        guard tree.isWord(up, "of") else { return nil }
        at = verb
      default: return nil
      }
    }
    return nil
  }

  /// The subject of "has been the scene of", through a coordinated verb without subject of its own.
  private func ofScene(_ scene: Int, _ mention: HappeningMention) -> Place? {
    guard tree[scene].dep == .attr, var verb = tree.head(scene) else { return nil }
    for _ in 0..<3 {
      if let subject = tree.child(verb, .nsubj) { return placeWord(subject, mention) }
      guard tree[verb].dep == .conj, let up = tree.head(verb) else { return nil }
      verb = up
    }
    return nil
  }

  /// The noun that measures out a happening, or its own word.
  private func outermost(_ head: Int) -> Int { lexical.measured(head) }

  private func has(_ token: Int, _ set: ClassSet) -> Bool {
    !lexical.classes[token].isDisjoint(with: set)
  }

  private func placeWord(_ head: Int, _ mention: HappeningMention) -> Place? {
    guard var place = places.first(where: { $0.tokens.contains(head) })?.value ?? pointed(head)
    else { return told(head, mention) }
    if place.use == .metonym { place.use = .literal }
    guard place.use != .demonym else { return nil }
    if place.rule != "pointed-back" { place.rule += "; befallen" }
    return place
  }

  /// Where those live who tell it: "Residents of Taldou said the army began to shell".
  func dwelling(of mention: HappeningMention) -> Place? {
    for at in tree.path(from: mention.head) where tree[at].dep == .ccomp {
      guard let verb = tree.head(at), let subject = tree.child(verb, .nsubj) else { continue }
      let phrase = tree.subtree(subject)
      guard phrase.contains(where: { has($0, scenes.dwellers) }) else { continue }
      guard
        var place = places.first(where: {
          phrase.contains($0.tokens.lowerBound) && $0.value.use == .literal
            && $0.value.kind != "country"
        })?.value
      else { return nil }
      place.rule = "told by those who live there"
      return place
    }
    return nil
  }

  /// The country of a struggle that is its own: "the Libyan uprising", but not "an American strike".
  func homeland(of mention: HappeningMention) -> Place? {
    guard has(mention.head, scenes.struggles) else { return nil }
    for child in tree.children(mention.head) where child < mention.head {
      guard tree[child].dep == .amod || tree[child].dep == .compound || tree[child].dep == .poss,
        let found = places.first(where: { $0.tokens.contains(child) })?.value,
        found.kind == "country"
      else { continue }
      var place = found
      place.use = .literal
      place.rule = "the country's own struggle"
      return place
    }
    return nil
  }

  /// Whether a happening is told of the whole country, so that no narrower place is carried to it.
  func isOfWholeCountry(_ mention: HappeningMention) -> Bool {
    tree.children(mention.head).contains { has($0, scenes.wholeCountry) }
  }

  /// The place measured off in the happening's own clause ("about 300 km southwest of Tobruk").
  func measuredOff(_ mention: HappeningMention) -> Place? {
    for place in places where place.value.use == .relative && place.value.isMeasuredOff {
      guard !places.contains(where: { $0.tokens == place.tokens && $0.value.use == .demonym })
      else { continue }
      for at in tree.path(from: place.tokens.lowerBound) {
        if mention.anchors.contains(at) { return withMeasure(place) }
        switch tree[at].dep {
        case .relcl, .acl, .ccomp, .advcl, .parataxis: break
        default: continue
        }
        break
      }
    }
    return nil
  }

  /// A place told by a distance, with the words of the distance.
  private func withMeasure(_ located: Located<Place>) -> Place {
    var low = located.tokens.lowerBound
    let sentence = tree.sentences[tree.sentenceOfToken[low]]
    while low > sentence.lowerBound, located.tokens.lowerBound - low < 10, isOfMeasure(low - 1) {
      low -= 1
    }
    while tree[low].pos == .punct, low < located.tokens.lowerBound { low += 1 }
    var place = located.value
    let span = tree.span(low..<located.tokens.upperBound)
    place.quote = Quote(
      span: span, text: String(decoding: tree.bytes[span.start..<span.end], as: UTF8.self))
    return place
  }

  private func isOfMeasure(_ token: Int) -> Bool {
    if tree[token].pos == .num || tree.isWord(token, "(") || tree.isWord(token, ")") { return true }
    if lexical.labels[token] == .quantity { return true }
    switch tree.lower(token) {
    case "of", "from", "to", "the", "about", "some", "around", "roughly", "north", "south", "east",
      "west", "northeast", "northwest", "southeast", "southwest", "km", "miles", "kilometers",
      "kilometres":
      return true
    default: return false
    }
  }

  /// The one place that the rest of the sentence names, in no phrase of a speaker.
  func only(inSentenceOf mention: HappeningMention) -> Place? {
    let sentence = tree.sentences[tree.sentenceOfToken[mention.head]]
    let named = places.filter {
      sentence.contains($0.tokens.lowerBound)
        && ($0.value.use == .literal || $0.value.use == .relative)
        && $0.value.kind != "country" && !isSpeakers($0.tokens.lowerBound)
        && !isEndOfWay($0.tokens.lowerBound)
    }
    guard let first = named.last, let outer = named.first,
      outer.value.id == first.value.id || first.value.within.contains(outer.value.id ?? "")
        || isNested(named)
    else { return nil }
    var place = first.value
    place.rule = "only place of the sentence"
    return place
  }

  /// Whether places stand in one phrase, each within the one before ("the Damascus suburb of Douma").
  private func isNested(_ named: [Located<Place>]) -> Bool {
    zip(named, named.dropFirst()).allSatisfy { outer, inner in
      inner.tokens.lowerBound - outer.tokens.upperBound <= 2
        && outer.value.rule.hasPrefix("said: by or within")
    }
  }

  /// Whether a place is where somebody goes to or comes from.
  private func isEndOfWay(_ token: Int) -> Bool {
    guard tree[token].dep == .pobj, let preposition = tree.head(token) else { return false }
    switch tree.lower(preposition) {
    case "to", "into", "toward", "towards", "from": return true
    default: return false
    }
  }

  /// Whether a word stands in the phrase of somebody who says something.
  private func isSpeakers(_ token: Int) -> Bool {
    tree.path(from: token).contains { at in
      tree[at].dep == .nsubj && tree.head(at).map { tree.child($0, .ccomp) != nil } == true
    }
  }

  /// What is fought for: "for control of the bridge".
  func contested(_ preposition: Int, _ mention: HappeningMention) -> Place? {
    guard let hold = tree.child(preposition, .pobj), has(hold, scenes.holds) else { return nil }
    for child in tree.children(hold) where tree.isWord(child, "of") || tree.isWord(child, "over") {
      if let object = tree.child(child, .pobj) {
        return told(object, mention) ?? (isPlaceLike(object) ? description(object) : nil)
      }
    }
    return nil
  }

  /// The scene that a sentence between two words opens: "In Azaz, rescuers …".
  func scene(openedBetween earlier: Int, and later: Int) -> Place? {
    let sentences = tree.sentenceOfToken[earlier]..<tree.sentenceOfToken[later]
    for number in sentences.dropFirst().reversed() {
      let start = tree.sentences[number].lowerBound
      guard tree[start].dep == .prep, tree.isWord(start, "in") || tree.isWord(start, "at"),
        let object = tree.child(start, .pobj), start + 2 < tree.count,
        tree.isWord(tree.subtree(start).upperBound, ","),
        var place = named(inPhraseOf: object, without: start), place.kind != "country",
        place.use == .literal
      else { continue }
      place.rule = "scene: " + place.rule
      return place
    }
    return nil
  }

  /// A place told by a distance, to be carried on by the words of the site that was struck there.
  func atTarget(of mention: HappeningMention, measured place: Place) -> Place {
    guard place.isMeasuredOff, let target = mention.targetHead, isSite(target) else { return place }
    return located(target, at: place)
  }

  /// The named place within a place whose words reach to a site, to be carried on without the site.
  func withoutSite(_ place: Place) -> Place {
    guard place.rule.hasSuffix(" site") || place.rule.hasSuffix(" part") else { return place }
    let same = places.filter { $0.value.id == place.id && $0.value.use != .demonym }
    return same.first { place.quote.span.contains($0.value.quote.span.start) }?.value
      ?? same.first?.value ?? place
  }
}

extension Place {
  /// Whether the place was found by a distance from another ("15 km west of Aleppo").
  var isMeasuredOff: Bool {
    guard let mark = rule.firstIndex(of: ";") else { return false }
    return rule[mark...].dropFirst(2).first?.isNumber == true
  }
}
