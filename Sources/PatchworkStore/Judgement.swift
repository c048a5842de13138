public import PatchworkRecord
import PatchworkText

/// What a person decided about something that the machine read or linked.
public struct Judgement: Hashable, Sendable {
  /// What can be decided.
  public enum Action: String, Sendable, CaseIterable {
    /// An account was read rightly, or wrongly and counts no more.
    case accept, reject
    /// A field of an account reads otherwise.
    case edit
    /// Two incidents are one; a report tells another incident than it was brought to.
    case merge, split
    /// Two incidents are not one.
    case apart
    /// An incident has a grade that a person answers for.
    case grade
    /// A remark.
    case note
    /// An account that the machine did not read.
    case account
    /// Two names of one actor, and to whom an actor belongs.
    case alias, affiliation
    /// An earlier judgement counts no more.
    case undo
  }

  /// Number of its entry in the journal.
  public var number: Int
  /// What was decided.
  public var action: Action
  /// The report, and the number of the account within it, where it is about one.
  public var report: String
  /// The account's number, where it is about one.
  public var account: Int?
  /// The incident, and the other of a merge.
  public var incident: String
  /// The other incident of a merge, the report of a split.
  public var other: String
  /// The field that is edited and what it reads; for grades and notes the words.
  public var field: String
  /// What the field reads now, or the words of a grade or note.
  public var value: String
  /// What the machine had read there.
  public var machineValue: String
  /// Why it no longer fits what the machine reads, empty where it does.
  public var conflict: String
  /// Who decided, when, and why.
  public var who: String
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Why.
  public var reason: String
}

/// A field of an account that a person can correct.
public enum AccountField: String, Sendable, CaseIterable {
  case who, role, stance, type, modality, place, killed, injured, actor, target

  /// What an account has there, empty where it has nothing.
  public func value(of account: Account) -> String {
    let happening = account.happening
    func text(_ count: Count?) -> String {
      guard let count else { return "" }
      return "\(count.low.map(String.init) ?? "")..\(count.high.map(String.init) ?? "")"
    }
    return switch self {
    case .who: account.source.who
    case .role: account.source.role
    case .stance: account.stance.rawValue
    case .type: happening?.type.rawValue ?? ""
    case .modality: happening?.modality.rawValue ?? ""
    case .place: happening?.place?.name ?? account.condition?.place?.name ?? ""
    case .killed: text(happening?.killed)
    case .injured: text(happening?.injured)
    case .actor: happening?.actor?.who ?? ""
    case .target: happening?.target?.who ?? ""
    }
  }

  /// The account with a field corrected, or nil where the value is none that the field can have.
  ///
  /// A number is `13`, `13..20`, `13..` or `..20`.
  public func corrected(_ account: Account, to value: String) -> Account? {
    var account = account
    switch self {
    case .who: account.source.who = value
    case .role: account.source.role = value
    case .stance:
      guard let stance = Stance(rawValue: value) else { return nil }
      account.stance = stance
    case .type:
      guard let type = HappeningType(rawValue: value), account.happening != nil else { return nil }
      account.happening?.type = type
    case .modality:
      guard let modality = Modality(rawValue: value), account.happening != nil else { return nil }
      account.happening?.modality = modality
    case .place:
      guard account.happening?.place != nil else { return nil }
      account.happening?.place?.name = value
      account.happening?.place?.id = nil
      account.happening?.place?.rule = "corrected"
    case .killed, .injured:
      guard let bounds = Self.bounds(value), let happening = account.happening else { return nil }
      let old = self == .killed ? happening.killed : happening.injured
      let count = Count(
        quote: old?.quote ?? happening.trigger, low: bounds.low, high: bounds.high,
        relation: bounds.low == bounds.high ? .exact : bounds.high == nil ? .atLeast : .range,
        measure: self == .killed ? .killed : .injured, unit: old?.unit ?? "person")
      if self == .killed {
        account.happening?.killed = count
      } else {
        account.happening?.injured = count
      }
    case .actor, .target:
      guard let happening = account.happening else { return nil }
      let old = self == .actor ? happening.actor : happening.target
      let who = Participant(quote: old?.quote ?? happening.trigger, who: value)
      if self == .actor { account.happening?.actor = who } else { account.happening?.target = who }
    }
    return account
  }

  /// Bounds as they are written on the command line.
  public static func bounds(_ text: String) -> (low: Int?, high: Int?)? {
    if let exact = Int(text) { return exact >= 0 ? (exact, exact) : nil }
    guard let dots = text.firstRange(of: "..") else { return nil }
    let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let bounds = (low.isEmpty ? nil : Int(low), high.isEmpty ? nil : Int(high))
    guard low.isEmpty || bounds.0 != nil, high.isEmpty || bounds.1 != nil,
      bounds.0 != nil || bounds.1 != nil, (bounds.0 ?? 0) <= (bounds.1 ?? .max)
    else { return nil }
    return (bounds.0, bounds.1)
  }
}

extension Account {
  /// By what an account is found again when its report is read anew: where its sentence, its source and its trigger stand.
  var anchor: String {
    let spans = [
      sentence.span, source.mention?.span, happening?.trigger.span ?? condition?.trigger.span,
    ]
    return spans.map { $0.map { "\($0.start)-\($0.end)" } ?? "" }.joined(separator: " ")
  }

  /// By what an account is found again in another version of its report: the words of its sentence, source and trigger.
  var wording: String {
    let words = [
      sentence.text, source.mention?.text, happening?.trigger.text ?? condition?.trigger.text,
    ]
    return words.map { $0 ?? "" }.joined(separator: "\u{1}")
  }
}
