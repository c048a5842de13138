public import PatchworkRecord

/// What was said about a report beside its text; it goes before anything found inside.
public struct SuppliedFields: Equatable, Sendable {
  /// Title, empty when unknown.
  public var title = ""
  /// Outlet, empty when unknown.
  public var outlet = ""
  /// Byline, empty when unknown.
  public var byline = ""
  /// Address, empty when unknown.
  public var url = ""
  /// BCP 47 language, empty when unknown.
  public var language = ""
  /// When it was published.
  public var published: SourcedDate?
  /// When it was last modified.
  public var modified: SourcedDate?
  /// When the bytes were acquired.
  public var acquired: SourcedDate?
  /// Label of the encoding, as a protocol around the bytes declares it.
  public var encoding: String?

  /// Makes fields of which nothing is known.
  public init() {}

  /// Fills what a report made without these fields does not know.
  func completing(_ report: Report) -> Report {
    var report = report
    if report.title.isEmpty { report.title = title }
    if report.outlet.isEmpty { report.outlet = outlet }
    if report.byline.isEmpty {
      report.byline = byline
      report.creditByline()
    }
    if report.url.isEmpty { report.url = url }
    if !language.isEmpty {
      let told = ToldLanguage(LanguageGuess(report.articleText), supplied: language)
      report.language = told.language
      report.imprint.languageConfidence = told.confidence
    }
    if let published, published != report.imprint.overruled {
      let stated = report.published
      if let stated, stated.origin == "dateline", stated.isAnotherDay(than: published) {
        report.imprint.overruled = published
      } else {
        report.published = published
      }
    }
    report.imprint.modified = modified ?? report.imprint.modified
    report.acquired = acquired
    return report
  }
}
