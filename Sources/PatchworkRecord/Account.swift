/// Who an account comes from.
public struct Source: Hashable, Sendable {
  /// What kind of speaker.
  public var kind: SourceKind
  /// Full name or description after resolving pronouns and roles, empty when unstated.
  public var who: String
  /// Office or description ("Russia's Deputy Foreign Minister"), empty when none was read.
  public var role: String
  /// The mention in the sentence, else the nearest earlier one, else nil.
  public var mention: Quote?
  /// The rule that named the speaker ("subject", "coref:pronoun", "carried", …).
  public var rule: String

  /// Makes a source.
  public init(
    kind: SourceKind, who: String, role: String = "", mention: Quote? = nil, rule: String
  ) {
    self.kind = kind
    self.who = who
    self.role = role
    self.mention = mention
    self.rule = rule
  }

  /// The reporter's own narration.
  public static let author = Source(kind: .author, who: "the author", rule: "narration")
  /// Nobody is named as speaker.
  public static let unstated = Source(kind: .unstated, who: "", rule: "unstated")
}

/// One who acts or is acted on, as written and as resolved.
public struct Participant: Hashable, Sendable {
  /// The words of the report.
  public var quote: Quote
  /// The full name or description after resolving pronouns.
  public var who: String

  /// Makes a participant.
  public init(quote: Quote, who: String) {
    self.quote = quote
    self.who = who
  }
}

/// What an account says happened.
public struct Happening: Hashable, Sendable {
  /// What kind of thing.
  public var type: HappeningType
  /// The words that name it.
  public var trigger: Quote
  /// Who did it, as stated.
  public var actor: Participant?
  /// To whom or what.
  public var target: Participant?
  /// Where, the most specific place said.
  public var place: Place?
  /// When.
  public var time: TimeExpression?
  /// How it stands in the source's telling.
  public var modality: Modality
  /// How many were killed.
  public var killed: Count?
  /// How many were injured.
  public var injured: Count?
  /// How many were besieged, displaced, arrested or reached.
  public var affected: Count?
  /// The weapon as written.
  public var weapon: Quote?

  /// Makes a happening with nothing known but its trigger.
  public init(type: HappeningType, trigger: Quote, modality: Modality = .happened) {
    self.type = type
    self.trigger = trigger
    self.modality = modality
  }
}

/// A state that an account asserts of a place.
public struct Condition: Hashable, Sendable {
  /// What kind of state.
  public var kind: ConditionKind
  /// Of which place.
  public var place: Place?
  /// Who holds, besieges, approves, threatens, is told or is present.
  public var holder: Participant?
  /// The state, one of its kind's `values` ("held", "besieged", "open", "in force").
  public var value: String
  /// Since when.
  public var since: TimeExpression?
  /// Until when.
  public var until: TimeExpression?
  /// How many people it concerns.
  public var people: Count?
  /// The words that assert it.
  public var trigger: Quote

  /// Makes a condition.
  public init(
    kind: ConditionKind, value: String, trigger: Quote, place: Place? = nil,
    holder: Participant? = nil, since: TimeExpression? = nil, until: TimeExpression? = nil,
    people: Count? = nil
  ) {
    self.kind = kind
    self.value = value
    self.trigger = trigger
    self.place = place
    self.holder = holder
    self.since = since
    self.until = until
    self.people = people
  }
}

/// Something that a claim is said to rest on.
public struct Evidence: Hashable, Sendable {
  /// What kind of evidence, as claimed.
  public var kind: EvidenceKind
  /// The words that say so.
  public var quote: Quote

  /// Makes a piece of evidence.
  public init(kind: EvidenceKind, quote: Quote) {
    self.kind = kind
    self.quote = quote
  }
}

/// One source's version of one thing, in one place of one report.
public struct Account: Hashable, Sendable {
  /// Number within the report, from 0, in reading order.
  public var number: Int
  /// The whole sentence.
  public var sentence: Quote
  /// Which part of the text the sentence stands in.
  public var part: TextPart
  /// Who says so.
  public var source: Source
  /// The words that carry the attribution.
  public var cue: [Quote]
  /// The words attributed, or the clause that tells an unattributed happening.
  public var content: [Quote]
  /// How the source's words are given.
  public var quoted: Quotation
  /// What the source does by saying it.
  public var stance: Stance
  /// Whether the attribution is affirmed or negated.
  public var polarity: Polarity
  /// Number of the account that this one answers, denies, passes on or continues.
  public var about: Int?
  /// The medium or speaker that passes it on, empty when none.
  public var via: String
  /// To whom it is addressed, empty when nobody is.
  public var addressee: String
  /// What happened, or nil when the content tells no event.
  public var happening: Happening?
  /// What state is asserted, or nil.
  public var condition: Condition?
  /// What the claim is said to rest on, in reading order.
  public var evidence: [Evidence]
  /// When the source said it ("said on Tuesday"), which is neither when it happened nor when the report was published.
  public var said: TimeExpression?
  /// The day of the live blog's entry that it stands in, `YYYY-MM-DD`, where that has one.
  public var entry: String?

  /// Makes an account of a source's words.
  public init(
    number: Int, sentence: Quote, part: TextPart = .body, source: Source, cue: [Quote] = [],
    content: [Quote], quoted: Quotation, stance: Stance, polarity: Polarity = .positive,
    about: Int? = nil, via: String = "", addressee: String = "", happening: Happening? = nil,
    condition: Condition? = nil, evidence: [Evidence] = [], said: TimeExpression? = nil,
    entry: String? = nil
  ) {
    self.number = number
    self.sentence = sentence
    self.part = part
    self.source = source
    self.cue = cue
    self.content = content
    self.quoted = quoted
    self.stance = stance
    self.polarity = polarity
    self.about = about
    self.via = via
    self.addressee = addressee
    self.happening = happening
    self.condition = condition
    self.evidence = evidence
    self.said = said
    self.entry = entry
  }
}
