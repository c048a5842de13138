/// The rule by which an account was tied to the one that it is about.
enum LinkRule: Sendable, CaseIterable {
  /// It answers the question, or the claim asked about, of its sentence.
  case asked
  /// Its quotation goes on with the one before.
  case continues
  /// It passes on what is told inside of its words.
  case passesOn
  /// It is the second part of what one cue tells.
  case secondPart
  /// It tells one more thing of a statement that another account carries as a whole.
  case ofStatement
  /// It denies, rejects or questions what another source says.
  case answers
  /// Its speaker has spoken before.
  case carriesOn
  /// It speaks of a happening as known that was told before.
  case takesUp
  /// It repeats words of another source that few sentences have.
  case echoes
}
