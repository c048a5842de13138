import PatchworkDisplay
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkCommand

@Suite struct AccountGroupTests {
  @Test func `an answer stands with what it answers, words without a happening come last`() {
    let groups = AccountGroup.groups(of: Convoy.reading.accounts)
    #expect(groups.map(\.members) == [[0, 1, 2], [3]])
    #expect(groups.map(\.subject) == [.happening(.aidAttack), .statement])
  }

  @Test(arguments: [
    ("Homs", "2016-09-19", [[0], [1]]), ("Urum al-Kubra", "2016-09-19", [[0, 1]]),
    ("Urum al-Kubra", "2016-08-12", [[0], [1]]), ("", "2016-09-19", [[0, 1]]), ("", "", [[0, 1]]),
  ])
  func `tellings of other places or days stand apart`(
    place: String, day: String, members: [[Int]]
  ) {
    var other = Convoy.federation
    other.number = 1
    other.happening?.killed = nil
    other.happening?.place =
      place.isEmpty
      ? nil : Place(quote: Quote(span: Span(0, 1), text: place), name: place)
    other.happening?.time =
      day.isEmpty
      ? nil
      : TimeExpression(
        quote: Quote(span: Span(0, 1), text: day), kind: .date, edtf: day, from: day, to: day,
        precision: 1, rule: "")
    let groups = AccountGroup.groups(of: [Convoy.federation, other])
    #expect(groups.map(\.members) == members)
  }

  @Test func `a wider place does not part two tellings`() {
    var town = Convoy.federation
    town.happening?.place?.id = "t"
    town.happening?.place?.within = ["g", "c"]
    var region = town
    region.number = 1
    region.happening?.place = Place(
      quote: Quote(span: Span(0, 1), text: "Aleppo"), id: "g", name: "Aleppo", precision: 4)
    let groups = AccountGroup.groups(of: [region, town])
    #expect(groups.map(\.members) == [[0, 1]])
    #expect(groups[0].place?.id == "t")
  }

  @Test func `links that lead nowhere or in a ring are no harm`() {
    var first = Convoy.fire
    first.number = 0
    first.about = 1
    var second = Convoy.fire
    second.number = 1
    second.about = 0
    var third = Convoy.fire
    third.number = 2
    third.about = 99
    #expect(AccountGroup.groups(of: [first, second, third]).map(\.members) == [[0, 1, 2]])
  }

  @Test func `an answer stands with what is told only later`() {
    var denial = Convoy.ministry
    denial.number = 0
    denial.about = 2
    var words = Convoy.fire
    words.number = 1
    words.about = 2
    var attack = Convoy.federation
    attack.number = 2
    let groups = AccountGroup.groups(of: [denial, words, attack])
    #expect(groups.map(\.members) == [[0, 1, 2]])
    #expect(groups[0].place?.name == "Urum al-Kubra")
  }

  @Test(arguments: [
    ([HappeningType.airStrike, .shelling], "attack"), ([.killing, .aidAttack], "aid attack"),
    ([.airStrike, .airStrike], "air strike"), ([.attack, .killing], "attack"),
  ])
  func `violence that its tellers name differently goes by the plainest name`(
    types: [HappeningType], subject: String
  ) {
    let accounts = types.enumerated().map { number, type in
      var account = Convoy.federation
      account.number = number
      account.happening?.type = type
      account.happening?.killed = nil
      return account
    }
    let groups = AccountGroup.groups(of: accounts)
    #expect(groups.map(\.subjectText) == [subject])
    #expect(
      accounts[0].details(in: groups[0]).contains(types[0].words) == (types[0].words != subject))
  }

  @Test func `an act and its toll in one sentence stand together`() {
    var act = Convoy.federation
    act.happening?.place = nil
    act.happening?.type = .attack
    var toll = Convoy.federation
    toll.number = 1
    toll.happening?.type = .killing
    toll.happening?.time = nil
    #expect(AccountGroup.groups(of: [act, toll]).map(\.members) == [[0, 1]])
    toll.sentence = Convoy.quote("Residents did not say who was responsible.")
    #expect(AccountGroup.groups(of: [act, toll]).map(\.members) == [[0], [1]])
  }

  @Test func `a figure without place or day stands alone`() {
    var other = Convoy.federation
    other.number = 1
    other.happening?.place = nil
    other.happening?.time = nil
    other.sentence = Convoy.quote("Residents did not say who was responsible.")
    #expect(AccountGroup.groups(of: [Convoy.federation, other]).map(\.members) == [[0], [1]])
  }
}
