import GRDB
import PatchworkLinking
public import PatchworkRecord

/// Someone who speaks or acts in a record, under all the names that are theirs.
public struct Actor: Hashable, Sendable {
  /// The name that most accounts use.
  public var name: String
  /// All spellings, most used first.
  public var spellings: [String]
  /// What kind of speaker.
  public var kind: SourceKind
  /// The party that the name belongs to by the table of parties, empty where to none.
  public var party: String
  /// Offices and descriptions with which reports introduce them.
  public var offices: [Office]
  /// What people said of their affiliations.
  public var affiliations: [Affiliation]
  /// How many accounts are theirs.
  public var accounts: Int

  /// An office, as reports name it.
  public struct Office: Hashable, Sendable {
    /// Its words.
    public var words: String
    /// First and last day on which a report names it.
    public var first: CivilDay?
    /// Last day on which a report names it.
    public var last: CivilDay?
    /// The report and account that name it first.
    public var report: String
    /// Number of the account.
    public var account: Int
  }

  /// An affiliation that a person entered.
  public struct Affiliation: Hashable, Sendable {
    /// To whom.
    public var with: String
    /// Whether the actor declares it, or others suspect it.
    public var isDeclared: Bool
    /// From and until when, as entered.
    public var from: String
    /// Until when, as entered.
    public var until: String
    /// Who entered it and why.
    public var who: String
    /// The source that was given for it.
    public var reason: String
  }
}

extension RecordFile {
  /// The actors of the record by number of accounts, then by name.
  ///
  /// Names that a person joined are one actor. A name that is the last word of exactly one longer name of a person is its
  /// short form. Anonymous speakers are no one and never joined.
  public func actors() throws -> [Actor] {
    try pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.who, a.kind, a.role, a.report, a.n, r.id, r.day FROM account a
          JOIN report r ON r.row = a.report
          WHERE r.is_latest = 1 AND a.who != ''
            AND a.kind NOT IN ('author', 'unstated', 'anonymous', 'collective')
          ORDER BY r.sort_day, r.id, a.n
          """)
      var groups: [String: [Row]] = [:]
      for row in rows { groups[row["who"], default: []].append(row) }
      let judged = try Self.judgements(in: db)
      var names = Self.joined(Array(groups.keys), by: judged)
      for short in groups.keys where names[short] == nil {
        let longer = groups.keys.filter { $0 != short && $0.hasSuffix(" " + short) }
        if longer.count == 1, let row = groups[short]?.first, row["kind"] == "person" {
          names[short] = names[longer[0]] ?? longer[0]
        }
      }
      var actors: [String: [String]] = [:]
      for name in groups.keys { actors[names[name] ?? name, default: []].append(name) }
      return actors.map { _, spellings in
        actor(spellings, groups, judged)
      }.sorted { ($1.accounts, $0.name) < ($0.accounts, $1.name) }
    }
  }

  /// To which name each name belongs that a person joined to another.
  private static func joined(_ names: [String], by judgements: [Judgement]) -> [String: String] {
    var joined: [String: String] = [:]
    for judgement in judgements where judgement.action == .alias {
      let root = joined[judgement.value] ?? judgement.value
      joined[judgement.other] = root
      for (name, other) in joined where other == judgement.other { joined[name] = root }
    }
    return joined
  }

  private func actor(
    _ spellings: [String], _ groups: [String: [Row]], _ judgements: [Judgement]
  ) -> Actor {
    let ordered = spellings.sorted {
      (groups[$1]?.count ?? 0, $1.utf8.count, $0) < (groups[$0]?.count ?? 0, $0.utf8.count, $1)
    }
    let rows = ordered.flatMap { groups[$0] ?? [] }
    var offices: [String: Actor.Office] = [:]
    for row in rows {
      let words: String = row["role"]
      guard !words.isEmpty else { continue }
      let day = (row["day"] as Int?).map(CivilDay.init(number:))
      if var known = offices[words] {
        known.last = [known.last, day].compactMap { $0 }.max()
        offices[words] = known
      } else {
        offices[words] = Actor.Office(
          words: words, first: day, last: day, report: row["id"], account: row["n"])
      }
    }
    // The fullest of the names that are used most stands for all.
    let name = ordered.max { $0.split(separator: " ").count < $1.split(separator: " ").count }
    return Actor(
      name: name ?? "", spellings: ordered,
      kind: SourceKind(rawValue: rows.first?["kind"] ?? "") ?? .person,
      party: ordered.lazy.compactMap { self.linker.parties.party(of: $0)?.name }.first
        ?? offices.keys.sorted().lazy.compactMap { self.linker.parties.party(of: $0)?.name }.first
        ?? "",
      offices: offices.values.sorted {
        ($0.first?.number ?? .max, $0.words) < ($1.first?.number ?? .max, $1.words)
      },
      affiliations: judgements.filter { $0.action == .affiliation && spellings.contains($0.other) }
        .map { judgement in
          let parts = judgement.value.split(separator: "\u{1F}", omittingEmptySubsequences: false)
            .map(String.init)
          return Actor.Affiliation(
            with: parts.first ?? "", isDeclared: judgement.field == "declared",
            from: parts.count > 1 ? parts[1] : "", until: parts.count > 2 ? parts[2] : "",
            who: judgement.who, reason: judgement.reason)
        },
      accounts: rows.count)
  }

  /// Joins two names of one actor.
  @discardableResult
  public func join(_ name: String, with other: String, _ decision: Decision) throws -> Int {
    try actorJudgement(.alias, name: other, field: "", value: name, decision)
  }

  /// Enters an affiliation of an actor, declared or suspected.
  @discardableResult
  public func affiliate(
    _ name: String, with other: String, isDeclared: Bool, from: String, until: String,
    _ decision: Decision
  ) throws -> Int {
    try actorJudgement(
      .affiliation, name: name, field: isDeclared ? "declared" : "suspected",
      value: [other, from, until].joined(separator: "\u{1F}"), decision)
  }

  private func actorJudgement(
    _ action: Judgement.Action, name: String, field: String, value: String, _ decision: Decision
  ) throws -> Int {
    try changing(decision) { db in
      let known = try Row.fetchOne(
        db, sql: "SELECT kind FROM account WHERE who = ? LIMIT 1", arguments: [name])
      guard let known, !["anonymous", "unstated", "author"].contains(known["kind"] as String) else {
        throw JudgementError.noActor(name)
      }
      let entry = try Journal.append(
        at: decision.at, who: decision.who, action: action.rawValue, subject: "actor \(name)",
        detail: Self.detail(
          ("field", field), ("value", value.replacing("\u{1F}", with: " / "))),
        reason: decision.reason, in: db)
      try Self.insert(
        Judgement(
          number: entry, action: action, report: "", account: nil, incident: "", other: name,
          field: field, value: value, machineValue: "", conflict: "", who: decision.who,
          at: decision.at, reason: decision.reason), anchor: "", in: db)
      return entry
    }
  }
}
