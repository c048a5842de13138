import PatchworkRecord
import PatchworkText

/// The door for text without markup.
enum PlainTextDoor {
  /// Makes a report of a text as it stands.
  static func report(
    id: String, text: String, supplied: SuppliedFields = SuppliedFields(),
    encoding: String = "utf-8", bytesSHA256: String? = nil
  ) -> Report {
    let structure = TextBlocks(text: text, title: supplied.title)
    let stated =
      structure.date
      ?? StatedDate(Array(text.utf8.prefix(512))).map {
        SourcedDate(value: $0.day, origin: "dateline")
      }
    let isOverruled = supplied.published.map { stated?.isAnotherDay(than: $0) == true } ?? true
    let told = ToldLanguage(LanguageGuess(text), supplied: supplied.language)
    var report = Report(
      id: id, text: text, blocks: structure.blocks, dropped: structure.dropped,
      title: supplied.title, outlet: supplied.outlet, url: supplied.url,
      language: told.language,
      published: isOverruled ? stated : supplied.published,
      mediaType: MediaType.plain.rawValue, encoding: encoding,
      bytesSHA256: bytesSHA256 ?? sha256Hex(Array(text.utf8)))
    report.imprint.overruled = isOverruled ? supplied.published : nil
    report.imprint.languageConfidence = told.confidence
    report.readImprint(left: report.dropped.map(\.quote.text))
    return report
  }
}

extension SourcedDate {
  /// Whether it is a day that no time zone makes another.
  func isAnotherDay(than other: SourcedDate) -> Bool {
    guard let day = CivilDay(iso: value), let otherDay = CivilDay(iso: other.value) else {
      return false
    }
    return abs(day.number - otherDay.number) > 1
  }
}
