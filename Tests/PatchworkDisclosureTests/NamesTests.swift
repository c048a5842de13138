import PatchworkDisclosure
import PatchworkRecord
import PatchworkText
import Testing

struct NamesTests {
  @Test(arguments: [
    // The whole name, a part of it, a part with its article, the possessive.
    (
      "Omar Barakat was among the dead. Barakat’s brother said Omar had led the branch.",
      "[person 1] was among the dead. [person 1]’s brother said [person 1] had led the branch."
    ),
    (
      "Volunteer Ammar al-Selmo spoke. Al-Selmo filmed it; Selmo was hurt.",
      "Volunteer [person 1] spoke. [person 1] filmed it; [person 1] was hurt."
    ),
    // Offices before and behind a name, and a name without any.
    (
      "Foreign Minister Sergei Lavrov met Ahmed Qabbani. Lavrov left.",
      "Foreign Minister Sergei Lavrov met [person 1]. Lavrov left."
    ),
    (
      "Jens Laerke, a spokesman for the UN, named Hussein Badawi, a driver.",
      "Jens Laerke, a spokesman for the UN, named [person 1], a driver."
    ),
    // Who is around an office holder holds none.
    ("The minister’s driver Walid Hamdan was hit.", "The minister’s driver [person 1] was hit."),
    (
      "“Omar Barakat is dead”, the governor of Aleppo said.",
      "“[person 1] is dead”, the governor of Aleppo said."
    ),
    // Romanisations of one name.
    (
      "Mohammad Halabi called. Mohamed Halaby had seen it.",
      "[person 1] called. [person 1] had seen it."
    ),
    // Other scripts.
    (
      "قال محمد الحلبي إن القصف استمر. Mohammad al-Halabi agreed.",
      "قال [person 1] إن القصف استمر. [person 2] agreed."
    ),
    // What is no person's.
    (
      "The Omar Brigade and Jaish al-Islam fought on Monday.",
      "The Omar Brigade and Jaish al-Islam fought on Monday."
    ),
    ("By Salma Haddad\nAleppo was hit.", "By [person 1]\nAleppo was hit."),
  ])
  func `a private name goes wherever it stands`(_ text: String, _ shown: String) throws {
    var report = WrittenReport(text)
    for name in ["Omar Barakat", "Ammar al-Selmo", "محمد الحلبي"] where text.contains(name) {
      report.person(name)
    }
    #expect(try report.shown() == shown)
  }

  @Test func `a name in what a claim rests on or when it was said goes too`() throws {
    var report = WrittenReport("Video of Omar Barakat shows smoke.")
    report.person("Omar Barakat")
    report.account("Video of Omar Barakat shows smoke.") { account, report in
      account.evidence = [
        Evidence(kind: .mediaShared, quote: report.quote("Video of Omar Barakat"))
      ]
      account.said = TimeExpression(
        quote: report.quote("Omar Barakat"), kind: .date, edtf: "", precision: 5, rule: "")
    }
    var disclosure = try report.disclosure()
    let shown = disclosure.account(report.reading.accounts[0], of: report.report.id)
    let account = try #require(shown)
    #expect(account.evidence.map(\.quote.text) == ["Video of [person 1]"])
    #expect(account.said?.quote.text == "[person 1]")
  }

