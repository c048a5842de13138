public import PatchworkDisclosure
import PatchworkLinking
public import PatchworkRecord
public import PatchworkStore

/// A record as it may be shown under a right: the only way from a record to a page or an export of somebody without full rights.
///
/// Every value comes with what was left out of it. One register may serve any number of these, also at once.
public struct DisclosedRecord: Sendable {
  /// The record.
  public let file: RecordFile
  /// What may be seen.
  public let right: Right
  /// The day on which it is shown.
  public let day: CivilDay
  private let register: DisclosureRegister
  let parties: Parties
  let families: TypeFamilies
  let victims: VictimClasses

  /// A record for one right; `day` is today's, by which movements have ended or not.
  public init(
    _ file: RecordFile, right: Right, on day: CivilDay, register: DisclosureRegister
  ) throws {
    self.file = file
    self.right = right
    self.day = day
    self.register = register
    parties = try Parties()
    families = try TypeFamilies()
    victims = try VictimClasses()
  }

  /// The rule for small numbers of people; none under a full right.
  var smallCells: SmallCells? { right.isFull ? nil : SmallCells(register.rules) }

  /// A value as it may be shown.
  public struct Shown<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// What was left out of it.
    public var removals: Removals
  }

  /// Reports that were looked through, by identifier, while the record is read at one moment.
  typealias Scans = [String: ScannedReport]

  /// The disclosure of some stored reports and of further texts that are shown with them.
  func disclosure(of reports: [StoredReport], texts: [String] = []) throws -> Disclosure {
    var scans = Scans()
    return try disclosure(of: reports, texts: texts, &scans)
  }

  /// The same of reports of which some were looked through before.
  func disclosure(
    of reports: [StoredReport], texts: [String] = [], _ scans: inout Scans
  ) throws -> Disclosure {
    let scanned = reports.map { stored in
      if let known = scans[stored.row.id] { return known }
      let scan = ScannedReport(stored.report, stored.reading, rules: register.rules)
      scans[stored.row.id] = scan
      return scan
    }
    return Disclosure(
      right, on: day, rules: register.rules, known: try register.persons(of: file),
      reports: scanned, texts: texts)
  }

  /// Identifier of any report as it may be shown; one that the disclosure was not given is judged by its own names too.
  func identifier(_ id: String, _ disclosure: inout Disclosure) throws -> String {
    let shown = disclosure.identifier(id)
    if shown != id || disclosure.knows(id) || right.isFull { return shown }
    guard let stored = try file.report(id) else { return shown }
    var own = try self.disclosure(of: [stored])
    return own.identifier(id)
  }

  /// A row as it may be shown; the disclosure must know its report.
  private func shown(_ row: ReportRow, _ disclosure: inout Disclosure) throws -> ReportRow {
    var shown = row
    shown.title = disclosure.title(of: row.id)
    shown.outlet = disclosure.text(row.outlet)
    shown.id = disclosure.identifier(row.id)
    shown.origin = try identifier(row.origin, &disclosure)
    return shown
  }

  /// The incidents that a filter lets through, as lists show them; those that are movements not yet to be shown fall out.
  public func incidents(_ filter: RecordFilter) throws -> Shown<[IncidentRow]> {
    let rows = try file.incidents(filter)
    if right.isFull { return Shown(value: rows, removals: Removals()) }
    var disclosure = try disclosure(of: [], texts: rows.map(\.placeName))
    var shown: [IncidentRow] = []
    var withheld = 0
    for var row in rows {
      if try isWithheld(row) {
        withheld += 1
        continue
      }
      row.placeName = disclosure.text(row.placeName)
      shown.append(row)
    }
    var removals = disclosure.removals
    if withheld > 0 {
      removals.add(
        .movement, why: "movement that had not ended long enough before", times: withheld)
    }
    return Shown(value: shown, removals: removals)
  }

  /// Whether a row is of a movement not yet to be shown; of one without a day, when it was told last decides.
  private func isWithheld(_ row: IncidentRow) throws -> Bool {
    let rules = register.rules
    if let end = row.days?.upperBound {
      return rules.withholds(row.type, until: end, told: nil, on: day)
    }
    guard rules.withholds(row.type, until: nil, told: nil, on: day) else { return false }
    let told = try file.incident(row.id)?.accounts.compactMap(\.published).max()
    return rules.withholds(row.type, until: nil, told: told, on: day)
  }

  /// A report as it may be shown, by the identifier as it may be shown, or nil where there is none; texts of earlier
  /// versions and custody are shown under a full right only.
  public func report(_ given: String) throws -> Shown<StoredReport>? {
    let id = try right.isFull ? given : register.report(behind: given, of: file)
    // Who guesses an identifier with a name in it is not told that it is one.
    return try report(stored: id).flatMap { $0.value.row.id == given ? $0 : nil }
  }

  /// A report as it may be shown, by the identifier that the record keeps.
  func report(stored id: String) throws -> Shown<StoredReport>? {
    guard var stored = try file.report(id) else { return nil }
    if right.isFull { return Shown(value: stored, removals: Removals()) }
    var disclosure = try disclosure(of: [stored])
    guard let (report, reading) = disclosure.report(id) else { return nil }
    stored.row.id = report.id
    stored.row.title = report.title
    stored.row.outlet = report.outlet
    stored.row.origin = try identifier(stored.row.origin, &disclosure)
    stored.url = report.url
    stored.byline = report.byline
    stored.imprint = report.imprint
    stored.text = report.text
    stored.acquiredHow = ""
    stored.reading = reading
    stored.versions = []
    stored.judgements = stored.judgements.map { $0.shown(by: &disclosure) }
    return Shown(value: stored, removals: disclosure.removals)
  }

  /// Reports as lists show them.
  public func reports(_ filter: RecordFilter) throws -> Shown<[ReportRow]> {
    let rows = try file.reports(filter)
    if right.isFull { return Shown(value: rows, removals: Removals()) }
    var removals = Removals()
    var shown: [ReportRow] = []
    for row in rows {
      guard let stored = try file.report(row.id) else { continue }
      var disclosure = try disclosure(of: [stored])
      shown.append(try self.shown(row, &disclosure))
      removals.add(disclosure.removals)
    }
    return Shown(value: shown, removals: removals)
  }

  /// What a search finds; passages that tell of a movement not yet to be shown are empty.
  public func search(_ words: String, _ filter: RecordFilter) throws -> Shown<[SearchRow]> {
    let rows = try file.search(words, filter)
    if right.isFull { return Shown(value: rows, removals: Removals()) }
    var removals = Removals()
    var shown: [SearchRow] = []
    for var row in rows {
      guard let stored = try file.report(row.report.id) else { continue }
      var disclosure = try disclosure(of: [stored], texts: [row.passage])
      row.passage = disclosure.passage(row.passage, of: row.report.id) ?? ""
      row.report = try self.shown(row.report, &disclosure)
      shown.append(row)
      removals.add(disclosure.removals)
    }
    return Shown(value: shown, removals: removals)
  }

  /// Speakers; private persons fall out.
  public func speakers(_ filter: RecordFilter) throws -> Shown<[SpeakerRow]> {
    let rows = try file.speakers(filter)
    if right.isFull { return Shown(value: rows, removals: Removals()) }
    let known = try register.persons(of: file)
    let shown = rows.filter { $0.kind != .person || known.contains($0.who) }
    var removals = Removals()
    if shown.count < rows.count {
      removals.add(
        .name, why: "no public office of the person is stated", times: rows.count - shown.count)
    }
    return Shown(value: shown, removals: removals)
  }

  /// Whether a speaker's name may be shown: that of everyone but persons of whom no report states a public office.
  public func mayName(_ name: String) throws -> Bool {
    if right.isFull { return true }
    var filter = RecordFilter()
    filter.names = [name]
    filter.limit = 1
    let kind = try file.speakers(filter).first?.kind
    return try kind != .person || register.persons(of: file).contains(name)
  }

  /// Accounts as lists show them; those of movements not yet to be shown fall out.
  public func accounts(_ filter: RecordFilter) throws -> Shown<[AccountRow]> {
    let rows = try file.accounts(filter)
    if right.isFull { return Shown(value: rows, removals: Removals()) }
    var removals = Removals()
    var shown: [AccountRow] = []
    var last: (id: String, disclosure: Disclosure)?
    for var row in rows {
      if last?.id != row.report.id {
        if let last { removals.add(last.disclosure.removals) }
        guard let stored = try file.report(row.report.id) else { continue }
        last = (row.report.id, try disclosure(of: [stored]))
      }
      guard var disclosure = last?.disclosure else { continue }
      let account = disclosure.account(row.account, of: row.report.id)
      row.report = try self.shown(row.report, &disclosure)
      last?.disclosure = disclosure
      guard let account else { continue }
      row.account = account
      shown.append(row)
    }
    if let last { removals.add(last.disclosure.removals) }
    return Shown(value: shown, removals: removals)
  }
}

extension Judgement {
  /// The judgement as it may be shown: who decided is not named, and what is written is masked.
  func shown(by disclosure: inout Disclosure) -> Judgement {
    if disclosure.right.isFull { return self }
    var judgement = self
    judgement.who = "a person"
    judgement.report = disclosure.identifier(report)
    judgement.other = action == .split ? disclosure.identifier(other) : disclosure.text(other)
    judgement.value = disclosure.text(value)
    judgement.machineValue = disclosure.text(machineValue)
    judgement.reason = disclosure.text(reason)
    judgement.conflict = disclosure.text(conflict)
    return judgement
  }
}
