public import PatchworkRecord
import PatchworkText

/// Finds the places that a report mentions and tells which of their namesakes are meant.
///
/// A pure function of the report and the gazetteer. Without a gazetteer, places come as written and unresolved.
public struct PlaceFinder: Sendable {
  private let gazetteer: Gazetteer?
  private let lists: PlaceWords
  private let borders = Borders()

  /// Makes a finder.
  public init(gazetteer: Gazetteer?) {
    self.gazetteer = gazetteer
    lists = .standard
  }

  /// The places of a report in order of their spans.
  public func places(in report: PlaceContext) -> [Place] { places(of: scan(report)) }

  /// The IANA time zone of a place that was found, nil where it has several or none is known.
  public func timeZone(of place: Place) -> String? {
    guard let gazetteer, let number = place.id.flatMap(gazetteer.place(id:)) else { return nil }
    return gazetteer.timeZone(of: number)
  }

  /// The names of a report that may be places, looked up.
  public func scan(_ report: PlaceContext) -> PlaceScan {
    let words = FoldedWords(folding: report.text)
    let scan = MentionScan(
      gazetteer: gazetteer, lists: lists, words: words, tokens: report.tokens)
    var mentions = scan.mentions()
    MentionSetting(lists: lists, words: words).describe(&mentions)
    BorderSetting(gazetteer: gazetteer, words: words).describe(&mentions)
    return PlaceScan(text: report.text, words: words, mentions: mentions)
  }

  /// The places of a scanned report in order of their spans.
  public func places(of scan: PlaceScan) -> [Place] {
    let resolution = PlaceResolution(
      gazetteer: gazetteer, lists: lists, words: scan.words, borders: borders)
    var mentions = scan.mentions
    return resolution.places(&mentions, in: scan.text)
  }
}

/// The names of a report that may be places, each with those that bear it, before any is chosen.
public struct PlaceScan: Sendable {
  let text: String
  let words: FoldedWords
  let mentions: [PlaceMention]
}
