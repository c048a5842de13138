extension LinkRule {
  /// The rule in words.
  var words: String {
    switch self {
    case .asked: "answers what is asked in its sentence"
    case .continues: "its quotation goes on with the one before"
    case .passesOn: "passes on what is told inside of its words"
    case .secondPart: "second part of what one cue tells"
    case .ofStatement: "one more thing of the same statement"
    case .answers: "denies, rejects or questions what another source says"
    case .carriesOn: "the same speaker carries on"
    case .takesUp: "takes up a happening that was told before"
    case .echoes: "repeats words of another source that few sentences have"
    }
  }
}
