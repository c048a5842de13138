import PatchworkRecord
import PatchworkText

/// A small report with rival accounts, made by hand.
enum Convoy {
  static let text = """
    Share
    An aid convoy was attacked at Urum al-Kubra on Monday, killing about 20 civilians, the federation said.
    Russia’s defence ministry denied that its aircraft had bombed it. The damage was the result of a fire, he said.
    Residents did not say who was responsible.
    """

  static let report = Report(
    id: "convoy", text: text,
    blocks: [
      TextBlock(
        span: quote("An aid convoy").span.union(quote("federation said.").span), part: .body),
      TextBlock(span: quote("Russia’s").span.union(quote("fire, he said.").span), part: .body),
      TextBlock(span: quote("Residents did not say who was responsible.").span, part: .body),
    ],
    dropped: [DroppedText(quote: quote("Share"), why: .boilerplate)],
    title: "Convoy destroyed near Aleppo", outlet: "Levant Wire", language: "en",
    published: SourcedDate(value: "2016-09-20", origin: "supplied"))

  static let reading = Reading(accounts: [federation, ministry, fire, residents])

  static var federation: Account {
    var account = Account(
      number: 0,
      sentence: quote(
        "An aid convoy was attacked at Urum al-Kubra on Monday, killing about 20 civilians, the federation said."
      ),
      source: Source(
        kind: .organisation, who: "the federation", mention: quote("the federation"),
        rule: "subject"), cue: [quote("said")],
      content: [
        quote("An aid convoy was attacked at Urum al-Kubra on Monday, killing about 20 civilians")
      ], quoted: .indirect, stance: .state)
    var happening = Happening(type: .aidAttack, trigger: quote("attacked"))
    happening.place = Place(quote: quote("Urum al-Kubra"), name: "Urum al-Kubra", precision: 1)
    happening.time = TimeExpression(
      quote: quote("Monday"), kind: .date, edtf: "2016-09-19", from: "2016-09-19",
      to: "2016-09-19", precision: 1, rule: "weekday-before")
    happening.killed = Count(
      quote: quote("about 20 civilians"), low: 20, high: 20, relation: .approx, measure: .killed,
      unit: "civilian")
    account.happening = happening
    return account
  }

  static var ministry: Account {
    var account = Account(
      number: 1,
      sentence: quote("Russia’s defence ministry denied that its aircraft had bombed it."),
      source: Source(
        kind: .organisation, who: "Russia’s defence ministry",
        mention: quote("Russia’s defence ministry"), rule: "subject"), cue: [quote("denied")],
      content: [quote("its aircraft had bombed it")], quoted: .indirect, stance: .deny, about: 0)
    var happening = Happening(type: .airStrike, trigger: quote("bombed"), modality: .denied)
    happening.actor = Participant(quote: quote("its aircraft"), who: "its aircraft")
    account.happening = happening
    return account
  }

  static let fire = Account(
    number: 2, sentence: quote("The damage was the result of a fire, he said."),
    source: Source(
      kind: .person, who: "Igor Konashenkov", role: "spokesman",
      mention: quote("Russia’s defence ministry"), rule: "coref:pronoun"),
    cue: [quote("said", after: "fire, he")],
    content: [quote("The damage was the result of a fire")], quoted: .indirect, stance: .state,
    about: 1, via: "RIA")

  static let residents = Account(
    number: 3, sentence: quote("Residents did not say who was responsible."),
    source: Source(
      kind: .collective, who: "residents", mention: quote("Residents"), rule: "subject"),
    cue: [quote("did not say")], content: [quote("who was responsible")], quoted: .indirect,
    stance: .state, polarity: .negative)

  /// The first place of some words in the text, behind other words where they are given.
  static func quote(_ words: String, after: String = "") -> Quote {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    var from = 0
    if !after.isEmpty { from = place(of: Array(after.utf8), in: bytes, from: 0) }
    let start = place(of: wanted, in: bytes, from: from)
    return Quote(span: Span(start, start + wanted.count), text: words)
  }

  private static func place(of words: [UInt8], in text: [UInt8], from: Int) -> Int {
    for start in from...(text.count - words.count)
    where text[start..<start + words.count].elementsEqual(words) {
      return start
    }
    preconditionFailure("The text has no “\(String(decoding: words, as: UTF8.self))”.")
  }
}
