import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Which account carries on, answers or repeats which.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct AccountLinkTests {
  @Test func `what is said anew carries on the paraphrase and no other quotation`() throws {
    let accounts = try ReadReport.reading(
      "The mayor said the bridge was down. “Nobody can cross,” he said. "
        + "“We are cut off. We need help,” he added."
    ).accounts
    #expect(
      accounts.map { $0.content.first?.text } == [
        "the bridge was down", "Nobody can cross", "We are cut off", "We need help",
      ])
    #expect(accounts.map(\.about) == [nil, 0, 0, 2])
  }

  @Test func `an answer is about the claim that was asked about`() throws {
    let accounts = try ReadReport.reading(
      "Asked about a report that Turkey might create a buffer zone, the minister said: "
        + "“We are talking about a long border.”"
    ).accounts
    let claim = try #require(accounts.first { $0.cue.map(\.text) == ["report"] })
    let answer = try #require(accounts.first { $0.quoted == .direct })
    #expect(answer.about == claim.number)
  }

  @Test(arguments: [
    ("The envoy said the talks went on despite air strikes blamed on the militia.", false),
    ("The envoy said the ministry denied the raid.", true),
  ])
  func `what only describes a thing is no account that is told`(text: String, isTold: Bool) throws {
    let accounts = try ReadReport.reading(text).accounts
    let outer = try #require(accounts.first { $0.source.who == "The envoy" })
    #expect(accounts.count > 1)
    #expect((outer.about != nil) == isTold)
  }

  @Test func `a rejection may answer a promise`() throws {
    let accounts = try ReadReport.reading(
      "The president promised elections within a year. Many say his reform promises are hollow."
    ).accounts
    #expect(accounts.map(\.stance) == [.promise, .reject])
    #expect(accounts.last?.about == accounts.first?.number)
  }

  /// Sentences of one speaker each, on other things.
  static let others = [
    "The mayor said the bridge was down.", "The bishop said the church was open.",
    "The teacher said the pupils were safe.", "The driver said the road was mined.",
    "The nurse said the ward was full.", "The farmer said the wheat was burnt.",
    "The judge said the trial was over.", "The baker said the flour was gone.",
  ]

  @Test func `words that few sentences have tie two sources`() throws {
    let first = "The newspaper said Ankara was planning a buffer zone along the frontier."
    let second = "A general said the buffer zone along the frontier was years away."
    let accounts = try ReadReport.reading(([first] + Self.others + [second]).joined(separator: " "))
      .accounts.filter { $0.source.kind != .author }
    #expect(accounts.count == Self.others.count + 2)
    #expect(accounts.last?.about == accounts.first?.number)
    #expect(accounts.dropFirst().dropLast().allSatisfy { $0.about == nil })
  }

  @Test func `words that every sentence has tie nobody`() throws {
    let texts = ["mayor", "bishop", "teacher", "driver", "nurse"].map {
      "The \($0) said the old bridge was down."
    }
    let accounts = try ReadReport.reading(texts.joined(separator: " ")).accounts
    #expect(accounts.filter { $0.cue.isEmpty == false }.allSatisfy { $0.about == nil })
  }

  @Test func `what only describes a thing is not what a statement is about`() throws {
    let accounts = try ReadReport.reading(
      "The envoy said the raid came on the day of a massacre in which it is estimated that "
        + "20,000 people were killed."
    ).accounts
    let envoy = try #require(accounts.first { $0.source.who == "The envoy" })
    #expect(envoy.about == nil)
  }

  @Test(arguments: [
    (
      "Dr. Rida Haddad said four children had died. The doctor said the ward was full.",
      "coref:role"
    ),
    (
      "Four children died, said Rida Haddad, a physician who claimed he treated two of them.",
      "coref:apposition"
    ),
    ("Gen. Joseph Haddad said the road was open. The general said it was safe.", "coref:role"),
  ])
  func `a title or an apposition names the speaker`(text: String, rule: String) throws {
    let accounts = try ReadReport.reading(text).accounts.filter { $0.source.kind != .author }
    #expect(accounts.count == 2)
    #expect(Set(accounts.map(\.source.who)).count == 1)
    #expect(accounts.last?.source.rule == rule)
  }
}
