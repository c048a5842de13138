/// A value with the tokens that give it.
struct Located<Value: Sendable>: Sendable {
  /// The tokens, wholly or in part.
  let tokens: Range<Int>
  let value: Value
}
