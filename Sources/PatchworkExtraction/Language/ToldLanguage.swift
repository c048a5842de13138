import PatchworkRecord

/// The language of a report: what its sender says, unless its words are plainly in another; else what the words show.
struct ToldLanguage: Equatable {
  /// BCP 47, empty when unknown.
  let language: String
  /// How sure it is where the words tell it.
  let confidence: Double?

  /// From how sure a guess on it overrules what was said.
  private static let plain = 0.95

  /// `supplied` is what was said of the report, empty where nothing was.
  init(_ guess: LanguageGuess, supplied: String) {
    guard !supplied.isEmpty else {
      self.init(language: guess.language, confidence: guess.known)
      return
    }
    let isOther = !guess.language.isEmpty && !supplied.lowercased().hasPrefix(guess.language)
    if isOther, guess.confidence >= Self.plain {
      self.init(language: guess.language, confidence: guess.confidence)
    } else {
      self.init(language: supplied, confidence: nil)
    }
  }

  /// What the words of a page show, with the page's own more exact tag where it agrees or they show nothing.
  init(_ guess: LanguageGuess, supplied: String, declared: String) {
    guard supplied.isEmpty else {
      self.init(guess, supplied: supplied)
      return
    }
    let agrees = guess.language.isEmpty || declared.lowercased().hasPrefix(guess.language)
    self.init(language: agrees ? declared : guess.language, confidence: guess.known)
  }

  private init(language: String, confidence: Double?) {
    self.language = language
    self.confidence = confidence
  }
}
