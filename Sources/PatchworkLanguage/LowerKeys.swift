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
