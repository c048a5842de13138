import PatchworkLanguage
import PatchworkPlaces
import PatchworkRecord
import PatchworkText

/// The places of a parsed report, by the gazetteer's finder.
struct ReportPlaces: Sendable {
  let finder: PlaceFinder
  let rulers: RulerNames

  init(gazetteer: Gazetteer?) throws(LexiconError) {
    finder = PlaceFinder(gazetteer: gazetteer)
    rulers = try RulerNames()
  }

  /// The places in order; a name that heads a speaker's mention stands for those who rule there.
  func places(in document: ReportParse, statements: [Statement]) -> [Place] {
    let tree = document.tree
    var tokens = tree.parse.tokens.map { token in
      PlaceToken(
        span: token.span, isProper: token.pos == .propn, startsSentence: token.isSentenceStart)
    }
    for entity in tree.parse.entities {
      for token in entity.tokens {
        tokens[token].entity = Self.kind(entity.label)
        tokens[token].startsEntity = token == entity.tokens.lowerBound
      }
    }
    for statement in statements {
      if let head = statement.sourceHead { tokens[head].speaks = true }
    }
    for token in rulers.tokens(in: tree) { tokens[token].speaks = true }
    return finder.places(in: PlaceContext(text: tree.parse.text, tokens: tokens))
  }

  private static func kind(_ label: EntityLabel) -> PlaceToken.Entity {
    switch label {
    case .gpe, .loc, .fac: .place
    case .person: .person
    case .org: .organisation
    case .norp: .demonym
    default: .other
    }
  }
}