  @Test func `an office stated in another report makes a name public`() throws {
    var report = WrittenReport("Talal Barazi spoke of a tunnel.")
    report.person("Talal Barazi")
    #expect(try report.shown() == "[person 1] spoke of a tunnel.")
    #expect(
      try report.shown(known: [("Talal Barazi", "Governor")]) == "Talal Barazi spoke of a tunnel.")
    #expect(
      try report.shown(known: [("Talal Barazi", "a baker")]) == "[person 1] spoke of a tunnel.")
  }

  @Test
  func
    `a surname that a private person shares with an office holder stays private beside the given name`()
    throws
  {
    var report = WrittenReport(
      "President Bashar al-Assad spoke. Nadia Assad, a teacher, did not. Assad left.")
    report.person("Bashar al-Assad")
    report.person("Nadia Assad")
    #expect(
      try report.shown()
        == "President Bashar al-Assad spoke. [person 1], a teacher, did not. Assad left.")
  }

  @Test func `values of an account lose the name and keep their words' places`() throws {
    var report = WrittenReport("Rescuer Khaled Nasri told the agency that Nasri saw two jets.")
    report.account(
      report.report.text,
      by: Source(
        kind: .person, who: "Khaled Nasri", role: "Rescuer", mention: report.quote("Khaled Nasri"),
        rule: "subject")
    ) { account, words in
      account.content = [words.quote("Nasri saw two jets")]
      account.cue = [words.quote("told the agency")]
    }
    var disclosure = try report.disclosure()
    let found = disclosure.report("wire-1")
    let (shown, reading) = try #require(found)
    let account = try #require(reading.accounts.first)
    #expect(account.source.who == "[person 1]")
    #expect(account.source.mention?.text == "[person 1]")
    #expect(account.content.map(\.text) == ["[person 1] saw two jets"])
    for quote in [account.sentence] + account.content + account.cue {
      #expect(shown.text[quote.span] == quote.text)
    }
    #expect(disclosure.removals.count(of: .name) > 0)
  }

  @Test func `titles, addresses, identifiers and highlights lose the name too`() throws {
    var report = WrittenReport(
      id: "omar-barakat-dead", "Omar Barakat died.", title: "Omar Barakat dead in strike")
    report.person("Omar Barakat")
    var disclosure = try report.disclosure()
    let shown = [
      disclosure.title(of: "omar-barakat-dead"),
      disclosure.address("https://wire.example/2016/omar-barakat-dies"),
      disclosure.address("https://wire.example/2016/convoy"),
      String(disclosure.identifier("omar-barakat-dead").prefix(9)),
      disclosure.text("… \u{2068}Omar\u{2069} Barakat died …"),
    ]
    #expect(
      shown == [
        "[person 1] dead in strike", "https://wire.example/", "https://wire.example/2016/convoy",
        "withheld-", "… \u{2068}[person 1]\u{2069} [person 1] died …",
      ])
  }

  @Test(arguments: [
    ("Call +963 944 123 456 today.", "Call [contact withheld] today."),
    ("Write to o.haddad@mail.example now.", "Write to [contact withheld] now."),
    ("He posts as @aleppo_omar often.", "He posts as [contact withheld] often."),
    ("The site is at 36.15158, 36.96775 there.", "The site is at [coordinates withheld] there."),
    ("At 36°09'05\"N it lay.", "At [coordinates withheld] it lay."),
    (
      "Some 250,000 people, 31 lorries, 3.5 km, 2016-09-20.",
      "Some 250,000 people, 31 lorries, 3.5 km, 2016-09-20."
    ),
    ("Rates of 3.25 and 4.75 percent.", "Rates of 3.25 and 4.75 percent."),
  ])
  func `what leads to a person or a point goes`(_ text: String, _ shown: String) throws {
    #expect(try WrittenReport(text).shown() == shown)
  }

  @Test func `under a warrant all of it comes back as it is`() throws {
    var report = WrittenReport("Omar Barakat died.", title: "Omar Barakat")
    report.person("Omar Barakat")
    report.account("Omar Barakat died.")
    let warrant = try #require(Warrant(who: "R. Haddad", reason: "court order"))
    var disclosure = try report.disclosure(.full(warrant))
    let found = disclosure.report("wire-1")
    let (shown, reading) = try #require(found)
    #expect(shown == report.report)
    #expect(reading == report.reading)
    #expect(disclosure.removals.isEmpty)
    #expect(Warrant(who: " ", reason: "x") == nil)
    #expect(Warrant(who: "x", reason: "") == nil)
  }
}
