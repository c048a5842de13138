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
