import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// What may be done with a record at all.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct RecordModeTests {
  private static let decision = JudgingTests.decision

  /// Everything that changes what a record holds.
  private static let changes: [(name: String, change: @Sendable (RecordFile) throws -> Void)] = [
    ("add", { _ = try $0.add([SampleRecord.new(id: "d", "Rain fell.", published: "2016-09-20")]) }),
    ("judge an account", { try $0.judge(.reject, report: "b", account: 0, decision) }),
    (
      "judge an incident",
      { file in
        try file.judge(.note, incident: JudgingTests.incident(of: "b", in: file).id, decision)
      }
    ),
    ("undo", { try $0.undo(2, decision) }),
    (
      "an account by hand",
      {
        try $0.add(
          HandAccount(words: "killed eleven people", who: "a doctor", stance: .state), to: "b",
          decision)
      }
    ),
    ("join names", { try $0.join("rescuers", with: "residents", decision) }),
    ("withdraw", { try $0.withdraw(report: "a", decision) }),
    ("hold", { try $0.hold(report: "a", true, decision) }),
    ("expunge", { try $0.expunge(report: "a", decision) }),
    (
      "keep a movement",
      { file in
        let seal = try #require(Seal(key: Seal.newKey()))
        _ = try file.keep(
          movement: Array("{}".utf8), ends: Moment(minutes: 0, offset: 0), seal: seal, decision)
      }
    ),
    ("reread", { _ = try $0.replaceReadings([], tool: "test", at: "2016-10-02T08:00:00Z") }),
  ]

  @Test(arguments: [RecordMode.readOnly, .locked])
  func `nothing that a record holds is changed but in its normal mode`(_ mode: RecordMode) throws {
    try JudgingTests.withRecord { file in
      #expect(try file.mode() == .initial)
      try file.setMode(mode, Self.decision)
      let state = RecordModeState(
        mode: mode, who: Self.decision.who, at: Self.decision.at, reason: Self.decision.reason)
      #expect(try file.mode() == state)
      let entries = try file.newestEntry()
      for (name, change) in Self.changes {
        #expect(throws: RecordFileError.held(path: file.path, state), "\(name)") {
          try change(file)
        }
      }
      #expect(try file.newestEntry() == entries)
      // Who reads what is entered all the same, and so is who may use it.
      try file.enterDisclosure(of: "the record", Self.decision)
      try file.addUser("Rana", .manager, password: "correct horse battery", Self.decision)
      #expect(try file.newestEntry() == entries + 2)
      try file.setMode(.normal, Self.decision)
      #expect(try file.withdraw(report: "a", Self.decision) == entries + 4)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `each change of the mode is in the journal with from which to which, and why`() throws
  {
    try JudgingTests.withRecord { file in
      let first = try file.setMode(.locked, Self.decision)
      try file.setMode(.readOnly, Self.decision)
      var said: [String] = []
      try file.forEachEntry(after: first - 1) {
        said.append("\($0.action) \($0.detail) \($0.reason)")
      }
      #expect(
        said == [
          #"set-mode {"before":"normal","after":"locked"} read it"#,
          #"set-mode {"before":"locked","after":"read-only"} read it"#,
        ])
      #expect(throws: JudgementError.unreasoned) {
        try file.setMode(.normal, Decision(who: "R. Haddad", at: "2016-10-02", reason: ""))
      }
    }
  }
}
