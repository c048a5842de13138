package import PatchworkRecord

/// What a reading holds, in one line.
package enum ReadingSummary {
  /// "24 accounts by 9 sources, 11 happenings and states".
  package static func text(of reading: Reading) -> String {
    let sources = Set(
      reading.accounts.filter { $0.source.kind != .unstated }.map { $0.speaker.lowercased() })
    let groups = AccountGroup.groups(of: reading.accounts).filter { $0.subject != .statement }
    return [
      Plural.text(reading.accounts.count, "account") + " by "
        + Plural.text(sources.count, "source"),
      Plural.text(groups.count, "happening or state", many: "happenings and states"),
    ].joined(separator: " · ")
  }
}

/// Why a report has no account, in one line.
package enum SilenceSummary {
  /// "No account was found.", or that the language is not one that is read; nil when there are accounts.
  package static func text(of report: Report, _ reading: Reading) -> String? {
    if !reading.accounts.isEmpty { return nil }
    if report.isInReadLanguage { return "No account was found." }
    let language = ShownText.clean(LanguageName.of(report.language))
    return "Not read: only English is, and this is in \(language)."
  }
}

/// How many reports were kept and not read because of their languages.
package struct UnreadTally: Hashable, Sendable {
  private var counts: [String: Int] = [:]

  /// Counts nothing yet.
  package init() {}

  /// Counts a report that is in another language than English.
  package mutating func add(_ report: Report) {
    if !report.isInReadLanguage { counts[LanguageName.of(report.language), default: 0] += 1 }
  }

  /// "2 reports were not read, as only English is: 1 in Arabic, 1 in Russian"; nil when all were.
  package var note: String? {
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return nil }
    let languages = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(Plural.grouped($0.value)) in \(ShownText.clean($0.key))" }
    return Plural.text(all, "report") + (all == 1 ? " was" : " were")
      + " not read, as only English is: " + languages.joined(separator: ", ")
  }
}

/// What was left unread, in one line.
package enum DroppedSummary {
  /// "Left unread: 3 pieces of boilerplate, 1 advert.", nil when everything was read.
  package static func text(of dropped: [DroppedText]) -> String? {
    if dropped.isEmpty { return nil }
    let parts = [
      (DropReason.boilerplate, "piece of boilerplate", "pieces of boilerplate"),
      (.advert, "advert", "adverts"),
      (.related, "related link", "related links"),
      (.credit, "credit", "credits"),
    ].compactMap { reason, one, many in
      let count = dropped.count { $0.why == reason }
      return count == 0 ? nil : Plural.text(count, one, many: many)
    }
    return "Left unread: " + parts.joined(separator: ", ") + "."
  }
}

/// A number with its noun.
package enum Plural {
  package static func text(_ count: Int, _ one: String, many: String? = nil) -> String {
    "\(Count.grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }
}

extension Plural {
  /// A number alone, its digits in groups.
  package static func grouped(_ count: Int) -> String { Count.grouped(count) }
}
