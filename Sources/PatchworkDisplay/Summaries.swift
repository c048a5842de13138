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
    let language = report.language.lowercased()
    if language.isEmpty || language.hasPrefix("en") { return "No account was found." }
    return "Not read: only English is, and this is “\(ShownText.clean(report.language))”."
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
