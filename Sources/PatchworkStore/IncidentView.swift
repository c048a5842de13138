public import PatchworkLinking
import PatchworkRecord

/// An incident with everything that was said of it.
public struct IncidentView: Sendable {
  /// Its code.
  public var id: String
  /// What, where and when, as its accounts say together.
  public var summary: IncidentSummary
  /// Everything that follows from its accounts.
  public var analysis: IncidentAnalysis
  /// The texts that the accounts' spans count in, by report.
  public var texts: [String: String]
  /// Its reports that reproduce another's words in order to refute them.
  public var refutations: [String]
  /// What the occurrences of its reports were linked by: the report, the one it was found most like, and the grounds.
  public var links: [Link]
  /// Former codes.
  public var aliases: [String]
  /// What people decided about it and about its accounts.
  public var judgements: [Judgement]
  /// Incidents that are possibly the same, with the grounds.
  public var possiblySame: [(id: String, reasons: String)]

  /// Why a report was brought to an incident.
  public struct Link: Sendable {
    /// The report that was brought here.
    public var report: String
    /// The report that it was found most like.
    public var to: String
    /// The grounds, each with its share.
    public var reasons: String
  }

  /// Its accounts in order of publication.
  public var accounts: [IncidentAccount] { analysis.accounts }

  /// Identifiers of the reports of its accounts, each once, in their order.
  public var reports: [String] {
    var seen: Set<String> = []
    return accounts.map(\.report).filter { seen.insert($0).inserted }
  }

  /// The grade: a person's where one gave it, else by the rules.
  public var gradeWord: IncidentGrade.Word {
    judgements.last { $0.action == .grade }.flatMap { IncidentGrade.Word(rawValue: $0.value) }
      ?? analysis.grade.word
  }

  /// What is known of it in common, in one line: "air-strike at Hass, 2016-10-26".
  public var title: String {
    let place = summary.place.map { " at \($0.name)" } ?? ""
    guard let days = summary.days else { return summary.type.rawValue + place }
    let to = days.lowerBound == days.upperBound ? "" : " to \(days.upperBound.iso)"
    return "\(summary.type.rawValue)\(place), \(days.lowerBound.iso)\(to)"
  }

  /// How many independent origins its accounts have.
  public var origins: Int { Set(accounts.map(\.origin)).count }
}
