import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// Attributions by words and constructions beyond "said": each case is a text and its attributed accounts.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct CueTests {
  static let cases: [(text: String, accounts: [String])] = [
    (
      "The minister ruled out sending troops to the border.",
      ["The minister | reject | ruled out | sending troops to the border"]
    ),
    (
      "The ministry did not rule out sending troops.",
      ["The ministry | threaten | rule out | sending troops"]
    ),
    (
      "Asked whether the road was open, the mayor said it was mined.",
      [
        " | question | Asked | whether the road was open",
        "the mayor | state | said | it was mined",
      ]
    ),
    (
      "There were reports that the bridge had fallen.",
      [" | report | reports | the bridge had fallen"]
    ),
    (
      "The mayor said the bridge was down and the ferry had sunk.",
      [
        "The mayor | state | said | the bridge was down",
        "The mayor | state | said | the ferry had sunk",
      ]
    ),
    (
      "The envoy expressed hope that the pause would last.",
      ["The envoy | hope | expressed hope | the pause would last"]
    ),
    (
      "The raid was blamed on the militia.",
      [" | accuse | was blamed | The raid … on the militia"]
    ),
    (
      "The envoy welcomed the deal, which the army has ignored.",
      ["The envoy | state | welcomed | the deal"]
    ),
    (
      "The crowd chanted “Leave now!” and threw stones at the office.",
      ["The crowd | demand | chanted | Leave now"]
    ),
    (
      "The teacher told one of his young students on a regular basis that “violence is the answer.”",
      ["The teacher | state | told | violence is the answer"]
    ),
    (
      "According to conservative talk radio host Rush Haddad, the move reeks of “fear” and desperation.",
      ["Rush Haddad | state | According to | the move reeks of “fear” and desperation"]
    ),
    (
      "Nine people were hurt in an explosion that the mayor described as “an intentional act.”",
      ["the mayor | state | described | an explosion … as “an intentional act"]
    ),
    (
      "The report was labelled “mostly true.”",
      [" | state | was labelled | The report … mostly true"]
    ),
    (
      "The minister did not rule out using force.",
      ["The minister | threaten | rule out | using force"]
    ),
    (
      "The governor said he feared that the dam would break.",
      ["The governor | state | said | he feared that the dam would break"]
    ),
  ]

  @Test(arguments: cases)
  func `an attribution has its words, its speaker and its stance`(text: String, accounts: [String])
    throws
  {
    #expect(try ReadReport.attributed(text) == accounts)
  }

  @Test(arguments: [
    "Jets attacked the village on Monday.",
    "The sky seemed to clear in the evening.",
    "The road leads to the border.",
    "The army moved its guns to the hill.",
  ])
  func `what is only told is attributed to nobody`(text: String) throws {
    #expect(try ReadReport.attributed(text).isEmpty)
  }

  @Test func `an answer is about its question`() throws {
    let accounts = try ReadReport.reading(
      "Asked whether the road was open, the mayor said it was mined."
    ).accounts
    #expect(accounts.map(\.about) == [nil, accounts.first?.number])
  }

  @Test func `turns of an interview are their speakers' own words`() throws {
    let accounts = try ReadReport.reading(
      "REPORTER: Is the road open?\nMAYOR: It was mined on Sunday. Nobody can pass."
    ).accounts.filter { $0.source.kind != .author }
    #expect(accounts.map(\.source.who) == ["REPORTER", "MAYOR", "MAYOR"])
    #expect(accounts.map(\.stance) == [.question, .state, .state])
    #expect(accounts.allSatisfy { $0.quoted == .direct })
  }

  @Test func `a label of a thing speaks no turn`() throws {
    #expect(try ReadReport.attributed("PHOTO: A man walks past the bridge.").isEmpty)
  }

  @Test func `passages that one cue joins are said one by one`() throws {
    let accounts = try ReadReport.attributed(
      "The mayor shouted “Open the road” and “Bread for all”.")
    #expect(
      accounts == [
        "The mayor | state | shouted | Open the road",
        "The mayor | state | shouted | Bread for all",
      ])
  }

  @Test func `a speaker's own words are not searched for his name`() throws {
    let sources = try ReadReport.reading(
      "President Omar Saleh met reporters.\n“Daniel Brown cannot come,” he said."
    ).accounts.map(\.source).filter { $0.kind == .person }
    #expect(sources.map(\.who) == ["Omar Saleh"])
  }

  @Test func `things that stand side by side are told one by one`() throws {
    let accounts = try ReadReport.attributed(
      "The envoy condemned abductions, torture and killings.")
    #expect(accounts.first == "The envoy | condemn | condemned | abductions")
    #expect(accounts.count > 1)
  }

  @Test func `what one speaker says twice in one sentence is joined`() throws {
    let accounts = try ReadReport.reading(
      "The envoy condemned the raid and said the town was calm."
    ).accounts.filter { $0.source.kind != .author }
    #expect(accounts.map(\.about) == [nil, accounts.first?.number])
  }

  @Test func `she is not a man and he is not a woman`() throws {
    let sources = try ReadReport.reading(
      "Maria Lopez met Omar Saleh in the capital.\nShe said the talks went well.\nHe said they would go on."
    ).accounts.map(\.source).filter { $0.kind == .person }
    #expect(sources.map(\.who) == ["Maria Lopez", "Omar Saleh"])
  }

  @Test func `the group is the body that spoke before`() throws {
    let sources = try ReadReport.reading(
      "Human Rights Watch said the school was hit.\nTwo rooms burned down, the group said."
    ).accounts.map(\.source).filter { $0.kind != .author }
    #expect(sources.map(\.who) == ["Human Rights Watch", "Human Rights Watch"])
    #expect(sources.last?.rule == "coref:noun")
  }
}

@Suite struct LinearModelTests {
  @Test func `scores add up and unknown features count nothing`() throws {
    let table = try LexiconTable(
      file: "w.tsv", text: "feature\tweight\nbias\t-1\nthreshold=open\t0.5\na\t2\nb\t-0.25\n")
    let model = try LinearModel(table)
    #expect(model.score([]) == -1)
    #expect(model.score(["a", "b", "c"]) == 0.75)
    #expect(model.threshold("open") == 0.5)
    #expect(model.threshold("other") == 0)
  }

  @Test func `a weight that is no number is named`() throws {
    let table = try LexiconTable(file: "w.tsv", text: "feature\tweight\na\theavy\n")
    #expect(
      throws: LexiconError.unknownValue(file: "w.tsv", line: 2, field: "weight", value: "heavy")
    ) {
      try LinearModel(table)
    }
  }
}
