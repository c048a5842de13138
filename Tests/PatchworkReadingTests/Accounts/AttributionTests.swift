import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Who says what: each case is a text and its attributed accounts, `who | stance | cue | content`.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct AttributionTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let accounts: [String]
    init(_ text: String, _ accounts: String...) {
      self.text = text
      self.accounts = accounts
    }
    var testDescription: String { text }
  }

  static let indirect = [
    Case(
      "The health ministry said the bridge had been hit twice.",
      "The health ministry | state | said | the bridge had been hit twice"),
    Case(
      "Residents say that the market was empty when the jets came.",
      "Residents | state | say | the market was empty when the jets came"),
    Case(
      "According to the Red Crescent, two lorries were lost.",
      "the Red Crescent | state | According to | two lorries were lost"),
    Case(
      "Two lorries were lost, the Red Crescent said.",
      "the Red Crescent | state | said | Two lorries were lost"),
    Case(
      "The town, activists said, was quiet on Friday.",
      "activists | state | said | The town … was quiet on Friday"),
    Case(
      "The governor denied that his men had closed the road.",
      "The governor | deny | denied | his men had closed the road"),
    Case(
      "Moscow rejected the proposal.",
      "Russia | reject | rejected | the proposal"),
    Case(
      "The council condemned the attack on the clinic.",
      "The council | condemn | condemned | the attack on the clinic"),
    Case(
      "The envoy accused the rebels of shelling the crossing.",
      "The envoy | accuse | accused | the rebels of shelling the crossing"),
    Case(
      "The envoy called on both sides to stop the fighting.",
      "The envoy | demand | called | both sides to stop the fighting"),
    Case(
      "The army promised to open the road.",
      "The army | promise | promised | to open the road"),
    Case(
      "The spokesman declined to comment on the report.",
      "The spokesman | decline | declined | to comment on the report"),
    Case(
      "At least 12 people are believed to have drowned.",
      " | state | are believed | At least 12 people … to have drowned"),
    Case(
      "The bridge was reportedly destroyed overnight.",
      " | state | reportedly | The bridge was … destroyed overnight"),
    Case(
      "Hopes for a truce remain alive, despite the raids of last week, says Amal Haddad.",
      "Amal Haddad | state | says | Hopes for a truce remain alive, despite the raids of last week"),
    Case(
      "Four men held by rebels since May were among the dead, according to the Red Crescent.",
      "the Red Crescent | state | according to | Four men held by rebels since May were among the dead"
    ),
    Case(
      "Helicopters dropped barrels on the yard on Monday evening, and warplanes followed with rockets, activists in the town told the agency.",
      "activists in the town | state | told | Helicopters dropped barrels on the yard on Monday evening, and warplanes followed with rockets"
    ),
    Case(
      "The yard was hit at dusk, killing two clerks and a driver of the Red Crescent, the International Federation of Red Cross and Red Crescent Societies said on Tuesday.",
      "the International Federation of Red Cross and Red Crescent Societies | state | said | The yard was hit at dusk, killing two clerks and a driver of the Red Crescent"
    ),
    Case(
      "The envoy rejected the explanation and said the army did not want a truce.",
      "The envoy | reject | rejected | the explanation",
      "The envoy | state | said | the army did not want a truce"),
    Case(
      "Moscow rejected the proposal, saying that the truce was dead.",
      "Russia | reject | rejected | the proposal",
      "Russia | state | saying | the truce was dead"),
    Case(
      "The mayor issued a statement saying that the bridge was safe.",
      "The mayor | state | saying | the bridge was safe"),
    Case(
      "The ministry said on Tuesday its men had left the town.",
      "The ministry | state | said | its men had left the town"),
    Case(
      "The ministry said Tuesday was quiet.", "The ministry | state | said | Tuesday was quiet"),
    Case("There were no reports of casualties in the town."),
    Case(
      "The premier said he was concerned the town could fall and that he wanted more men.",
      "The premier | state | said | he was concerned the town could fall",
      "The premier | state | said | he wanted more men"),
  ]

  @Test(arguments: indirect)
  func `indirect speech`(_ sample: Case) throws {
    let accounts = try ReadReport.attributed(sample.text)
    #expect(accounts == sample.accounts)
  }

  static let quoted = [
    Case(
      "“We have no bread left,” said Amal Haddad, a teacher.",
      "Amal Haddad | state | said | We have no bread left"),
    Case(
      "The doctor said the ward was “full beyond hope”.",
      "The doctor | state | said | the ward was “full beyond hope"),
    Case(
      "“The road is open,” Haddad said. “Nobody was stopped.”",
      "Haddad | state | said | The road is open",
      "Haddad | state |  | Nobody was stopped"),
    Case(
      "“How long can this last?” Haddad asked.",
      "Haddad | state | asked | How long can this last"),
    Case(
      "“Leave, leave,” the mourners chanted.",
      "the mourners | demand | chanted | Leave, leave"),
    Case(
      "“They shot at us from the hill.” — Amal Haddad",
      "Amal Haddad | state | — | They shot at us from the hill"),
  ]

  @Test(arguments: quoted)
  func `quoted speech`(_ sample: Case) throws {
    let accounts = try ReadReport.attributed(sample.text)
    #expect(accounts == sample.accounts)
  }

  @Test func `a quotation left open at a paragraph's end runs on`() throws {
    let accounts = try ReadReport.attributed(
      "“The first lorry was hit at once.\nThen the second one burned,” said Amal Haddad.")
    #expect(
      accounts == [
        "Amal Haddad | state |  | The first lorry was hit at once",
        "Amal Haddad | state | said | Then the second one burned",
      ])
  }

  @Test func `an unpaired mark ends with its paragraph`() throws {
    let accounts = try ReadReport.attributed(
      "Haddad said: “The road is open.\nThe army said the road was closed.")
    #expect(accounts.last == "The army | state | said | the road was closed")
  }

  @Test func `one sentence that reports two things makes two accounts`() throws {
    let accounts = try ReadReport.attributed(
      "The minister said that the truce was dead and that the army would return.")
    #expect(
      accounts == [
        "The minister | state | said | the truce was dead",
        "The minister | state | said | the army would return",
      ])
  }

  @Test func `what "they" said is told by him, not said by him`() throws {
    let accounts = try ReadReport.reading(
      "Russia’s generals denied the raid. First they said the rebels had burned the lorries, Haddad told the council."
    ).accounts
    let told = try #require(
      accounts.first { $0.content.contains { $0.text.contains("burned") } && $0.via == "Haddad" })
    #expect(told.source.who == "Russia’s generals")
    let haddad = try #require(accounts.first { $0.source.who == "Haddad" })
    #expect(haddad.stance == .report)
  }

  @Test func `who passes on the words of somebody unknown asserts nothing himself`() throws {
    let accounts = try ReadReport.reading(
      "First they said the rebels had burned the lorries, Haddad told the council."
    ).accounts
    let haddad = try #require(accounts.first { $0.source.who == "Haddad" })
    #expect(haddad.stance == .report)
  }

  @Test func `speech inside speech makes two accounts, joined`() throws {
    let reading = try ReadReport.reading(
      "The ministry said that the rebels had admitted the attack on the convoy.")
    let ministry = try #require(reading.accounts.first { $0.source.who == "The ministry" })
    let rebels = try #require(reading.accounts.first { $0.source.who == "the rebels" })
    #expect(rebels.stance == .admit)
    #expect(rebels.via == "The ministry")
    #expect(ministry.about == rebels.number)
    #expect(ministry.stance == .report)
  }

  @Test func `speech inside speech is told to any depth`() throws {
    let accounts = try ReadReport.reading(
      "State television reported that the governor said a doctor had told him that residents claimed soldiers had killed two men."
    ).accounts
    #expect(accounts.map(\.source.kind) == [.medium, .role, .anonymous, .collective])
    #expect(accounts.map(\.about) == [1, 2, 3, nil])
    #expect(accounts.map(\.stance) == [.report, .report, .report, .state])
    #expect(accounts.last?.via == "a doctor")
    #expect(accounts.compactMap(\.happening?.killed?.low) == [2])
  }

  @Test func `a headline's credit is the medium, not the content`() throws {
    let reading = try ReadReport.reading(
      "Ankara rejects plan for Idlib – Interfax\nThe plan was new.", headline: true)
    let account = try #require(reading.accounts.first)
    #expect(account.content.map(\.text) == ["plan for Idlib"])
    #expect(account.via == "Interfax")
    #expect(account.part == .headline)
  }

  @Test func `what is not said keeps its polarity`() throws {
    let reading = try ReadReport.reading("The army did not say who had fired.")
    let account = try #require(reading.accounts.first { $0.source.kind != .author })
    #expect(account.polarity == .negative)
    #expect(account.stance != .deny)
  }
}
