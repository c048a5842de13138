import PatchworkRecord
import PatchworkText

extension Report {
  /// Reads what the text says of its own making; `left` are lines of its source that the text does not hold.
  mutating func readImprint(left: [String] = []) {
    let paragraphs = articlePieces
    imprint.dateline = DatelineText.first(in: paragraphs, published: published)
    imprint.credits = CreditLines.shipped.credits(in: paragraphs, left: left)
    imprint.notes = EditorialNotes.shipped.notes(in: paragraphs + left)
    if let agency = imprint.dateline?.agency, !agency.isEmpty {
      imprint.credits.insert(
        Imprint.Credit(
          who: agency, role: .dateline, isAgency: true, text: imprint.dateline?.text ?? ""), at: 0)
    }
    creditByline()
  }

  /// Names those in the byline among the credits.
  mutating func creditByline() {
    guard !byline.isEmpty, !imprint.credits.contains(where: { $0.role == .byline }) else { return }
    imprint.credits.insert(
      contentsOf: CreditNames.people(byline, role: .byline, text: byline), at: 0)
  }
}

/// Datelines as fields.
enum DatelineText {
  /// How many of the first paragraphs may bear one.
  private static let reach = 3

  /// The first dateline of some paragraphs, its day in the year nearest to publication.
  static func first(in paragraphs: [String], published: SourcedDate?) -> Imprint.Dateline? {
    // A dateline set apart from its sentence is a paragraph of its own: the next one stands behind it.
    let head = paragraphs.prefix(reach + 1)
    for (index, paragraph) in head.enumerated() {
      let alone = head.dropFirst(index + 1).first.map { "\(paragraph) \($0)" }
      for text in [paragraph, alone ?? paragraph] {
        guard let found = Dateline(at: 0, in: text) else { continue }
        return Imprint.Dateline(
          place: found.place.map { text[$0] } ?? "",
          day: found.stamp.flatMap { DayOfYear(text[$0])?.day(near: published) },
          agency: found.agency, text: text[found.span].trimmed)
      }
    }
    return nil
  }
}

/// A day written without its year, or with it.
struct DayOfYear: Equatable {
  let month: Int
  let dayOfMonth: Int
  let year: Int?

  /// Reads "June 7" or "7 June 2016"; nil where no month stands beside a number.
  init?(_ text: String) {
    var (month, day, year): (Int?, Int?, Int?) = (nil, nil, nil)
    for word in text.split(whereSeparator: { " ,.".contains($0) }) {
      if let named = MonthNames.shipped.month(word) {
        month = month ?? named
      } else if let number = Int(word) {
        if (1...31).contains(number), day == nil { day = number }
        if (1900...2100).contains(number) { year = number }
      }
    }
    guard let month, let day else { return nil }
    self.month = month
    dayOfMonth = day
    self.year = year
  }

  /// The day, `YYYY-MM-DD`, in the year that brings it nearest to publication; nil where there is neither year nor such a day.
  func day(near published: SourcedDate?) -> String? {
    if let year { return CivilDay(year, month, dayOfMonth)?.iso }
    guard let published = published.flatMap({ CivilDay(iso: $0.value) }) else { return nil }
    let near = (published.year - 1...published.year + 1).compactMap {
      CivilDay($0, month, dayOfMonth)
    }
    return near.min { abs($0.number - published.number) < abs($1.number - published.number) }?.iso
  }
}
