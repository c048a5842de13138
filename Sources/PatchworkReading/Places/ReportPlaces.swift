import PatchworkLanguage
import PatchworkPlaces
import PatchworkRecord
import PatchworkText

/// The places of a parsed report, by the gazetteer's finder.
struct ReportPlaces: Sendable {
  let finder: PlaceFinder
  let rulers: RulerNames
  let roles: PlaceRoles

  init(gazetteer: Gazetteer?) throws(LexiconError) {
    finder = PlaceFinder(gazetteer: gazetteer)
    rulers = try RulerNames()
    roles = try PlaceRoles()
  }

  /// The places in order; a name that heads a speaker's mention stands for those who rule there.
  func places(
    in document: ReportParse, statements: [Statement], _ clock: ReadingClock? = nil
  ) -> [Place] {
    let scan = clock.timed(.placeScan) { self.scan(document, statements) }
    return clock.timed(.placeChoice) { finder.places(of: scan) }
  }

  private func scan(_ document: ReportParse, _ statements: [Statement]) -> PlaceScan {
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
    for (token, fit) in roles.fits(in: tree) { tokens[token].fit = fit }
    return finder.scan(PlaceContext(text: tree.parse.text, tokens: tokens))
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
