/// A named entity of a report.
public struct EntityMention: Hashable, Sendable {
  /// The words.
  public var quote: Quote
  /// OntoNotes label ("PERSON", "GPE", …).
  public var label: String

  /// Makes an entity mention.
  public init(quote: Quote, label: String) {
    self.quote = quote
    self.label = label
  }
}

/// Everything that was read from one report.
public struct Reading: Hashable, Sendable {
  /// The accounts in reading order.
  public var accounts: [Account]
  /// Every place mentioned.
  public var places: [Place]
  /// Every time mentioned.
  public var times: [TimeExpression]
  /// Every quantity mentioned.
  public var quantities: [Count]
  /// Every named entity.
  public var entities: [EntityMention]
  /// What the text says of its day of publication, where the report came without one.
  public var implied: ImpliedInterval?

  /// Makes a reading.
  public init(
    accounts: [Account] = [], places: [Place] = [], times: [TimeExpression] = [],
    quantities: [Count] = [], entities: [EntityMention] = [],
    implied: ImpliedInterval? = nil
  ) {
    self.accounts = accounts
    self.places = places
    self.times = times
    self.quantities = quantities
    self.entities = entities
    self.implied = implied
  }
}
