import PatchworkPlaces
import PatchworkRecord
import PatchworkText

/// Gives times of day the time zone of the place that they are told of.
struct LocalZones {
  private let places: [(span: Span, zone: String)]
  private let tree: ParseTree

  /// Takes places in the order of the text; those meant as places count, where their zone is known.
  init(_ places: [Place], in tree: ParseTree, _ finder: PlaceFinder) {
    self.tree = tree
    self.places = places.filter { $0.use == .literal || $0.use == .relative }
      .compactMap { place in finder.timeZone(of: place).map { (place.quote.span, $0) } }
  }

  /// Fills in zones that the words do not say.
  func apply(to times: inout [TimeMention]) {
    guard !places.isEmpty else { return }
    for index in times.indices
    where times[index].time.isTimeOfDay && times[index].time.zone == nil {
      times[index].time.zone = zone(of: times[index])
    }
  }

  /// The zone of the place nearest in the sentence, else of the one told last before it, else of the report's first.
  private func zone(of mention: TimeMention) -> String? {
    let span = mention.time.quote.span
    let sentence = tree.span(tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]])
    let near = places.filter { sentence.contains($0.span) }.min {
      span.distance(to: $0.span) < span.distance(to: $1.span)
    }
    return (near ?? places.last { $0.span.end <= span.start } ?? places.first)?.zone
  }
}

extension Span {
  /// Bytes between two spans, 0 where they meet.
  fileprivate func distance(to other: Span) -> Int { max(0, other.start - end, start - other.end) }
}
