public import PatchworkText

/// How sure the words of a text make one of its events.
public struct Factuality: Hashable, Sendable {
  /// The event's word.
  public var span: Span
  /// From -3, certainly not, over 0, open, to 3, certainly so.
  public var value: Double
  /// What the value was read from, the event's own clause first: "negated", "under denial", "modal could".
  public var grounds: [String]
  /// The certainty that is left when every ground takes its share, from -1 to 1; one of the things that the value weighs.
  public var certainty: Double
}
