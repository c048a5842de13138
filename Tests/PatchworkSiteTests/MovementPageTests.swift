import Foundation
import PatchworkSituation
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// Movements on the site: planned, sealed, opened with a reason, signed by two.
@Suite struct MovementPageTests {
  private static func options(key: [UInt8] = Seal.newKey()) throws -> SiteOptions {
    var options = SiteOptions()
    options.userHeader = "x-user"
    let seal = try #require(Seal(key: key))
    options.movements = MovementDesk(seal: seal, rules: try RuleSet()) { name in
      name == "Aleppo"
        ? Movement.Waypoint(
          name: name, id: "geonames:170063", within: ["ocha:SY02"], latitude: 36.20124,
          longitude: 37.16117)
        : nil
    }
    return options
  }

  private static let plan = [
    ("purpose", "food for 78,000 people"), ("organisation", "inter-agency convoy"),
    ("way", "Aleppo\r\nUrum al-Kubra, 36.148, 36.947"), ("start", "2016-09-30T10:00"),
    ("arrival", "2016-09-30T13:30"), ("offset", "+03:00"), ("unloading", "390"),
    ("party_1", "Russia"), ("notification_1", "acknowledged"),
    ("notified_at_1", "2016-09-29T09:00"),
  ]

  private static func signedIn(_ desk: DeskRecord, _ name: String) throws -> [String: String] {
    let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
    try desk.file.addUser(name, .analyst, password: "a password of \(name)", decision)
    return ["x-user": name]
  }

  /// Sends a form as the page that has it would.
  private static func post(
    _ desk: DeskRecord, _ target: String, _ who: [String: String], _ form: [(String, String)]
  ) throws -> SiteAnswer {
    let page = desk.ask("/movements/new", headers: who).text
    let field = "name=\"form_token\" value=\""
    let begin = try #require(page.firstRange(of: field)).upperBound
    let token = String(page[begin...].prefix { $0 != "\"" })
    return desk.ask(target, "POST", headers: who, form: form + [("form_token", token)])
  }

  @Test func `a plan is sealed, opened with a reason, and every reading stands in the journal`()
    throws
  {
    try withDesk(options: Self.options()) { desk in
      let rana = try Self.signedIn(desk, "rana")
      let kept = try Self.post(desk, "/movements", rana, Self.plan)
      #expect(kept.status == 303)
      let row = try #require(try desk.file.movements().first)
      let list = String(decoding: desk.ask("/movements", headers: rana).body, as: UTF8.self)
      #expect(list.contains(row.id) && !list.contains("Urum"))
      let cover = String(
        decoding: desk.ask("/movements/\(row.id)", headers: rana).body, as: UTF8.self)
      #expect(cover.contains("sealed") && !cover.contains("Urum"))
      let page = String(
        decoding: desk.ask("/movements/\(row.id)?reason=radio+room", headers: rana).body,
        as: UTF8.self)
      #expect(page.contains("Movement to <bdi>Urum al-Kubra</bdi>"))
      #expect(page.contains("acknowledged that it was told; that is no approval"))
      #expect(page.contains("It clears nothing"))
      var readings: [String] = []
      try desk.file.forEachEntry {
        if $0.action == "read movement" { readings.append($0.who + ": " + $0.reason) }
      }
      #expect(readings == ["rana: radio room"])
    }
  }

  @Test func `two people sign what they read, and a later state asks for new signatures`() throws {
    try withDesk(options: Self.options()) { desk in
      let (rana, omar) = (try Self.signedIn(desk, "rana"), try Self.signedIn(desk, "omar"))
      _ = try Self.post(desk, "/movements", rana, Self.plan)
      func page(_ asOf: String = "2016-10-01T00:00:00Z") -> String {
        String(
          decoding: desk.ask("/movements/M-1?reason=read&as_of=\(asOf)", headers: rana).body,
          as: UTF8.self)
      }
      func value(_ name: String, in page: String) throws -> String {
        let begin = try #require(page.firstRange(of: "name=\"\(name)\" value=\"")).upperBound
        return String(page[begin...].prefix { $0 != "\"" })
      }
      func sign(_ who: [String: String], _ page: String) throws -> Int {
        try Self.post(
          desk, "/movements/M-1/mark", who,
          [
            ("action", "signature"), ("case_file", try value("case_file", in: page)),
            ("as_of", try value("as_of", in: page)),
          ]
        ).status
      }
      let opened = page()
      #expect(try sign(rana, opened) == 303)
      #expect(try sign(rana, opened) == 409)
      #expect(page().contains("class=\"line\""))
      #expect(try sign(omar, opened) == 303)
      #expect(!page().contains("class=\"line\""))
      let other = try Self.post(
        desk, "/movements/M-1/mark", omar,
        [
          ("action", "signature"), ("case_file", "another"), ("as_of", "2016-10-01T00:00:00Z"),
        ])
      // A hash that is of no case file of that time is refused, whatever it is.
      #expect(other.status == 409)
      // Before Russia acknowledged, the case file said less; who signs that, signs an earlier state.
      #expect(try sign(omar, page("2016-09-28T00:00:00Z")) == 303)
      #expect(page().contains("of an earlier state of this file"))
    }
  }

  @Test func `an old case file says that it is stale, and without a key nothing opens`() throws {
    let key = Seal.newKey()
    try withDesk(options: Self.options(key: key)) { desk in
      let rana = try Self.signedIn(desk, "rana")
      _ = try Self.post(desk, "/movements", rana, Self.plan)
      func banner(_ asOf: String) -> Bool {
        let page = String(
          decoding: desk.ask("/movements/M-1?reason=x&as_of=\(asOf)", headers: rana).body,
          as: UTF8.self)
        return page.contains("class=\"stale-banner\"")
          && !page.contains("\" hidden>This case file is stale")
      }
      #expect(banner("2016-09-29T06:00:00%2B03:00"))
      #expect(!banner("2016-10-01T00:00:00Z"))
      var options = SiteOptions()
      options.userHeader = "x-user"
      let closed = try Site(desk.file, options: options)
      let answer = closed.answer(
        SiteRequest(
          method: "GET", target: "/movements/M-1?reason=x", headers: rana, body: []),
        at: DeskRecord.time)
      #expect(answer.status == 409)
    }
  }

  @Test(arguments: [
    ("way", "Aleppo"), ("way", "Aleppo\nNowhere at all"), ("start", "soon"),
    ("arrival", "2016-09-29T10:00"), ("purpose", ""),
  ])
  func `a plan that cannot be is refused by name and nothing is kept`(_ bad: (String, String))
    throws
  {
    try withDesk(options: Self.options()) { desk in
      let rana = try Self.signedIn(desk, "rana")
      let form = Self.plan.map { $0.0 == bad.0 ? bad : $0 }
      #expect(try Self.post(desk, "/movements", rana, form).status == 409)
      #expect(try desk.file.movements().isEmpty)
    }
  }
}
