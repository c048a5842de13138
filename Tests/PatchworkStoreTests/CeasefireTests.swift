import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Truces and areas from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct CeasefireTests {
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
    try SampleRecord.withRecord(of: texts) { file in
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
    try SampleRecord.withRecord(of: texts) { file in
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
    try SampleRecord.withRecord(of: texts) { file in
      let id = try #require(try file.placeID(named: "Madaya"))
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-09-30")!
      let picture = try #require(try file.areaPicture(id, days: days))
      #expect(picture.strip.cell(.siege, CivilDay(iso: "2016-09-02")!).isSilent)
      #expect(!picture.strip.cell(.siege, CivilDay(iso: "2016-09-05")!).isSilent)
      #expect(picture.strip.cell(.siege, CivilDay(iso: "2016-09-07")!).carried?.iso == "2016-09-05")
      let test = try #require(picture.siege.results.first { $0.test == .encirclement })
      #expect(test.answer == .disputed)
      #expect(picture.siege.results.first { $0.test == .noFreeMovement }?.answer == .unknown)
      #expect(picture.populations.contains { picture.states[$0].entry.number?.low == 40_000 })
      #expect(picture.obstacles.list.first { $0.number == 8 }?.level == nil)
    }
  }

  @Test
  func `what a person rejects is said of no place any more, and comes back when that is undone`()
    throws
  {
    try SampleRecord.withRecord(of: [
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
    try SampleRecord.withRecord(of: []) { file in
      let seal = try #require(Seal(key: Seal.newKey()))
      let decision = Decision(who: "Rana", at: "2016-09-18T00:00:00Z", reason: "radio room")
      let plan = Array("{\"purpose\": \"food\"}".utf8)
      let id = try file.keep(
        movement: plan, ends: Moment(minutes: 0, offset: 0), seal: seal, decision)
      #expect(try file.movement(id, seal: seal, decision) == plan)
      let other = try #require(Seal(key: Seal.newKey()))
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
    try SampleRecord.withRecord(of: []) { file in
      let seal = try #require(Seal(key: Seal.newKey()))
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
      let other = try #require(Seal(key: Seal.newKey()))
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

  /// The truces of 2016 as reports of the time tell them, in sentences of our own.
  private static let year = [
    (
      "2016-02-22",
      "The United States and Russia announced a cessation of hostilities in Syria that will take effect on February 27, a joint statement said."
    ),
    (
      "2016-02-27",
      "The cessation of hostilities in Syria took effect on February 27, the United Nations said."
    ),
    (
      "2016-05-09",
      "Russia and the United States said on Monday that they would extend the cessation of hostilities in Syria."
    ),
    (
      "2016-09-13",
      "A truce took effect in Syria on September 12 and will last for seven days, John Kerry said."
    ),
    ("2016-09-19", "The Syrian army declared the truce over on Monday."),
    (
      "2016-09-20",
      "The United Nations suspended all aid convoys in Syria for 48 hours on September 20."
    ),
    (
      "2016-09-22",
      "John Kerry proposed to ground all aircraft over aid routes. Sergei Lavrov rejected the proposal to ground aircraft, saying that it would help armed groups. Russia proposed a pause in fighting of three days."
    ),
    (
      "2016-10-18",
      "A humanitarian pause took effect in Aleppo on October 18 and will last for 8 hours, Sergei Shoigu said."
    ),
    (
      "2016-12-30",
      "A nationwide ceasefire took effect in Syria on December 30, Vladimir Putin said."
    ),
  ]

  @Test func `the clock of February to December 2016`() throws {
    try SampleRecord.withRecord(of: Self.year) { file in
      let found = try file.ceasefires()
      let clocks = found.instruments.map { instrument in
        let clock = instrument.clocks.first
        return
          "\(instrument.id) \(instrument.kind.rawValue) \(clock?.start.iso ?? "") to \(clock?.end?.iso ?? "no said end")"
      }
      #expect(
        clocks == [
          "T-20160227 ceasefire 2016-02-27 to no said end",
          "T-20160912 ceasefire 2016-09-12 to 2016-09-19",
          "S-20160920 suspension 2016-09-20 to 2016-09-22",
          "H-20161018 pause 2016-10-18 to 2016-10-18",
          "T-20161230 ceasefire 2016-12-30 to no said end",
        ])
      // What was reaffirmed in May is what began in February, and the end of September's is its speaker's.
      #expect(found.instruments.first?.acts.contains { $0.state == .extended } == true)
      let truce = try #require(found.instruments.first { $0.id == "T-20160912" })
      #expect(truce.acts.contains { $0.state == .over })
      #expect(found.proposals.map(\.kind) == [.flightHalt, .pause])
    }
  }

  @Test func `each party has its own declarations, and a class is only what a sentence says`()
    throws
  {
    try SampleRecord.withRecord(of: Self.year) { file in
      let found = try file.ceasefires()
      let february = try #require(found.instrument("T-20160227"))
      #expect(february.class == .cessation)
      #expect(february.sides.count == Set(february.acts.map(\.speaker)).count)
      #expect(february.sides.first?.declaration != nil)
      #expect(february.coverage.places.contains { $0.name.contains("Syria") })
      let september = try #require(found.instrument("T-20160912"))
      #expect(september.class == nil)
      #expect(september.sides.contains { $0.end != nil && $0.declaration == nil })
      #expect(found.instrument("T-19000101") == nil)
    }
  }

  @Test func `statements on one meeting stand together with its venue and who took part`() throws {
    let texts = [
      ("2016-09-09", "Russia and the United States held talks in Geneva on September 9."),
      ("2016-09-10", "Sergei Lavrov and John Kerry met in Geneva on September 9, Russia said."),
      ("2016-10-15", "Iran and Turkey held talks in Lausanne on October 15."),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let meetings = try file.ceasefires().meetings
      let geneva = meetings.filter { $0.venue?.name == "Geneva" }
      #expect(geneva.count == 1)
      #expect(geneva.first?.participants.contains("Russia") == true)
      #expect(geneva.first.map { Set($0.statements.map(\.report)) } == ["r0", "r1"])
      #expect(meetings.allSatisfy { !$0.outcomes.isEmpty })
    }
  }

  @Test func `a capital where talks are held is no area of the war`() throws {
    let texts = [
      (
        "2016-09-20",
        "Warplanes bombed Darayya, a suburb of Damascus in Syria, and killed four people."
      ),
      ("2016-09-21", "Shelling hit the city of Aleppo in Syria and killed two people."),
      ("2016-09-21", "Russia and the United States held talks in New York on September 21."),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let day = CivilDay(iso: "2016-09-21")!
      let names = try file.areas(on: day).map(\.name)
      #expect(!names.isEmpty)
      #expect(!names.contains { $0.contains("New York") || $0.contains("Washington") })
    }
  }

  @Test func `a rejected proposal has its ground, its counter-proposal and what followed`() throws {
    try SampleRecord.withRecord(of: Self.year) { file in
      let found = try file.ceasefires()
      let halt = try #require(found.proposals.first { $0.kind == .flightHalt })
      let course = try ProposalReader().course(of: halt, in: found)
      #expect(
        course.rejections.contains { $0.ground == "saying that it would help armed groups" })
      #expect(course.counters.map(\.kind) == [.pause])
      #expect(course.followed.isEmpty)
    }
  }

  @Test func `who lists a town as besieged is told from who calls it so`() throws {
    let texts = [
      ("2016-09-05", "Madaya is besieged by government forces, residents said."),
      (
        "2016-09-20",
        "The United Nations said that Madaya is on its list of towns that are besieged."
      ),
      ("2016-09-22", "The government denied that Madaya was besieged."),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let id = try #require(try file.placeID(named: "Madaya"))
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-09-30")!
      let picture = try #require(try file.areaPicture(id, days: days))
      let lists = try SiegeListReader().lists(picture.states)
      #expect(lists.filter(\.isList).allSatisfy { $0.speaker.contains("United Nations") })
      #expect(lists.contains { !$0.isList && $0.holds == .besieged })
      #expect(lists.contains { $0.holds == .denied })
    }
  }

  @Test func `a drawn area takes the places within it and nothing of its wider areas`() throws {
    let texts = [
      ("2016-09-05", "The city of Deir ez-Zor is besieged by the Islamic State, residents said."),
      ("2016-09-06", "Warplanes bombed the city of Raqqa and killed four people, activists said."),
    ]
    let square = """
      {"type": "Feature", "properties": {"name": "the river bend"}, "geometry": {"type": "Polygon",
        "coordinates": [[[39.9, 35.1], [40.4, 35.1], [40.4, 35.5], [39.9, 35.5], [39.9, 35.1]]]}}
      """
    try SampleRecord.withRecord(of: texts) { file in
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-09-30")!
      let picture = try file.areaPicture(DrawnArea(geoJSON: Array(square.utf8)), days: days)
      #expect(picture.name == "the river bend")
      #expect(!picture.states.isEmpty)
      #expect(picture.states.allSatisfy { $0.report == "r0" })
    }
  }

  @Test func `violations are rows with who counts what, and rival counts are not added up`() throws
  {
    let texts = [
      (
        "2016-09-13", "A truce took effect in Syria on September 12, John Kerry said."
      ),
      (
        "2016-09-18",
        "The Syrian Observatory for Human Rights reported 30 violations of the truce by government forces in Aleppo."
      ),
      (
        "2016-09-19",
        "The Syrian army accused rebels of 300 violations of the truce. Residents said that government forces violated the truce in Aleppo by shelling the Sukkari district with mortars."
      ),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let found = try file.ceasefires()
      let rows = try file.newest(found.violations)
      #expect(rows.map(\.count?.low).contains(30) && rows.map(\.count?.low).contains(300))
      #expect(Set(rows.filter { $0.count != nil }.map(\.observer)).count == 2)
      let army = try #require(rows.first { $0.count?.low == 300 })
      #expect(army.attributed == ["Syrian opposition"])
      #expect(rows.allSatisfy { ($0.count?.low ?? 0) != 330 })
      #expect(try file.newest(found.violations, most: 1) == rows.suffix(1))
      let truce = try #require(found.instruments.first { $0.kind == .ceasefire })
      #expect(found.violations(of: truce).count == rows.count)
    }
  }

  @Test func `a violation has its observer, weapon, direction and how it was observed`() throws {
    let texts = [
      ("2016-09-13", "A truce took effect in Syria on September 12, John Kerry said."),
      (
        "2016-09-18",
        "The Syrian army violated the truce by shelling rebels in Aleppo with mortars, the Syrian Observatory for Human Rights said."
      ),
      (
        "2016-09-19",
        "The Syrian Observatory for Human Rights posted video of the Syrian army violating the truce in Aleppo."
      ),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let rows = try file.newest(file.ceasefires().violations)
      let row = try #require(rows.first)
      #expect(rows.allSatisfy { $0.observer.contains("Observatory") })
      #expect(row.said.party == "Syrian Observatory for Human Rights")
      #expect(row.facts.kind == .shelling)
      #expect(row.facts.weapon.contains("mortar"), "\(row.facts)")
      #expect(row.facts.actor.contains("Syrian army"), "\(row.facts)")
      #expect(row.facts.target.contains("rebels"), "\(row.facts)")
      #expect(row.facts.evidence.isEmpty)
      #expect(rows.contains { $0.facts.evidence.contains { $0.contains("posted video") } })
      #expect(row.attributed.contains("Syria"))
      #expect(row.said.entry.place?.name == "Aleppo")
    }
  }

  @Test func `a country that takes part is no venue, one that does not is`() throws {
    let texts = [
      ("2017-01-24", "Russia and Turkey held talks in Kazakhstan on January 23, Russia said."),
      ("2016-10-11", "Russia held talks with Turkey on October 10."),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let meetings = try file.ceasefires(
        since: CivilDay(iso: "2016-01-01"), until: CivilDay(iso: "2017-12-31")
      ).meetings
      let hosted = try #require(meetings.first { $0.days?.lowerBound.iso == "2017-01-23" })
      #expect(hosted.venue?.name == "Kazakhstan")
      #expect(Set(hosted.participants).isSuperset(of: ["Russia", "Turkey"]))
      let bilateral = try #require(meetings.first { $0.days?.lowerBound.iso == "2016-10-10" })
      #expect(bilateral.venue == nil, "\(bilateral.venue?.name ?? "")")
    }
  }

  @Test func `a truce that is told to speak speaks for who else does in its sentence`() throws {
    try IncidentGoldenTests.withSamples { file in
      let found = try file.ceasefires()
      let three = try #require(found.violations.first { $0.count?.low == 300 })
      #expect(!three.observer.contains("truce"))
      let speakers = found.instruments.flatMap(\.acts).map(\.speaker)
      #expect(!speakers.contains { $0.contains("truce") || $0.contains("hostilities") })
      // An amnesty is no truce, and an appeal to ground aircraft grounds none.
      let words = found.instruments.flatMap(\.acts).map(\.said.sentence)
      #expect(!words.contains { $0.contains("amnesty") })
      #expect(!found.instruments.contains { $0.kind == .flightHalt && $0.start == nil })
    }
  }

  @Test
  func `statements that may be of a truce are the same asked for in the record and afterwards`()
    throws
  {
    try IncidentGoldenTests.withSamples { file in
      var filter = SituationFilter()
      filter.withSentences = false
      let all = try file.saidStates(filter)
      filter.isOfInstrument = true
      let asked = try file.saidStates(filter)
      #expect(!asked.isEmpty && asked.count < all.count)
      #expect(asked == all.filter { TruceReader.isOfInstrument($0.entry) })
    }
  }
}
