import PatchworkRecord
import PatchworkSituation
import Testing

/// Times, daylight, distances and rules: what a case file counts with.
struct MomentTests {
  @Test(arguments: [
    ("2016-09-19T06:00:00+03:00", "2016-09-19", "06:00"),
    ("2016-09-19T06:00Z", "2016-09-19", "06:00"),
    ("2016-09-18T23:30:00.25-05:00", "2016-09-18", "23:30"),
    ("2016-09-19T00:15+05:45", "2016-09-19", "00:15"),
  ])
  func `a time is read with its offset`(_ text: String, _ day: String, _ clock: String) throws {
    let moment = try #require(Moment(rfc3339: text))
    #expect(moment.day.iso == day)
    #expect(moment.clock == clock)
    #expect(Moment(rfc3339: moment.rfc3339) == moment)
  }

  @Test(arguments: ["2016-09-19", "2016-09-19T25:00Z", "2016-09-19T06:00", "2016-02-30T06:00Z", ""])
  func `what is no time is none`(_ text: String) {
    #expect(Moment(rfc3339: text) == nil)
  }

  @Test func `the sun sets at Aleppo in September as the almanac has it`() throws {
    let noon = try #require(Moment(rfc3339: "2016-09-19T12:00:00+03:00"))
    let light = try #require(Daylight(latitude: 36.2, longitude: 37.16, on: noon))
    let set = Moment(minutes: light.sunset, offset: 180)
    #expect(set.clock >= "18:30" && set.clock <= "18:36")
    #expect(
      Daylight(latitude: 80, longitude: 0, on: try #require(Moment(rfc3339: "2016-12-21T12:00Z")))
        == nil)
  }

  @Test func `every rule has its source and its reason, and a broken one is named`() throws {
    let set = try RuleSet()
    #expect(set.rules.count >= 30)
    for group in Rule.Group.allCases {
      #expect(set.rules.contains { $0.group == group }, "\(group.rawValue)")
    }
    let states = try LayerStates()
    for rule in set.rules {
      #expect(!rule.source.isEmpty && rule.rationale.count > 20, "\(rule.id)")
      for layer in rule.layers {
        for state in rule.states where rule.layers.count == 1 {
          #expect(states.isKnown(layer, state), "\(rule.id): \(state)")
        }
      }
    }
    #expect(throws: RuleError.unreadable(file: "/nowhere")) { try RuleSet(folder: "/nowhere") }
  }

  @Test func `a movement's file is read, and what is wrong in it is named by its path`() throws {
    func read(_ text: String) throws -> Movement {
      try Movement(json: Array(text.utf8)) { $0 == "A" ? Movement.Waypoint(name: "A") : nil }
    }
    let whole = """
      {"purpose":"p","organisation":"o","assessor":"a","unloading_minutes":60,
       "legs":[{"from":"A","to":{"name":"B","lat":1,"lon":2},"route":{"type":"LineString","coordinates":[[2,1]]}}],
       "window":{"start":"2016-09-19T06:00:00Z","arrival":"2016-09-19T08:00:00Z"}}
      """
    #expect(try read(whole).end.clock == "09:00")
    #expect(throws: MovementError.notJSON(offset: 1)) { try read("{") }
    #expect(throws: MovementError.place(path: "legs[0].from", name: "C")) {
      try read(whole.replacing("\"from\":\"A\"", with: "\"from\":\"C\""))
    }
    #expect(throws: MovementError.order(path: "window")) {
      try read(whole.replacing("T08:00", with: "T05:00"))
    }
    #expect(
      throws: MovementError.member(
        path: "legs[0].route.coordinates[0]", expected: "longitude and latitude")
    ) {
      try read(whole.replacing("[[2,1]]", with: "[[200,1]]"))
    }
  }
}
