/// A test of one token in a rule of the attribute ruler.
struct TokenTest: Sendable {
  /// What the test asks of the lower-case form.
  enum Lower: Sendable {
    case any
    case listed(Set<Int32>)
    case notListed(Set<Int32>)
    case pattern(Int)
  }

  /// One bit for every accepted tag and dependency, by their place in `allCases`.
  var tags: UInt64 = .max
  var dependencies: UInt64 = .max
  var isSpace: Bool?
  var lower: Lower = .any

  func accepts(tag: UInt8, dependency: UInt8, isSpace: Bool, key: Int32) -> Bool {
    guard tags >> UInt64(tag) & 1 == 1, dependencies >> UInt64(dependency) & 1 == 1,
      self.isSpace == nil || self.isSpace == isSpace
    else { return false }
    return acceptsLower(key)
  }

  func acceptsLower(_ key: Int32) -> Bool {
    switch lower {
    case .any: true
    case .listed(let set): set.contains(LowerKeys.listed(key))
    case .notListed(let set): !set.contains(LowerKeys.listed(key))
    case .pattern(let index): LowerKeys.matches(key, pattern: index)
    }
  }
}

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

/// A lower-case form as the rules see it: its place among the forms they list, and the patterns it matches.
struct LowerKeys: Sendable {
  private static let patternShift: Int32 = 20
  private static let patternLimit = 8

  private(set) var forms: [[UInt8]: Int32] = [:]
  private(set) var patterns: [Pattern] = []
  private var patternSources: [String] = []

  static func listed(_ key: Int32) -> Int32 { key & (1 << patternShift - 1) }

  static func matches(_ key: Int32, pattern: Int) -> Bool {
    key >> (patternShift + Int32(pattern)) & 1 == 1
  }

  mutating func list(_ form: [UInt8]) -> Int32 {
    if let known = forms[form] { return known }
    let number = Int32(forms.count + 1)
    forms[form] = number
    return number
  }

  mutating func pattern(_ source: String, file: ModelFile) throws(ModelError) -> Int {
    if let known = patternSources.firstIndex(of: source) { return known }
    guard patterns.count < Self.patternLimit, let pattern = Pattern(source) else {
      throw file.unsupported("the pattern \"\(source)\"")
    }
    patterns.append(pattern)
    patternSources.append(source)
    return patterns.count - 1
  }

  func key(of lower: [UInt8], using match: PatternMatch) -> Int32 {
    var key = forms[lower] ?? 0
    lower.withUnsafeBufferPointer { bytes in
      for (index, pattern) in patterns.enumerated()
      where pattern.firstMatch(in: bytes, using: match) != nil {
        key |= 1 << (Self.patternShift + Int32(index))
      }
    }
    return key
  }
}
