import PatchworkText

/// What words before a name say of where something is that is not in the place itself.
struct PlaceRelation: Hashable {
  /// The words that tell it, with the distance ("15 km west of").
  var words: String
  /// The distance said, in km.
  var kilometres: Double?
  /// The direction said, in degrees clockwise from north.
  var bearing: Double?
  /// How far off it may be where no distance is said, in km.
  var reach: Double
  /// Whether the distance is the most that it may be ("within 10 km of").
  var isLimit = false
}

/// Reads relations backwards from a name.
struct RelationReader {
  let lists: PlaceWords
  let words: FoldedWords

  /// How far off a place told by direction alone may be, in km: UCDP's bound for a place near a known point.
  static let directionReach = 25.0

  /// "near X", "15 km north of X", "five miles (8 km) from X", "the outskirts of X".
  func relation(before first: Int) -> PlaceRelation? {
    var at = first - 1
    guard at >= 0, first < words.count, words.gaps[first].joins else { return nil }
    while at > 0, ["the", "city", "town", "village"].contains(text(at)), words.gaps[at].joins {
      at -= 1
    }
    let word = text(at)
    if let reach = lists.near[word], word != "around" || at > 0 {
      return told(from: at, to: at, reach: reach)
    }
    guard at > 0 else { return nil }
    let noun = text(at - 1)
    // "five miles (8 km) from": the bracket parts words that belong together.
    guard words.gaps[at].joins || lists.units[noun] != nil && !words.cases[at].contains(.initial)
    else { return nil }
    if word == "from", lists.nearOf[noun] != nil || lists.units[noun] != nil {
      return told(from: at, to: at, reach: lists.nearOf[noun] ?? Self.directionReach, noun: noun)
    }
    guard word == "of" else { return nil }
    if let reach = lists.nearOf[noun] { return told(from: at - 1, to: at, reach: reach) }
    if lists.units[noun] != nil {
      return told(from: at, to: at, reach: Self.directionReach)
    }
    guard noun != "part", lists.directions.contains(noun) else { return nil }
    var from = at - 1
    var bearing = lists.bearings[noun]
    // "north-west of", "north west of".
    if at > 1, let side = bearing, side == 90 || side == 270,
      let pole = lists.bearings[text(at - 2)],
      pole == 0 || pole == 180
    {
      bearing = pole == 0 ? (side == 90 ? 45 : 315) : (side == 90 ? 135 : 225)
      from -= 1
    }
    return told(from: from, to: at, reach: Self.directionReach, bearing: bearing)
  }

  /// The relation of words from one to another, with the distance said before them.
  private func told(
    from: Int, to: Int, reach: Double, bearing: Double? = nil, noun: String? = nil
  ) -> PlaceRelation {
    var relation = PlaceRelation(words: "", bearing: bearing, reach: reach)
    var start = from
    if let distance = distance(before: from) {
      relation.kilometres = distance.kilometres
      start = distance.start
      relation.isLimit = start > 0 && text(start - 1) == "within"
      if relation.isLimit { start -= 1 }
    } else if let noun {
      relation.words = noun + " "
    }
    relation.words += (start...to).map(text).joined(separator: " ")
    return relation
  }

  /// "15 km", "five miles", "2.5 km (1.5 miles)" before a word, "to the" between aside.
  private func distance(before index: Int) -> (kilometres: Double, start: Int)? {
    var unit = index - 1
    while unit > 0, ["to", "the", "just", "some"].contains(text(unit)) { unit -= 1 }
    guard unit > 0, let factor = lists.units[text(unit)],
      let number = number(endingAt: unit - 1)
    else { return nil }
    return (number.value * factor, number.start)
  }

  private func number(endingAt index: Int) -> (value: Double, start: Int)? {
    if let value = lists.numbers[text(index)] {
      // "thirty-five".
      if index > 0, value < 10, let tens = lists.numbers[text(index - 1)], tens >= 20,
        words.gaps[index].joins
      {
        return (tens + value, index - 1)
      }
      return (value, index)
    }
    guard let value = whole(index) else { return nil }
    // "2.5": the point parts words.
    if index > 0, words.gaps[index] == .stop,
      words.spans[index].start == words.spans[index - 1].end + 1,
      let before = whole(index - 1)
    {
      var fraction = value
      for _ in 0..<text(index).utf8.count { fraction /= 10 }
      return (before + fraction, index - 1)
    }
    return (value, index)
  }

  private func whole(_ index: Int) -> Double? {
    let digits = text(index)
    return !digits.isEmpty && digits.utf8.count < 6
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Double(digits) : nil
  }

  private func text(_ word: Int) -> String {
    word >= 0 && word < words.count
      ? String(decoding: words.bytes[words.range(word)], as: UTF8.self) : ""
  }
}
