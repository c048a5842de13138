import PatchworkPlaces
import PatchworkRecord
import PatchworkText

/// Gives times of day the time zone of the place that they are told of.
struct LocalZones {
  private let places: [Place]
  private let tree: ParseTree
  private let finder: PlaceFinder

  /// Takes places in the order of the text; those meant as places count.
  init(_ places: [Place], in tree: ParseTree, _ finder: PlaceFinder) {
    self.tree = tree
    self.finder = finder
    self.places = places.filter { $0.id != nil && ($0.use == .literal || $0.use == .relative) }
  }

  /// Fills in zones that the words do not say.
  func apply(to times: inout [TimeMention]) {
    guard !places.isEmpty else { return }
    for index in times.indices
    where times[index].time.isTimeOfDay && times[index].time.zone == nil {
      times[index].time.zone = zone(of: times[index])
    }
  }

  /// The zone of the place nearest in the sentence, else of the one told last before it, else of the report's first; a place
  /// whose zone is not known does not count.
  private func zone(of mention: TimeMention) -> String? {
    let span = mention.time.quote.span
    let sentence = tree.span(tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]])
    let near = places.filter { sentence.contains($0.quote.span) }.sorted {
      span.distance(to: $0.quote.span) < span.distance(to: $1.quote.span)
    }
    return first(of: near) ?? first(
      of: places.reversed().filter { $0.quote.span.end <= span.start })
      ?? first(of: places)
  }

  private func first(of places: some Sequence<Place>) -> String? {
    for place in places {
      if let zone = finder.timeZone(of: place) { return zone }
    }
    return nil
  }
}

extension Span {
  /// Bytes between two spans, 0 where they meet.
  fileprivate func distance(to other: Span) -> Int { max(0, other.start - end, start - other.end) }
}
