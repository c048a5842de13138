import PatchworkDisclosure
import PatchworkRecord
import PatchworkText
import Testing

struct PlacesAndMovementsTests {
  private func place(_ quote: Quote, _ kind: String = "town", id: String? = "ocha:C1029") -> Place {
    Place(
      quote: quote, id: id, pcode: "C1029", name: quote.text, kind: kind, latitude: 36.14797,
      longitude: 36.94723, precision: 1, candidates: 1, rule: "only one of its name")
  }

  private func shownPlace(
    _ sentence: String, _ name: String, kind: String = "town", id: String? = "ocha:C1029"
  ) throws -> Place {
    var report = WrittenReport(sentence)
    report.account(sentence) { account, words in
      account.happening = Happening(type: .attack, trigger: words.quote("struck"))
      account.happening?.place = place(words.quote(name), kind, id: id)
    }
    var disclosure = try report.disclosure()
    let shown = disclosure.account(report.reading.accounts[0], of: "wire-1")
    let account = try #require(shown)
    return try #require(account.happening?.place)
  }

  @Test(arguments: [
    ("Jets struck a hospital in Urum.", "Urum", "town", 36.1, 36.9, true),
    ("Jets struck two schools in Urum.", "Urum", "town", 36.1, 36.9, true),
    ("Jets struck an aid convoy in Urum.", "Urum", "town", 36.1, 36.9, true),
    ("Jets struck a bakery in Urum.", "Urum", "town", 36.1, 36.9, true),
    ("Jets struck Urum.", "Urum", "town", 36.14797, 36.94723, true),
    ("Jets struck Quds Hospital.", "Quds Hospital", "facility", 36.1, 36.9, false),
    ("Jets struck Castello.", "Castello", "facility", 36.15, 36.95, false),
  ])
  func `a point is as coarse as its place is sensitive`(
    _ sentence: String, _ words: String, _ kind: String, _ north: Double, _ east: Double,
    _ keepsID: Bool
  ) throws {
    let place = try shownPlace(sentence, words, kind: kind)
    #expect(place.latitude == north)
    #expect(place.longitude == east)
    #expect((place.id != nil) == keepsID)
    #expect((place.pcode != nil) == keepsID)
  }

  @Test func `a point of a row that no gazetteer knows is coarse`() throws {
    let place = try shownPlace("Jets struck Urum.", "Urum", id: nil)
    #expect(place.latitude == 36.15)
  }

  @Test func `a town is as coarse in every account of what is shown together`() throws {
    var report = WrittenReport("Jets struck a clinic in Urum. Guns shelled Urum.")
    for (sentence, trigger) in [
      ("Jets struck a clinic in Urum.", "struck"), ("Guns shelled Urum.", "shelled"),
    ] {
      report.account(sentence) { account, words in
        account.happening = Happening(type: .attack, trigger: words.quote(trigger))
        account.happening?.place = place(words.quote("Urum"))
      }
    }
    report.reading.places = [place(report.quote("Urum"))]
    var disclosure = try report.disclosure()
    let found = disclosure.report("wire-1")
    let (_, reading) = try #require(found)
    #expect(reading.accounts.map { $0.happening?.place?.latitude } == [36.1, 36.1])
    #expect(reading.places.map(\.latitude) == [36.1])
  }

  /// A convoy told on 20 September with a day of its own, or none.
  private func convoy(_ modality: Modality, until day: String?) -> WrittenReport {
    var report = WrittenReport(
      "The army shelled Darayya. A convoy of 20 lorries will leave for Madaya on Thursday. The convoy waits at the gate.",
      title: "Aid convoy to leave for Madaya")
    report.account("The army shelled Darayya.")
    report.account("A convoy of 20 lorries will leave for Madaya on Thursday.") { account, words in
      account.happening = Happening(
        type: .aidMovement, trigger: words.quote("leave"), modality: modality)
      account.happening?.place = place(words.quote("Madaya"))
      account.happening?.time = day.map {
        TimeExpression(
          quote: words.quote("on Thursday"), kind: .date, edtf: $0, from: $0, to: $0, precision: 1,
          rule: "weekday")
      }
    }
    report.reading.places = [place(report.quote("Madaya"))]
    return report
  }

