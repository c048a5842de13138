import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// A sentence with what must be read from it; a trigger in «», an empty actor or target where none is told.
struct TellingCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let type: HappeningType
  var modality = Modality.happened
  var actor = ""
  var target = ""

  var testDescription: String { marked }
}

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct HappeningReaderTests {
  private func read(_ text: String) throws -> [(HappeningMention, ParseTree)] {
    let tree = try #require(Parsed.tree(text))
    let lexicons = try HappeningLexicons()
    let reader = HappeningReader(lexicons: lexicons)
    return reader.happenings(in: lexicons.lexical(tree)).map { ($0, tree) }
  }

  @Test(arguments: [
    TellingCase(
      marked: "Warplanes «attacked» the village on Monday.", type: .airStrike,
      actor: "Warplanes", target: "the village"),
    TellingCase(
      marked: "Rebels «shelled» an army checkpoint near the bridge.", type: .shelling,
      actor: "Rebels", target: "an army checkpoint"),
    TellingCase(
      marked: "Government forces «captured» the town of Darayya.", type: .territoryChange,
      actor: "Government forces", target: "the town"),
    TellingCase(
      marked: "Soldiers «opened fire» on a crowd of mourners.", type: .shooting,
      actor: "Soldiers", target: "a crowd of mourners"),
    TellingCase(
      marked: "Police «arrested» two journalists in the capital.", type: .arrest,
      actor: "Police", target: "two journalists"),
    TellingCase(
      marked: "Gunmen «kidnapped» an engineer.", type: .abduction, actor: "Gunmen",
      target: "an engineer"),
    TellingCase(
      marked: "Thousands of people «demonstrated» in the square.", type: .protest,
      actor: "Thousands of people"),
    TellingCase(
      marked: "A suicide bomber «blew himself up» outside the ministry.", type: .bombing,
      actor: "A suicide bomber"),
    TellingCase(
      marked: "Militants «attacked» an aid convoy near the crossing.", type: .aidAttack,
      actor: "Militants", target: "an aid convoy"),
    TellingCase(
      marked: "Hundreds of families «fled» the district.", type: .displacement,
      actor: "Hundreds of families", target: "the district"),
    TellingCase(
      marked: "The army «used chlorine» against the rebels.", type: .chemicalAttack,
      actor: "The army"),
    TellingCase(
      marked: "Parliament «approved a law» on Sunday.", type: .politicalAct,
      actor: "Parliament"),
    TellingCase(
      marked: "The two sides «signed an agreement» in Geneva.", type: .agreement,
      actor: "The two sides"),
    TellingCase(
      marked: "The European Union «imposed sanctions» on the minister.", type: .sanction,
      actor: "The European Union", target: "the minister"),
    TellingCase(
      marked: "A convoy «delivered food» to the town.", type: .aidMovement, actor: "A convoy"),
  ])
  func `a plain telling gives type and participants`(_ telling: TellingCase) throws {
    try expect(telling)
  }

  @Test(arguments: [
    TellingCase(marked: "The army «may attack» the city.", type: .attack, modality: .possible),
    TellingCase(marked: "The army did not «bomb» the market.", type: .bombing, modality: .denied),
    TellingCase(
      marked: "Neither side «shelled» the hospital.", type: .shelling, modality: .denied),
    TellingCase(
      marked: "The minister denied «shelling» the hospital.", type: .shelling, modality: .denied),
    TellingCase(
      marked: "We did not find any signs of any shell having «hit» the convoy, he said.",
      type: .attack, modality: .denied),
    TellingCase(
      marked: "He said there was no evidence that the aircraft had «bombed» the convoy.",
      type: .bombing, modality: .denied),
    TellingCase(
      marked: "Video showed no sign of a «strike» on the hospital, he said.", type: .airStrike,
      modality: .denied),
    TellingCase(
      marked: "Rebels are «besieging» two villages.", type: .siege, modality: .ongoing),
    TellingCase(
      marked: "The delegates will «meet» the envoy on Friday.", type: .talks, modality: .planned),
    TellingCase(
      marked: "Gunmen tried to «storm» the prison.", type: .attack, modality: .attempted),
    TellingCase(
      marked: "The envoy called for a «ceasefire».", type: .ceasefireAct, modality: .proposed),
    TellingCase(
      marked: "The group threatened to «kill» the hostages.", type: .killing,
      modality: .threatened),
  ])
  func `auxiliaries and governing words give the modality`(_ telling: TellingCase) throws {
    try expect(telling)
  }

  @Test(arguments: [
    "He fights cancer every day.", "The striker hit the post twice.",
    "The film was shot in Morocco.", "Oil prices fell after the report.",
    "The critics attacked his argument.", "Workers went on strike over pay.",
    "The talks were long.", "She lost her job.",
  ])
  func `other senses of the words tell no violence`(sentence: String) throws {
    let types = try read(sentence).map(\.0.type)
    let violent: Set<HappeningType> = [
      .airStrike, .shelling, .clash, .bombing, .shooting, .killing, .attack, .territoryChange,
    ]
    #expect(violent.isDisjoint(with: types))
  }

  @Test(arguments: [
    ("An explosion killed five people in the market.", "explosion"),
    ("Five people were killed in a bombing.", "bombing"),
    ("Soldiers opened fire on the crowd, killing two people.", "opened fire"),
    ("Five civilians were killed and dozens injured in air strikes on Aleppo.", "air strikes"),
    ("At least thirty people were killed when warplanes attacked the town.", "attacked"),
  ])
  func `a toll and its means are one happening`(sentence: String, trigger: String) throws {
    let found = try read(sentence)
    #expect(found.count == 1)
    let (mention, tree) = try #require(found.first)
    #expect(tree.text(mention.trigger) == trigger)
    #expect(mention.tolls.contains { $0.kind == .killed })
  }

  @Test func `a later "the attack" takes up the one told before`() throws {
    let found = try read("Warplanes bombed the market. Residents said the attack lasted an hour.")
    #expect(found.map(\.0.type) == [.airStrike, .airStrike])
    #expect(found.last?.0.takesUp == 0)
  }

  @Test func `who "was responsible" speaks of the attack told before, or of none`() throws {
    let found = try read("Warplanes bombed the market. The ministry said rebels were responsible.")
    #expect(found.map(\.0.type) == [.airStrike, .airStrike])
    #expect(found.last?.0.actor.map { found[1].1.text($0) } == "rebels")
    #expect(try read("The ministry said rebels were responsible.").isEmpty)
  }

  @Test(arguments: [
    ("BEIRUT, Sept 17 – Warplanes of the coalition struck a position of the army.", "Warplanes"),
    ("Rebels said they shelled the base.", "Rebels"),
    ("The army sent tanks to shell the district.", "The army"),
    ("Soldiers who had surrounded the village burned houses.", "Soldiers"),
  ])
  func `the actor is found past datelines, pronouns, infinitives and relatives`(
    sentence: String, actor: String
  ) throws {
    let found = try #require(read(sentence).last)
    #expect(found.0.actor.map(found.1.text)?.hasPrefix(actor) == true)
  }

  @Test func `an investigation that is called for leaves the attack as it was told`() throws {
    let found = try read(
      "Warplanes attacked a convoy. The envoy called for an investigation of the attack.")
    #expect(found.last?.0.modality == .happened)
  }

  @Test func `fighting that has to stop is one happening`() throws {
    let found = try read("The operations have to stop.")
    #expect(found.map(\.0.type) == [.ceasefireAct])
    #expect(found.map(\.0.modality) == [.proposed])
  }

  private func expect(_ telling: TellingCase) throws {
    let text = telling.marked.filter { $0 != "«" && $0 != "»" }
    let trigger = try #require(
      telling.marked.split(separator: "«").last?.split(separator: "»").first)
    let found = try read(text)
    let (mention, tree) = try #require(
      found.first { tree in trigger.contains(tree.1.word(tree.0.head)) },
      "No trigger in \(text)")
    #expect(mention.type == telling.type)
    #expect(mention.modality == telling.modality)
    if !telling.actor.isEmpty { #expect(mention.actor.map(tree.text) == telling.actor) }
    if !telling.target.isEmpty {
      #expect(mention.target.map(tree.text)?.hasPrefix(telling.target) == true)
    }
  }
}
