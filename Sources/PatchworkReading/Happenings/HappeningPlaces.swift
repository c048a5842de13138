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
  /// Classes of the words that tie a happening to its scene.
  let scenes: SceneClasses

  var tree: ParseTree { lexical.tree }

  /// The place told in the happening's own clause, or nil.
  func place(of mention: HappeningMention) -> Place? {
    var hosts = mention.anchors
    hosts += mention.trigger.filter { !hosts.contains($0) && tree[$0].pos == .noun }
    for anchor in mention.anchors { hosts += governingVerbs(of: anchor) }
    var described: Int?
    // A country only counts where nothing within it is told.
    var country: Place?
    if let place = measuredOff(mention) { return place }
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
        if tree.isWord(child, "for"), let place = contested(child, mention) { return place }
        guard isLocative(child) else { continue }
        for object in objects(of: child) {
          if let place = told(object, mention) {
            if place.kind != "country" {
              if let described,
                place.rule == "pointed-back" || isGoal(described) && tree.isWord(child, "in")
              {
                return located(described, at: place)
              }
              return atSite(place, beside: child, of: host)
            }
            country = country ?? place
          } else if described == nil, isPlaceLike(object) {
            described = object
          }
        }
      }
    }
    if let place = befallen(mention) { return place }
    if let country, described == nil { return country }
    if let target = mention.targetHead, takesPlaceAtTarget(mention.type) {
      if let place = told(target, mention) { return place }
      if described == nil, isPlaceLike(target) { described = target }
    }
    if let place = modifier(of: mention.head) { return place }
    if let place = antecedent(of: mention) { return place }
    if let place = opening(mention) {
      return described.map { isSite($0) ? located($0, at: place) : place } ?? place
    }
    if let place = subjectPlace(of: mention) { return place }
    if let place = homeland(of: mention) { return place }
    return described.map(description)
  }

  /// Whether a described site is where somebody or something is brought: "rushed to a hospital".
  private func isGoal(_ object: Int) -> Bool {
    isSite(object)
      && tree.head(object).map { tree.isWord($0, "to") || tree.isWord($0, "into") } == true
  }

  /// A named place with the words of a site that another phrase of the clause describes: "in Homs near a hotel".
  func atSite(_ place: Place, beside told: Int, of host: Int) -> Place {
    guard !place.rule.hasSuffix(" site"), place.use != .relative || !place.isMeasuredOff else {
      return place
    }
    for child in tree.children(host) where child != told && tree[child].dep == .prep {
      guard
        tree.isWord(child, "at") || tree.isWord(child, "near") || tree.isWord(child, "outside")
          || tree.isWord(child, "inside")
      else { continue }
      for object in objects(of: child) where isSite(object) && isPlaceLike(object) {
        guard named(inPhraseOf: object, without: host) == nil else { continue }
        return located(object, at: place)
      }
    }
    return place
  }

  /// A described site or part with the point of the place that it lies in: known no better than that place.
  func located(_ object: Int, at place: Place) -> Place {
    var sited = place
    sited.quote = description(object).quote
    sited.precision = max(place.precision, 2)
    sited.rule = place.rule + " site"
    return sited
  }

  /// The place that a phrase names or points back to, with the words of the site in it.
  func told(_ head: Int, _ mention: HappeningMention) -> Place? {
    guard let place = named(inPhraseOf: head, without: mention.head) else {
      return pointed(head) ?? part(of: head)
    }
    if place.kind == "country", let owner = tree.child(head, .poss), at(owner) == place,
      let kinds = kinds(pointedToBy: head)
    {
      // "Libya's third largest city" is a city named before.
      return last(of: kinds, before: head) ?? description(head)
    }
    return sited(place, at: head, mention)
  }

  /// Verbs whose prepositions place a happening that hangs under them.
  func governingVerbs(of anchor: Int) -> [Int] {
    var found: [Int] = []
    var at = anchor
    for _ in 0..<6 {
      guard let up = tree.tellingHead(at) else { break }
      switch tree[at].dep {
      case .relcl, .acl, .ccomp, .parataxis: return found
      case .advcl where tree.child(at, .aux).map({ tree.isWord($0, "to") }) == true:
        // "sent the troops there to put down a revolt"
        if lexical.classes[up].isDisjoint(with: scenes.goes) { return found }
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

  func isLocative(_ preposition: Int) -> Bool {
    switch tree.lower(preposition) {
    case "in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "over",
      "into", "within", "along", "to", "toward", "towards", "through", "from", "of", "against",
      "near-by", "east", "west", "north", "south", "southwest", "southeast", "northwest",
      "northeast", "between", "by", "out":
      true
    default: false
    }
  }

  func objects(of preposition: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(preposition) {
      if tree[child].dep == .pobj { found.append(child) }
      if tree[child].dep == .prep, let object = tree.child(child, .pobj) { found.append(object) }
    }
    return found
  }

  /// Whether what is struck, taken or besieged says where it happened.
  func liesAtTarget(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .attack, .siege, .territoryChange, .chemicalAttack,
      .destruction:
      true
    default: false
    }
  }

  func takesPlaceAtTarget(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .attack, .clash, .siege, .territoryChange, .destruction,
      .chemicalAttack, .shooting, .withdrawal, .troopMovement, .droneOrOverflight, .aidMovement,
      .displacement, .other, .killing:
      true
    default: false
    }
  }
}
