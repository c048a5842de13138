/// What one worker knows of a token's written form; shared by all its tokens.
struct Lexeme {
  /// Numbers of norm, first letter, last three letters and shape.
  var features: (UInt64, UInt64, UInt64, UInt64)
  /// Number of the form itself.
  var form: UInt64
  var isSpace: Bool
  /// Place among the texts that start hidden special cases, or -1.
  var phraseHead: Int32
  /// What the attribute rules can tell of the lower-case form; 0 for nothing.
  var ruleKey: Int32
}

/// The written forms a worker has met.
final class Lexicon {
  private let norms: [UInt64: UInt64]
  private let rules: TokenizerRules
  private let ruler: AttributeRuler
  private let match = PatternMatch()
  let forms = ByteTable(capacity: 8192)
  private(set) var lexemes: [Lexeme] = []

  init(tables: LexicalTables, rules: TokenizerRules, ruler: AttributeRuler) {
    norms = tables.norms
    self.rules = rules
    self.ruler = ruler
  }

  /// The lexeme of a form; `norm` is the number of the norm a special case gives, or 0.
  @inline(__always)
  func lexeme(_ form: UnsafeBufferPointer<UInt8>, norm: UInt64) -> Int32 {
    let hash = ByteTable.hash(form, norm)
    let found = forms.find(form, hash: hash, tag: norm)
    if found >= 0 { return Int32(truncatingIfNeeded: found) }
    return add(form, hash: hash, norm: norm)
  }

  private func add(_ form: UnsafeBufferPointer<UInt8>, hash: UInt64, norm: UInt64) -> Int32 {
    let id = StringID.of(form)
    let lower = Scalars.lowercased(form)
    let lowerID = lower.withUnsafeBufferPointer { StringID.of($0) }
    let prefix = UnsafeBufferPointer(rebasing: form[..<Scalars.prefixLength(form)])
    let suffix = UnsafeBufferPointer(rebasing: form[(form.count - Scalars.suffixLength(form))...])
    let shape = Scalars.shape(form)
    lexemes.append(
      Lexeme(
        features: (
          norm != 0 ? norm : norms[id] ?? lowerID, StringID.of(prefix), StringID.of(suffix),
          shape.withUnsafeBufferPointer { StringID.of($0) }
        ),
        form: id, isSpace: Scalars.isSpace(form),
        phraseHead: Int32(rules.phraseHeads.find(form)),
        ruleKey: ruler.key(ofLower: lower, using: match)))
    return Int32(forms.add(form, hash: hash, tag: norm))
  }

  func removeAll() {
    forms.removeAll()
    lexemes.removeAll(keepingCapacity: true)
  }
}
