import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Who a speaker is: full name, kind, office, and the rule that named him.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct SpeakerTests {
  private func speakers(_ text: String) throws -> [Source] {
    try ReadReport.reading(text).accounts.map(\.source).filter { $0.kind != .author }
  }

  @Test func `a surname stands for the full name given before`() throws {
    let sources = try speakers(
      "Foreign Minister Walid Nasser said the talks had failed.\nNasser said they would go on.")
    #expect(sources.map(\.who) == ["Walid Nasser", "Walid Nasser"])
    #expect(sources[0].role == "Foreign Minister")
    #expect(sources[1].rule == "coref:name")
  }

  @Test func `a pronoun stands for the speaker before it`() throws {
    let sources = try speakers(
      "Angela Ross said the camp was full.\nShe said more tents were needed.")
    #expect(sources.map(\.who) == ["Angela Ross", "Angela Ross"])
    #expect(sources[1].rule == "coref:pronoun")
  }

  @Test func `they are those whom the sentence before speaks of, where none of them spoke`() throws
  {
    let sources = try speakers(
      "Angela Ross accused Danish officials of changing their story.\nFirst they said the road was closed, she told reporters."
    )
    #expect(sources.map(\.who).contains("Danish officials"))
  }

  @Test func `who has an office behind the name is a person`() throws {
    let sources = try speakers(
      "Samantha Power, the American ambassador to the United Nations, accused Moscow of a stunt.\nShe said the talks would go on."
    )
    #expect(sources.map(\.kind) == [.person, .person])
    #expect(sources.map(\.who) == ["Samantha Power", "Samantha Power"])
  }

  @Test func `an office stands for the one who holds it`() throws {
    let sources = try speakers(
      "Turkish President Kemal Aydin visited the border.\nThe president said the gate would open.")
    #expect(sources.map(\.who) == ["Kemal Aydin"])
    #expect(sources[0].rule == "coref:role")
  }

  @Test func `an unnamed official is not taken for a named one`() throws {
    let sources = try ReadReport.reading(
      """
      Omar Saleh, a senior official, said the road was open.
      A senior official who asked not to be named said the road was mined.
      “It is mined everywhere,” the official said.
      """
    ).accounts.map(\.source).filter { $0.kind != .author }
    #expect(sources.map(\.kind) == [.person, .anonymous, .anonymous])
    #expect(sources.last?.who == "A senior official")
  }

  @Test func `an official who asks not to be named stays unnamed`() throws {
    let sources = try speakers(
      "Laura Stein met the envoy.\nAn official, who asked not to be named, said the road was mined."
    )
    let said = try #require(sources.last)
    #expect(said.kind == .anonymous)
    #expect(!said.who.contains("Stein"))
  }

  @Test(arguments: [
    ("Residents said the town was quiet.", SourceKind.collective),
    ("State television said the town was quiet.", .medium),
    ("The report said the town was quiet.", .document),
    ("A spokesman said the town was quiet.", .role),
    ("Russia said the town was quiet.", .organisation),
    ("The army said the town was quiet.", .organisation),
    ("Maria Lopez said the town was quiet.", .person),
    ("One of the messages said the town was quiet.", .document),
    ("The town is reportedly quiet.", .unstated),
  ])
  func `kinds of speakers`(text: String, kind: SourceKind) throws {
    #expect(try speakers(text).map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("Nasser told Reuters that the road was open.", "Reuters", ""),
    ("Nasser told the council that the road was open.", "the council", "the council"),
    ("Nasser said on Twitter that the road was open.", "Twitter", ""),
    ("Nasser was quoted by Interfax as saying that the road was open.", "Interfax", ""),
  ])
  func `through what and to whom`(text: String, via: String, addressee: String) throws {
    let account = try #require(
      try ReadReport.reading(text).accounts.first { $0.source.who == "Nasser" })
    #expect(account.via == via)
    #expect(account.addressee == addressee)
  }
}
