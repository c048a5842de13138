public import PatchworkRecord
import PatchworkText

/// A report with what is looked for in it before anything of it is shown, so that it is looked for once however often the
/// report is shown: its words, names of persons, and what leads to a person or a point.
public struct ScannedReport: Sendable {
  /// The report.
  public let report: Report
  /// What was read from it.
  public let reading: Reading
  /// The words of its text.
  let words: NamedText
  /// The names of persons in all that belongs to it.
  let names: [FoundName]
  /// Contacts and coordinates in its text.
  let contacts: [ContactScan.Found]
  /// How closely its places may be shown for the sites that are named beside them, by identifier or name.
  let levels: [String: PlaceLevel]

  /// Looks through a report; O(length of its text).
  public init(_ report: Report, _ reading: Reading, rules: DisclosureRules) {
    self.report = report
    self.reading = reading
    words = NamedText(report.text)
    names = PersonFinder(rules: rules).names(in: report, words, reading)
    contacts = ContactScan(report.text).all()
    var levels: [String: PlaceLevel] = [:]
    for account in reading.accounts {
      let places = [account.happening?.place, account.condition?.place].compactMap { $0 }
      guard !places.isEmpty, let site = rules.places.site(in: account.sentence.text) else {
        continue
      }
      for key in places.map({ $0.id ?? $0.name }) {
        levels[key] = max(site.level, levels[key] ?? site.level)
      }
    }
    self.levels = levels
  }
}
