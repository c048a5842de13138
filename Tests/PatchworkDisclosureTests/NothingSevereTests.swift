import PatchworkDisclosure
import PatchworkRecord
import PatchworkTestSupport
import PatchworkText
import Testing

/// Reports put together at random, with what must not be shown of them.
struct NothingSevereTests {
  private struct Made {
    var report: WrittenReport
    var severe: [String] = []
    var open: [String] = []
  }

  private static let given = [
    "Omar", "Fatima", "Yusuf", "Oksana", "Tesfaye", "Amina", "Rezgar", "Nobuhle",
  ]
  private static let family = [
    "Barakat", "al-Selmo", "Kovalenko", "Hadžić", "Abu Zeid", "bin Laith", "Tekle", "Øst",
  ]
  private static let publicNames = ["Sergei Lavrov", "Samantha Power", "Jens Laerke"]
  private static let sites = [
    "Quds Hospital", "Martyrs School", "the Harbour shelter", "a warehouse at Urum",
  ]

  private func make(seed: UInt64) -> Made {
    var random = SeededGenerator(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    let (first, last) = (pick(Self.given), pick(Self.family))
    let name = "\(first) \(last)"
    let office = pick(Self.publicNames)
    let phone = "+963 9\(Int.random(in: 10_000_000...99_999_999, using: &random))"
    let mail = "\(first.lowercased()).x@mail.example"
    let (north, east) = (
      Double(Int.random(in: 3_600_001...3_699_998, using: &random)) / 100_000 + 0.000_003,
      Double(Int.random(in: 3_700_001...3_799_998, using: &random)) / 100_000 + 0.000_003
    )
    let site = pick(Self.sites)
    let town = pick(["Madaya", "Zabadani", "Foah"])
    let sentences = [
      "\(name), a baker, said \(site) was struck",
      "“\(last) was there”, Foreign Minister \(office) said",
      "Relatives of \(first) can be reached at \(phone) or \(mail)",
      "The point \(north), \(east) was hit",
      "A convoy will leave for \(town) on Thursday",
      "The trucks wait for \(town) at the depot",
      "Shells fell on the market",
    ].map { $0 + "." }
    let order = sentences.shuffled(using: &random)
    var made = Made(
      report: WrittenReport(
        id: "r-\(first.lowercased())-\(last.lowercased())",
        order.joined(separator: pick([" ", "\n", "\n\n"])),
        title: pick([name + " dead", "\(last)’s house hit", "Convoy for \(town)", "Shelling"]),
        published: "2016-09-20"))
    made.report.person(name)
    made.report.person(office)
    made.report.report.byline = name
    made.report.report.imprint = imprint(name, town)
    made.report.report.url = "https://w.example/\(first)-\(last)/1"
    let place = Place(
      quote: made.report.quote(site), id: "geonames:998877", pcode: "N7788", name: site,
      kind: "facility", latitude: north, longitude: east, precision: 1, rule: "x")
    let struck = sentences[0]
    made.report.account(
      struck,
      by: Source(
        kind: .person, who: name, role: "a baker", mention: made.report.quote(name), rule: "subject"
      )
    ) { account, words in
      account.happening = Happening(type: .airStrike, trigger: words.quote("struck"))
      account.happening?.place = place
      account.happening?.target = Participant(quote: words.quote(name), who: name)
      account.via = name
      account.addressee = last
    }
    made.report.account(sentences[4]) { account, words in
      account.happening = Happening(
        type: .aidMovement, trigger: words.quote("leave"), modality: .planned)
      account.happening?.place = Place(
        quote: words.quote(town), id: "ocha:\(town)", name: town, kind: "town",
        latitude: 33.5,
        longitude: 36.1, precision: 1, rule: "x")
    }
    made.report.account(sentences[6])
    made.report.reading.places = [place]
    let bare = last.split(separator: " ").last.map(String.init) ?? last
    made.severe = [
      first, bare.replacing("al-", with: ""), phone, mail, "\(north)", "\(east)", "geonames:998877",
      "N7788", town,
    ]
    made.open = [office, "Shells fell on the market"]
    return made
  }

  /// An imprint whose every part could give a name or a movement away.
  private func imprint(_ name: String, _ town: String) -> Imprint {
    let line = "Reporting by \(name) and Reuters"
    var imprint = Imprint()
    imprint.credits = [
      Imprint.Credit(who: name, role: .reporting, isAgency: false, text: line),
      Imprint.Credit(who: "Reuters", role: .reporting, isAgency: true, text: line),
    ]
    imprint.notes = [
      Imprint.Note(kind: .correction, day: nil, text: "Correction: \(name) was misspelt."),
      Imprint.Note(
        kind: .update, day: nil, text: "Update: the convoy will leave for \(town) on Thursday."),
    ]
    imprint.entries = [
      Imprint.Entry(published: nil, title: name, text: "The trucks wait for \(town).")
    ]
    return imprint
  }

  @Test(arguments: 0..<400)
  func `nothing severe of a report stays in anything that is shown`(_ seed: Int) throws {
    let made = make(seed: UInt64(seed))
    var disclosure = try made.report.disclosure(on: "2016-09-21")
    let found = disclosure.report(made.report.report.id)
    let (report, reading) = try #require(found)
    var shown = String(decoding: JSONLine.of(report, reading), as: UTF8.self)
    shown += "\(report) \(reading)" + disclosure.title(of: made.report.report.id)
    let whole = made.report.report
    shown += disclosure.passage(whole.text, of: whole.id) ?? ""
    for word in made.severe {
      let stays = shown.lowercased().contains(word.lowercased())
      #expect(!stays, "\(word) in \(report.id) \(report.title) \(report.url) \(report.text)")
    }
    for word in made.open {
      let stays = shown.contains(word)
      #expect(stays, "\(word) not in \(report.text)")
    }
    for account in reading.accounts {
      for quote in [account.sentence] + account.content {
        #expect(report.text[quote.span] == quote.text)
      }
    }
    // What is shown has nothing left to be taken out.
    var again = WrittenReport(report.text)
    again.report.title = report.title
    let shownAgain = try again.shown()
    #expect(shownAgain == report.text)
  }
}
