public import PatchworkDisclosure
public import PatchworkStore
public import PatchworkText
import Synchronization

/// The persons of a record of whom some report states a public office, kept up as reports come.
public final class DisclosureRegister: Sendable {
  /// The tables by which is decided.
  public let rules: DisclosureRules
  private let state: Mutex<(persons: PublicPersons, last: Int64)>
  private let standIns = Mutex<(reports: [String: String], last: Int64)>(([:], 0))

  /// Makes a register of nobody yet.
  public init() throws(LexiconError) {
    let rules = try DisclosureRules()
    self.rules = rules
    state = Mutex((PublicPersons(rules), 0))
  }

  /// The persons as of now; reads what came since the last time.
  public func persons(of file: RecordFile) throws -> PublicPersons {
    try state.withLock { state in
      let last = state.last
      var persons = state.persons
      state.last = try file.forEachDescribedPerson(after: last) { persons.add($0, described: $1) }
      state.persons = persons
      return persons
    }
  }

  /// The report that a stand-in for its identifier may mean, or what was given where it is none; the first time reads every
  /// identifier, later times those that came since.
  func report(behind given: String, of file: RecordFile) throws -> String {
    guard given.hasPrefix(Disclosure.standInHead) else { return given }
    return try standIns.withLock { state in
      var reports = state.reports
      state.last = try file.forEachReportIdentifier(after: state.last) {
        reports[Disclosure.standIn(for: $0)] = $0
      }
      state.reports = reports
      return reports[given] ?? given
    }
  }
}
