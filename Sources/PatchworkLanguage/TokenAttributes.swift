/// What a rule changes; nil leaves a value as it is.
struct AttributeChange: Sendable {
  var tag: UInt8?
  var pos: UInt8?
  var dependency: UInt8?
  var morph: Int16?
  var lemma: Int16?
}

/// The values of a token that the attribute ruler sets.
struct TokenAttributes {
  var tag: UInt8
  var pos: UInt8 = 0
  var dependency: UInt8
  var morph: Int16 = 0
  /// Place among the ruler's lemmas, or -1 where the lemmatizer decides.
  var lemma: Int16 = -1

  mutating func apply(_ change: AttributeChange) {
    if let value = change.tag { tag = value }
    if let value = change.pos { pos = value }
    if let value = change.dependency { dependency = value }
    if let value = change.morph { morph = value }
    if let value = change.lemma { lemma = value }
  }
}
