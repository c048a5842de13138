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
  public func places(in report: PlaceContext) -> [Place] {
    let words = FoldedWords(folding: report.text)
    let scan = MentionScan(
      gazetteer: gazetteer, lists: lists, words: words, tokens: report.tokens)
    var mentions = scan.mentions()
    MentionSetting(lists: lists, words: words).describe(&mentions)
    let resolution = PlaceResolution(
      gazetteer: gazetteer, lists: lists, words: words, borders: borders)
    return resolution.places(&mentions, in: report.text)
  }
}
