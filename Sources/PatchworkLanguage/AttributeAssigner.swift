/// Sets attributes and lemmas of tokens by the ruler and the lemmatizer; one worker's own caches.
final class AttributeAssigner {
  private let ruler: AttributeRuler
  private let lemmatizer: Lemmatizer
  /// Outcomes for forms of which the rules can tell nothing, by tag, dependency and white space.
  private var plain: [Int32]
  private let byForm = NumberTable()
  private var outcomes: [TokenAttributes] = []
  /// Whether a form can end a rule over two tokens.
  private var pairEnds: [Int32: Bool] = [:]
  /// This worker's copies, so that threads do not share reference counts.
  private let morphs: [String]
  private let rulerLemmas: [String]
  private let lemmaPlaces = NumberTable()
  private var lemmas: [String] = []

  init(ruler: AttributeRuler, lemmatizer: Lemmatizer) {
    self.ruler = ruler
    self.lemmatizer = lemmatizer
    plain = Array(repeating: -1, count: 1 << 13)
    morphs = ruler.morphs.map { String(decoding: Array($0.utf8), as: UTF8.self) }
    rulerLemmas = ruler.lemmas.map { String(decoding: Array($0.utf8), as: UTF8.self) }
  }

  /// Forgets what depends on lexemes.
  func removeAll() {
    lemmaPlaces.removeAll()
    lemmas.removeAll(keepingCapacity: true)
  }

  /// The outcome of the rules over one token.
  @inline(__always)
  func attributes(tag: UInt8, dependency: UInt8, isSpace: Bool, key: Int32) -> TokenAttributes {
    let place = Int(tag) << 7 | Int(dependency) << 1 | (isSpace ? 1 : 0)
    if key == 0 {
      if plain[place] < 0 { plain[place] = outcome(tag, dependency, isSpace, key) }
      return outcomes[Int(plain[place])]
    }
    let full = UInt64(key) << 16 | UInt64(place)
    if let known = byForm[full] { return outcomes[Int(known)] }
    let made = outcome(tag, dependency, isSpace, key)
    byForm.add(full, made)
    return outcomes[Int(made)]
  }

  private func outcome(
    _ tag: UInt8, _ dependency: UInt8, _ isSpace: Bool, _ key: Int32
  ) -> Int32 {
    var attributes = TokenAttributes(tag: tag, dependency: dependency)
    for rule in ruler.single
    where rule.tests[0].accepts(tag: tag, dependency: dependency, isSpace: isSpace, key: key) {
      attributes.apply(rule.change)
    }
    outcomes.append(attributes)
    return Int32(outcomes.count - 1)
  }

  /// Whether a form can be the second of a rule over two tokens.
  @inline(__always)
  func endsPair(_ key: Int32) -> Bool {
    if let known = pairEnds[key] { return known }
    let answer = ruler.endsPair(key)
    pairEnds[key] = answer
    return answer
  }

  /// What a token looked like before any rule.
  struct Before {
    var tag: UInt8
    var dependency: UInt8
    var isSpace: Bool
    var key: Int32
  }

  /// The outcome of all rules over a token that a rule over two tokens may reach, or nil if none does.
  ///
  /// Rules are applied in their order whatever their length, so the single ones are gone through again.
  func attributes(of token: Before, after: Before?, before: Before?) -> TokenAttributes? {
    func accepts(_ test: TokenTest, _ token: Before) -> Bool {
      test.accepts(
        tag: token.tag, dependency: token.dependency, isSpace: token.isSpace, key: token.key)
    }
    var changes: [(Int, AttributeChange)] = []
    for rule in ruler.pairs {
      let (first, second) = rule.index == 0 ? (token, before) : (after, token)
      guard let first, let second else { continue }
      if accepts(rule.tests[0], first), accepts(rule.tests[1], second) {
        changes.append((rule.order, rule.change))
      }
    }
    guard !changes.isEmpty else { return nil }
    for rule in ruler.single where accepts(rule.tests[0], token) {
      changes.append((rule.order, rule.change))
    }
    var attributes = TokenAttributes(tag: token.tag, dependency: token.dependency)
    for (_, change) in changes.sorted(by: { $0.0 < $1.0 }) { attributes.apply(change) }
    return attributes
  }

  func morph(_ attributes: TokenAttributes) -> String { morphs[Int(attributes.morph)] }

  /// The lemma of a token whose attributes are set.
  @inline(__always)
  func lemma(
    _ attributes: TokenAttributes, lexeme: Int32, form: UnsafeBufferPointer<UInt8>
  ) -> String {
    if attributes.lemma >= 0 { return rulerLemmas[Int(attributes.lemma)] }
    let key = UInt64(lexeme) << 24 | UInt64(attributes.pos) << 16 | UInt64(attributes.morph)
    if let place = lemmaPlaces[key] { return lemmas[Int(place)] }
    let lemma = lemmatizer.lemma(
      of: form, pos: Labels.partsOfSpeech[Int(attributes.pos)], morph: morph(attributes))
    lemmaPlaces.add(key, Int32(lemmas.count))
    lemmas.append(lemma)
    return lemma
  }
}
