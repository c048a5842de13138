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
  /// Words that are no cue unless listed: what tells a happening, and how the narrator sees things.
  private let closed: Set<String>
  /// Verbs whose subject makes what their object says.
  let makers: Set<String>

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
    var closed = Set(try LexiconFolder.table("narrator-verbs.tsv").rows.map { $0["lemma"] })
    for row in try LexiconFolder.table("triggers.tsv").rows
    where Self.violence.contains(row["type"]) && row["pos"] == "v" {
      closed.formUnion(row["words"].split(separator: " ").map(String.init))
    }
    self.closed = closed
    makers = Set(try LexiconFolder.table("maker-verbs.tsv").rows.map { $0["lemma"] })
  }

  /// What a token may do as a cue, or nil when it is none.
  func constructions(of token: Int, in tree: ParseTree) -> Constructions? {
    switch tree[token].pos {
    case .verb, .aux:
      if Self.isNoun(token, in: tree) { return nouns[tree.lemma(token)] }
      // "ruled out", "put it": a verb with its particle is a word of its own.
      if let particle = Clauses(tree: tree).particle(of: token),
        let phrasal = verbs[tree.lemma(token) + " " + tree.lower(particle)]
      {
        return phrasal
      }
      return verbs[tree.lemma(token)]
    case .noun: return nouns[tree.lemma(token)]
    default: return nil
    }
  }

  /// What a token may do as a cue when any word may: its rows of the lexicon, and after them every construction
  /// that an unlisted word could make.
  func openConstructions(of token: Int, in tree: ParseTree) -> Constructions {
    let open = Self.isNoun(token, in: tree) ? Self.openNoun : Self.openVerb
    return (constructions(of: token, in: tree) ?? [:]).merging(open) { listed, _ in listed }
  }

  /// Whether a word that is not listed may be a cue at all.
  func isOpen(_ token: Int, in tree: ParseTree) -> Bool { !closed.contains(tree.lemma(token)) }

  /// Types of happenings whose verbs never speak, as "support" and "back" of a political act may.
  private static let violence: Set<String> = [
    "air-strike", "shelling", "clash", "bombing", "chemical-attack", "shooting", "abduction",
    "arrest", "destruction", "killing", "attack", "territory-change", "troop-movement",
    "displacement", "withdrawal", "siege", "release",
  ]

  private static let openVerb: Constructions = [
    .clause: .state, .infinitive: .promise, .smallClause: .state, .object: .state, .passive: .state,
    .preposition("on"): .state, .preposition("about"): .state, .preposition("for"): .state,
    .preposition("of"): .state, .preposition("to"): .state, .preposition("against"): .state,
    .preposition("with"): .state, .preposition("at"): .state, .preposition("over"): .state,
  ]

  private static let openNoun: Constructions = [
    .clause: .state, .infinitive: .promise, .preposition("of"): .state,
    .preposition("for"): .state, .preposition("about"): .state, .preposition("on"): .state,
    .preposition("to"): .state, .preposition("against"): .state, .preposition("over"): .state,
    .preposition("from"): .state,
  ]

  /// Whether a token is a noun, also one with an article that the tagger took for a verb ("a US call").
  static func isNoun(_ token: Int, in tree: ParseTree) -> Bool {
    if tree[token].pos == .noun { return true }
    guard tree[token].pos == .verb else { return false }
    return [.dobj, .pobj, .nsubj, .nsubjpass, .attr].contains(tree[token].dep)
      && tree.child(token, .det) != nil
  }
}