  @Test(
    arguments: [
      (Modality.planned, "2016-09-22", "2016-09-21", true),
      (.planned, "2016-09-22", "2016-09-28", true),
      (.planned, "2016-09-22", "2016-09-29", false),
      (.happened, "2016-09-19", "2016-09-20", true),
      (.happened, "2016-09-19", "2016-09-26", false),
      (.planned, nil, "2016-10-19", true),
      (.planned, nil, "2016-10-20", false),
    ] as [(Modality, String?, String, Bool)])
  func `a movement is shown when it ended and some days passed`(
    _ modality: Modality, _ until: String?, _ today: String, _ isWithheld: Bool
  ) throws {
    let report = convoy(modality, until: until)
    var disclosure = try report.disclosure(on: today)
    let found = disclosure.report("wire-1")
    let (shown, reading) = try #require(found)
    #expect(shown.text.contains("Madaya") != isWithheld)
    #expect(shown.title.contains("Madaya") != isWithheld)
    #expect(reading.accounts.count == (isWithheld ? 1 : 2))
    #expect(reading.places.isEmpty == isWithheld)
    #expect((disclosure.removals.count(of: .movement) > 0) == isWithheld)
    let passage = disclosure.passage("a convoy for Madaya", of: "wire-1")
    #expect((passage == nil) == isWithheld)
    if isWithheld {
      #expect(shown.text.contains("waits at the gate") == false)
      #expect(shown.text.hasPrefix("The army shelled Darayya."))
    }
  }

  @Test(arguments: [
    ("2016-09-18", false), ("2016-09-19", false), ("2016-09-25", false), ("2016-09-26", true),
    ("2031-01-01", true),
  ])
  func `a plan leaves from the seventh day after its movement ended`(
    _ today: String, _ leaves: Bool
  ) throws {
    let delay = try MovementDelay()
    #expect(delay.days == 7)
    let (ended, today) = (
      try #require(CivilDay(iso: "2016-09-19")), try #require(CivilDay(iso: today))
    )
    #expect(delay.isOver(ended: ended, on: today) == leaves)
  }

  @Test(arguments: [
    ("The agency told all sides where the hospital in Madaya stands.", "2031-01-01", true),
    ("Coordinates of the warehouse in Madaya were given to both armies.", "2031-01-01", true),
    ("All sides were told of the convoy to Madaya.", "2016-10-19", true),
    ("All sides were told of the convoy to Madaya.", "2016-10-20", false),
  ])
  func `of which sites the parties were told is never shown`(
    _ sentence: String, _ today: String, _ isWithheld: Bool
  ) throws {
    var report = WrittenReport("The army shelled Darayya. " + sentence)
    report.account("The army shelled Darayya.")
    report.account(sentence) { account, words in
      account.condition = Condition(
        kind: .notification, value: "notified", trigger: words.quote(sentence))
    }
    var disclosure = try report.disclosure(on: today)
    let found = disclosure.report("wire-1")
    let (shown, reading) = try #require(found)
    #expect(shown.text.contains("Madaya") != isWithheld)
    #expect(reading.accounts.count == (isWithheld ? 1 : 2))
    #expect((disclosure.removals.count(of: .movement) > 0) == isWithheld)
  }

  @Test func `a movement of a report without a date is withheld`() throws {
    var report = convoy(.happened, until: nil)
    report.report.published = nil
    #expect(try report.shown().contains("Madaya") == false)
  }

  @Test func `small numbers of a table go, and what they could be reckoned from`() throws {
    let cells = SmallCells(try DisclosureRules())
    #expect(cells.shown([[12, 40], [9, 11]]) == [[12, 40], [9, 11]])
    #expect(
      cells.shown([[2, 40, 9], [7, 6, 8], [30, 20, 10]]) == [
        [nil, 40, nil], [nil, 6, nil], [30, 20, 10],
      ])
    #expect(cells.shown([[0, 40]], hasColumnSums: false) == [[0, 40]])
    #expect(cells.shown([[3, 40]], hasRowSums: false, hasColumnSums: false) == [[nil, 40]])
  }
}
