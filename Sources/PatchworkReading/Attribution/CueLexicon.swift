import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// How a content hangs on its cue.
enum CueConstruction: Hashable, Sendable {
  case clause, infinitive, object, smallClause, passive
  case preposition(String)

  init?(_ name: String) {
    switch name {
    case "clause": self = .clause
    case "infinitive": self = .infinitive
    case "object": self = .object
    case "smallclause": self = .smallClause
    case "passive": self = .passive
    default:
      guard name.hasPrefix("prep:") else { return nil }
      self = .preposition(String(name.dropFirst(5)))
    }
  }
}

/// The words that make an attribution, by construction, with the stance each carries.
struct CueLexicon: Sendable {
  /// The constructions of one cue word.
  typealias Constructions = [CueConstruction: Stance]

  private let verbs: [String: Constructions]
  private let nouns: [String: Constructions]

  /// Reads the lexicon that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("cues.tsv")
    var verbs: [String: Constructions] = [:]
    var nouns: [String: Constructions] = [:]
    for row in table.rows {
      guard let construction = CueConstruction(row["construction"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "construction", value: row["construction"])
      }
      guard let stance = Stance(rawValue: row["stance"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "stance", value: row["stance"])
      }
      switch row["pos"] {
      case "verb": verbs[row["lemma"], default: [:]][construction] = stance
      case "noun": nouns[row["lemma"], default: [:]][construction] = stance
      default:
        throw .unknownValue(file: table.file, line: row.line, field: "pos", value: row["pos"])
      }
    }
    self.verbs = verbs
    self.nouns = nouns
  }

  /// What a token may do as a cue, or nil when it is none.
  func constructions(of token: Int, in tree: ParseTree) -> Constructions? {
    switch tree[token].pos {
    case .verb, .aux:
      Self.isNoun(token, in: tree) ? nouns[tree.lemma(token)] : verbs[tree.lemma(token)]
    case .noun: nouns[tree.lemma(token)]
    default: nil
    }
  }

  /// Whether a token is a noun, also one with an article that the tagger took for a verb ("a US call").
  static func isNoun(_ token: Int, in tree: ParseTree) -> Bool {
    if tree[token].pos == .noun { return true }
    guard tree[token].pos == .verb else { return false }
    return [.dobj, .pobj, .nsubj, .nsubjpass, .attr].contains(tree[token].dep)
      && tree.child(token, .det) != nil
  }
}
