import PatchworkLanguage
import PatchworkRecord

/// Statements of words that stand before a quotation and that no construction ties to it: what the tree makes of marks is
/// often no help ("pounded him as a “con artist”", "calling it, among other things, “a failure”").
struct QuotedCues {
  let clauses: Clauses
  let lexicon: CueLexicon
  let quoted: QuotedTokens
  private var tree: ParseTree { clauses.tree }

  /// How many tokens a cue may stand before the mark.
  private static let reach = 25
  /// How far up the tree from the quoted words a cue is looked for.
  private static let height = 6

  /// The statements of the words whose other candidates leave the quotation out.
  func statements(besides others: [Statement]) -> [Statement] {
    let byCue = Dictionary(grouping: others) { $0.cueHead ?? -1 }
    var found: [Int: Statement] = [:]
    for passage in quoted.passages {
      for cue in cues(before: passage.tokens) where found[cue] == nil {
        let isCovered = byCue[cue]?.contains { other in
          other.content.contains { $0.overlaps(passage.tokens) }
        }
        if isCovered != true { found[cue] = statement(cue, passage.tokens) }
      }
    }
    return found.values.sorted { ($0.cueHead ?? 0) < ($1.cueHead ?? 0) }
  }

  /// The verbs above the quoted words, the nearest verb before them, and listed nouns above them, in their sentence.
  private func cues(before passage: Range<Int>) -> [Int] {
    let sentence = tree.sentences[tree.sentenceOfToken[passage.lowerBound]]
    let words = clauses.trimmed(passage.clamped(to: sentence))
    guard let head = tree.head(of: words) else { return [] }
    let span = max(sentence.lowerBound, passage.lowerBound - Self.reach)..<passage.lowerBound
    var cues = tree.path(from: head).prefix(Self.height).filter {
      span.contains($0) && mayCarry($0)
    }
    let nearest = span.last { tree[$0].pos == .verb }
    if let nearest, !cues.contains(nearest), mayCarry(nearest) { cues.append(nearest) }
    return cues
  }

  private func mayCarry(_ token: Int) -> Bool {
    guard !quoted.contains(token) else { return false }
    switch tree[token].pos {
    case .verb: return lexicon.isOpen(token, in: tree)
    case .noun:
      // "in order to": no order is given.
      let isPurpose = token > 0 && tree.isWord(token, "order") && tree.isWord(token - 1, "in")
      return lexicon.constructions(of: token, in: tree) != nil && !isPurpose
    default: return false
    }
  }

  private func statement(_ cue: Int, _ passage: Range<Int>) -> Statement? {
    let sentence = tree.sentences[tree.sentenceOfToken[cue]]
    let end = min(passage.upperBound, sentence.upperBound)
    let words = clauses.trimmed(start(behind: cue, passage)..<end)
    guard !words.isEmpty else { return nil }
    let listed = lexicon.constructions(of: cue, in: tree) ?? [:]
    let stance = listed[.clause] ?? listed[.smallClause] ?? listed[.object] ?? .state
    var found = Statement(content: [words], stance: stance, form: .quotedPhrase, rule: "unstated")
    found.cue = [cue..<cue + 1]
    found.cueHead = cue
    guard let (head, rule) = speaker(of: cue) else {
      found.isUnstated = true
      return found
    }
    guard !clauses.isAnyone(head), !words.contains(head) else { return nil }
    found.source = clauses.nounPhrase(head)
    found.sourceHead = head
    found.rule = rule
    found.polarity = clauses.isNegated(cue) ? .negative : .positive
    return found
  }

  /// Whose words they are: by the tree, else whom the text names right before the cue, or right behind it where it opens
  /// the sentence ("Said Haddad: “…”").
  private func speaker(of cue: Int) -> (head: Int, rule: String)? {
    if tree[cue].pos == .noun { return tree.child(cue, .poss).map { ($0, "possessive") } }
    if let subject = clauses.subject(of: cue) { return subject }
    let sentence = tree.sentences[tree.sentenceOfToken[cue]]
    let before = (sentence.lowerBound..<cue).last { token in
      ![.adv, .aux, .part].contains(tree[token].pos)
    }
    guard let before else {
      return tree.isNominal(cue + 1) ? (cue + 1, "named-behind") : nil
    }
    let isRelative = tree[before].tag == .wdt || tree[before].tag == .wp
    let named = isRelative ? before - 1 : before
    return named >= sentence.lowerBound && tree.isNominal(named) ? (named, "named-before") : nil
  }

  /// Where the words behind a cue begin: with a quoted sentence that a comma introduces, behind a "that" or a colon, else
  /// behind particles, prepositions and adverbs.
  private func start(behind cue: Int, _ passage: Range<Int>) -> Int {
    let first = passage.lowerBound
    if first > cue + 2, tree.isWord(first - 2, ","), tree.isCapitalised(first) { return first }
    let between = cue + 1..<first
    if let mark = between.last(where: { tree.isWord($0, "that") || tree.isWord($0, ":") }) {
      return mark + 1
    }
    return between.first { token in
      switch tree[token].pos {
      case .part, .adp, .adv, .punct, .space: false
      default: tree[token].dep != .prt
      }
    } ?? first
  }
}
