package import PatchworkRecord

/// What is known of a report, as labelled lines for people.
package enum ReportFacts {
  /// All lines, each a label and its value; what is not known is left out.
  package static func of(_ report: Report) -> [(label: String, value: String)] {
    var facts: [(label: String, value: String)] = []
    func add(_ label: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append((label, value)) }
    }
    add("published", report.published.map(date))
    add("acquired", report.acquired.map(date))
    add("outlet", report.outlet)
    facts += Self.imprint(of: report)
    add("address", report.url)
    return facts
  }

  /// What is told of its making: its other days, kind, byline, language, dateline, credits, notes of changes.
  package static func imprint(of report: Report) -> [(label: String, value: String)] {
    let imprint = report.imprint
    var facts: [(label: String, value: String)] = []
    func add(_ label: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append((label, value)) }
    }
    add("modified", imprint.modified.map(date))
    add("overruled", imprint.overruled.map(date))
    add("kind", imprint.kind == .article ? nil : kind(imprint))
    add("byline", report.byline)
    add("language", language(report))
    add("dateline", imprint.dateline.map(dateline))
    for credit in imprint.credits where credit.role != .byline && credit.role != .dateline {
      add(credit.role.words, credit.who)
    }
    for note in imprint.notes {
      let day = note.day.map { " (\(DayText.of($0)))" } ?? ""
      add(note.kind.rawValue + day, note.text)
    }
    return facts
  }

  private static func kind(_ imprint: Imprint) -> String {
    switch imprint.kind {
    case .article: "article"
    case .liveBlog: "live blog of \(Plural.text(imprint.entries.count, "entry", many: "entries"))"
    case .short: "short: a sentence or two"
    }
  }

  private static func date(_ date: SourcedDate) -> String {
    let time = date.value.dropFirst(11)
    return "\(DayText.of(date.value))\(time.isEmpty ? "" : " \(time)") (\(date.origin))"
  }

  private static func language(_ report: Report) -> String {
    let name = LanguageName.of(report.language)
    guard !name.isEmpty, let confidence = report.imprint.languageConfidence else { return name }
    return "\(name), \(Int((confidence * 100).rounded())) % sure"
  }

  private static func dateline(_ dateline: Imprint.Dateline) -> String {
    [dateline.place, dateline.day.map(DayText.of) ?? "", dateline.agency]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension Imprint.Credit.Role {
  /// The role as a label.
  fileprivate var words: String {
    switch self {
    case .signOff: "signed"
    case .told: "spoken to"
    default: rawValue
    }
  }
}
