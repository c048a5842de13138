import PatchworkRecord

/// A value that a route takes from the query or a form.
struct Parameter: Sendable {
  /// What it can be.
  enum Kind: Sendable {
    /// A day, ISO 8601.
    case day
    /// One of some words.
    case word([String])
    /// A whole number.
    case number(ClosedRange<Int>)
    /// Any text up to a length in code points.
    case text(most: Int)
  }

  let name: String
  let kind: Kind
  let summary: String
  var isRequired = false

  /// Whether a value is one that the parameter can have; a form that people fill in leaves empty what they do not want.
  func allows(_ value: String, inForm: Bool) -> Bool {
    if value.isEmpty {
      if case .text = kind { return !isRequired }
      return inForm && !isRequired
    }
    switch kind {
    case .day: return value.utf8.count == 10 && CivilDay(iso: value) != nil
    case .word(let words): return words.contains(value)
    case .number(let range):
      return value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && Int(value).map { range.contains($0) } ?? false
    case .text(let most): return value.unicodeScalars.count <= most
    }
  }

  /// What it can be, for people.
  var hint: String {
    switch kind {
    case .day: "a day like 2016-09-19"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .text(let most): "text of at most \(most) characters"
    }
  }
}
