import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Truces and areas from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct CeasefireTests {
  private static func withRecord(
    _ texts: [(day: String, text: String)], _ body: (RecordFile) throws -> Void
  ) throws {
    try SampleRecord.withPath { path in
      let reports = try texts.enumerated().map {
        try SampleRecord.new(id: "r\($0.offset)", $0.element.text, published: $0.element.day)
      }
      try body(SampleRecord.make(at: path, of: reports))
    }
  }

  @Test func `the truce of September 2016 has its clock, and its end is its speaker's`() throws {
    try IncidentGoldenTests.withSamples { file in
      let found = try file.ceasefires()
      let truce = try #require(
        found.instruments.first { instrument in
          instrument.kind == .ceasefire
            && instrument.acts.contains {
              $0.state == .over && $0.said.published?.iso == "2016-09-19"
            }
        })
      let over = truce.acts.filter { $0.state == .over }.map(\.said.party)
      #expect(over.contains("Syria") || over.contains(""))
      #expect(found.violations.contains { $0.count?.low == 264 })
      #expect(
        found.violations.contains {
          $0.count?.low == 300 && $0.count?.quote.text.contains("300") == true
        })
    }
  }

  @Test func `three clocks of 48 hours are three kinds`() throws {
    let texts = [
      (
        "2016-09-20",
        "The United Nations suspended all aid convoys in Syria for 48 hours on September 20."
      ),
      (
        "2016-09-22",
        "“You have 48 hours only,” the army told the people of the town in a message, residents said."
      ),
      ("2016-09-22", "Russia proposed a pause in fighting of 48 hours."),
    ]
    try Self.withRecord(texts) { file in
      let found = try file.ceasefires()
      let kinds = Set((found.instruments + found.proposals).map(\.kind))
      #expect(kinds == [.suspension, .ultimatum, .pause])
      let suspension = try #require(found.instruments.first { $0.kind == .suspension })
      #expect(suspension.clocks.first?.end?.iso == "2016-09-22")
      #expect(found.proposals.map(\.kind) == [.pause])
    }
  }

  @Test func `a clock runs and runs out`() throws {
    let texts = [
      (
        "2016-09-13",
        "A truce took effect in Syria on September 12 and will last for seven days, Russia said."
      )
    ]
    try Self.withRecord(texts) { file in
      let truce = try #require(try file.ceasefires().instruments.first)
      let clock = try #require(truce.clocks.first)
      #expect(clock.standing(on: CivilDay(iso: "2016-09-11")!) == .waiting(days: 1))
      #expect(clock.standing(on: CivilDay(iso: "2016-09-18")!) == .running(daysLeft: 1))
      #expect(clock.standing(on: CivilDay(iso: "2016-09-21")!) == .expired(days: 2))
    }
  }

  @Test func `a besieged town has its siege, its people and days without a report`() throws {
    let texts = [
      (
        "2016-09-05",
        "Some 40,000 people are besieged in Madaya by government forces, the United Nations said."
      ),
      ("2016-09-20", "The government denied that Madaya was besieged."),
    ]
    try Self.withRecord(texts) { file in
      let id = try #require(try file.placeID(named: "Madaya"))
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-09-30")!
      let picture = try #require(try file.areaPicture(id, days: days))
      #expect(picture.strip.cell(.siege, CivilDay(iso: "2016-09-02")!).isSilent)
      #expect(!picture.strip.cell(.siege, CivilDay(iso: "2016-09-05")!).isSilent)
      #expect(picture.strip.cell(.siege, CivilDay(iso: "2016-09-07")!).carried?.iso == "2016-09-05")
      let test = try #require(picture.siege.results.first { $0.test == .encirclement })
      #expect(test.answer == .disputed)
      #expect(picture.siege.results.first { $0.test == .noFreeMovement }?.answer == .unknown)
      #expect(picture.populations.contains { picture.strip.states[$0].entry.number?.low == 40_000 })
      #expect(picture.obstacles.list.first { $0.number == 8 }?.level == nil)
    }
  }

  @Test
  func `what a person rejects is said of no place any more, and comes back when that is undone`()
    throws
  {
    try Self.withRecord([
      ("2016-09-05", "Madaya is besieged by government forces, the United Nations said.")
    ]) {
      file in
      func sieges() throws -> Int {
        var filter = SituationFilter()
        filter.layers = [.siege]
        return try file.saidStates(filter).count
      }
      #expect(try sieges() > 0)
      var filter = SituationFilter()
      filter.layers = [.siege]
      let decision = Decision(who: "Rana", at: "2016-10-01T00:00:00Z", reason: "another town")
      let numbers = try Set(file.saidStates(filter).map(\.entry.account))
      let entries = try numbers.sorted().map {
        try file.judge(.reject, report: "r0", account: $0, decision)
      }
      #expect(try sieges() == 0)
      for entry in entries { try file.undo(entry, decision) }
      #expect(try sieges() == numbers.count)
    }
  }

  @Test func `a movement under seal opens with its key alone, and who reads it is journalled`()
    throws
  {
    try Self.withRecord([]) { file in
      let seal = try #require(MovementSeal(key: MovementSeal.newKey()))
      let decision = Decision(who: "Rana", at: "2016-09-18T00:00:00Z", reason: "radio room")
      let plan = Array("{\"purpose\": \"food\"}".utf8)
      let id = try file.keep(
        movement: plan, ends: Moment(minutes: 0, offset: 0), seal: seal, decision)
      #expect(try file.movement(id, seal: seal, decision) == plan)
      let other = try #require(MovementSeal(key: MovementSeal.newKey()))
      #expect(throws: MovementSealError.wrongKey(id: id)) {
        try file.movement(id, seal: other, decision)
      }
      let rules = try RuleSet()
      try file.keep(rules: rules)
      try file.keep(rules: rules)
      #expect(try file.ruleSets() == [rules.digest])
      var actions: [String] = []
      try file.forEachEntry { actions.append($0.action) }
      #expect(actions == ["keep movement", "read movement"])
    }
  }

  @Test func `two people sign one case file, nobody twice, and dissent is sealed with it`() throws {
    try Self.withRecord([]) { file in
      let seal = try #require(MovementSeal(key: MovementSeal.newKey()))
      func by(_ who: String) -> Decision {
        Decision(who: who, at: "2016-09-18T00:00:00Z", reason: "read")
      }
      let id = try file.keep(
        movement: Array("{}".utf8), ends: Moment(minutes: 0, offset: 0), seal: seal, by("Rana"))
      try file.mark(id, .signature, words: "", caseFile: "a", seal: seal, by("Rana"))
      #expect(throws: MovementSealError.signedAlready(id: id, who: "Rana")) {
        try file.mark(id, .signature, words: "", caseFile: "a", seal: seal, by("Rana"))
      }
      try file.mark(id, .signature, words: "", caseFile: "a", seal: seal, by("Omar"))
      #expect(throws: MovementSealError.wordless) {
        try file.mark(id, .dissent, words: "", caseFile: "a", seal: seal, by("Lina"))
      }
      let objection = "nobody spoke to the holder of the crossing"
      try file.mark(id, .dissent, words: objection, caseFile: "a", seal: seal, by("Lina"))
      #expect(try file.movements().map(\.signatures) == [2])
      #expect(try file.marks(of: id, seal: seal).last?.words == objection)
      let other = try #require(MovementSeal(key: MovementSeal.newKey()))
      #expect(throws: MovementSealError.wrongKey(id: id)) { try file.marks(of: id, seal: other) }
      var words = ""
      try file.forEachEntry { words += $0.detail + $0.reason }
      #expect(!words.contains("crossing"))
    }
  }

  @Test func `a statement without a place is of the movement that its report speaks of`() throws {
    let named = MovementCase(name: "told", reports: [], outcome: .tooLittle)
    func notified(_ texts: [(String, String)]) throws -> Bool {
      try SampleRecord.withPath { path in
        let reports = try texts.enumerated().map {
          try SampleRecord.new(id: "r\($0.offset)", $0.element.1, published: $0.element.0)
        }
        let file = try SampleRecord.make(at: path, of: reports).caseFile(
          of: named.movement, asOf: MovementCase.asOf, rules: RuleSet())
        return file.factors.contains { factor in
          factor.grounds.contains {
            if case .said(let said) = $0 { said.entry.layer == .notification } else { false }
          }
        }
      }
    }
    let told = "All parties were notified of the convoy, the United Nations said."
    let plan = "The government approved an aid convoy to Darayya, the United Nations said."
    #expect(
      try notified([("2016-09-24", plan + " " + told + MovementCase.setting)]))
    #expect(try !notified([("2016-09-24", told)]))
  }
}
