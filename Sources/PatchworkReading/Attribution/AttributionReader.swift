import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds who says what: every attributed statement of a report, before its source is named.
struct AttributionReader: Sendable {
  let lexicon: CueLexicon

  init() throws(LexiconError) { lexicon = try CueLexicon() }

  /// The statements of a report in reading order.
  func statements(in document: ReportParse) -> [Statement] {
    let tree = document.tree
    let verbs = VerbCues(tree)
    let nouns = NounCues(tree)
    let passages = Quotations.passages(in: document)
    var found: [Statement] = []
    for token in 0..<tree.count {
      switch tree[token].pos {
      case .verb, .aux:
        if let statement = nouns.accordingTo(token) {
          found.append(statement)
        } else if let constructions = lexicon.constructions(of: token, in: tree) {
          found += verbs.statements(of: token, constructions)
        }
      case .noun:
        if let constructions = lexicon.constructions(of: token, in: tree),
          let statement = nouns.statement(of: token, constructions)
        {
          found.append(statement)
        }
      case .adv:
        if let statement = nouns.hearsay(token) { found.append(statement) }
      default:
        if let statement = nouns.accordingTo(token) { found.append(statement) }
      }
    }
    var quoting = QuotedSpeech(document: document, lexicon: lexicon, passages: passages)
    return quoting.complete(found)
  }
}
