import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds who says what: every attributed statement of a report, before its source is named.
struct AttributionReader: Sendable {
  let lexicon: CueLexicon

  let speakers: SpeakerLexicon
  let model: CueModel
  let edges: EdgeModel

  init(speakers: SpeakerLexicon) throws(LexiconError) {
    lexicon = try CueLexicon()
    self.speakers = speakers
    model = try CueModel()
    edges = try EdgeModel()
  }

  /// The statements of a report in reading order.
  func statements(in document: ReportParse) -> [Statement] {
    let tree = document.tree
    let passages = Quotations.passages(in: document)
    var found = accepted(in: document, passages)
    found += TurnCues(document: document, speakers: speakers).statements()
    let clauses = Clauses(tree: tree)
    found = found.map(edges(clauses, passages, found).settled)
    found = withoutAsides(found, clauses).flatMap { coordinated($0, clauses, passages) }
    var quoting = QuotedSpeech(document: document, lexicon: lexicon, passages: passages)
    return quoting.complete(found)
  }

  /// The statements whose cues the model takes, with the contents that the tree gives them.
  func accepted(in document: ReportParse, _ passages: [QuotedPassage]) -> [Statement] {
    let candidates = CueCandidates(tree: document.tree, lexicon: lexicon, passages: passages)
    let features = CueFeatures(document: document, speakers: speakers, passages: passages)
    let found = candidates.all().filter { candidate in
      model.accepts(features.features(of: candidate), candidate.kind)
    }
    // What a construction ties to a cue goes before what only stands behind it.
    let tied = Set(found.filter { $0.kind != .quoted }.compactMap(\.statement.cueHead))
    let taken = found.filter { candidate in
      candidate.kind != .quoted || candidate.statement.cueHead.map { !tied.contains($0) } ?? true
    }
    return withoutEchoes(taken.map(\.statement), document.tree)
  }

  /// What sets the edges of contents in a report with some statements.
  func edges(
    _ clauses: Clauses, _ passages: [QuotedPassage], _ statements: [Statement]
  ) -> ContentEdges {
    ContentEdges(clauses: clauses, model: edges, passages: passages, statements: statements)
  }

  /// The head of a cue; of one that is joined to another, the other's.
  private func governor(of cue: Int, _ tree: ParseTree) -> Int? {
    guard let head = tree.head(cue) else { return nil }
    return tree[cue].dep == .conj && tree[head].dep == .xcomp ? tree.head(head) : head
  }

  /// The statements without those that say no more than that the same speaker speaks: "said he feared …" is one,
  /// and so is "voiced concern about …", with both words as its cue.
  private func withoutEchoes(_ statements: [Statement], _ tree: ParseTree) -> [Statement] {
    var statements = statements
    var echoes: Set<Int> = []
    var atCue: [Int: Int] = [:]
    for (index, statement) in statements.enumerated() {
      if let cue = statement.cueHead { atCue[cue] = index }
    }
    for (index, statement) in statements.enumerated() {
      if statement.form == .object, let words = issued(by: statement, among: statements, tree) {
        echoes.insert(index)
        statements[words].source = statement.source
        statements[words].sourceHead = statement.sourceHead
        statements[words].rule = statement.rule
      }
      guard let cue = statement.cueHead, let above = governor(of: cue, tree),
        let outer = atCue[above],
        outer != index
      else { continue }
      if statement.rule == "maker", statements[outer].form == .object {
        echoes.insert(outer)
        statements[index].cue.insert(contentsOf: statements[outer].cue, at: 0)
      } else if tree[cue].dep == .ccomp, [.clause, .rest].contains(statements[outer].form),
        let source = statement.sourceHead, tree[source].pos == .pron, statement.rule == "subject",
        mayBe(source, statements[outer].sourceHead, tree)
      {
        echoes.insert(index)
      } else if statements[outer].form == .infinitive && [.xcomp, .conj].contains(tree[cue].dep)
        || statements[outer].form == .object && tree[cue].dep == .xcomp,
        [.reject, .decline].contains(statements[outer].stance)
      {
        // What is refused to be said is not said.
        echoes.insert(index)
      }
    }
    return statements.indices.filter { !echoes.contains($0) }.map { statements[$0] }
  }

  /// Whether a pronoun may stand for a speaker by its number: "they" is none of whom "he" or a person's name stands for.
  private func mayBe(_ pronoun: Int, _ speaker: Int?, _ tree: ParseTree) -> Bool {
    if tree.isWord(pronoun, "it") { return true }
    let isOne = tree.isWord(pronoun, "he") || tree.isWord(pronoun, "she")
    guard let speaker else { return isOne || tree.isWord(pronoun, "they") }
    let isPerson =
      tree.isWord(speaker, "he") || tree.isWord(speaker, "she")
      || tree.entity(at: speaker)?.label == .person && tree.child(speaker, .conj) == nil
    return isOne || tree.isWord(pronoun, "they") && !isPerson
  }

  /// The statement that tells what stands in the thing which this one only says was given out ("issued a statement
  /// saying that …"), or nil.
  private func issued(
    by statement: Statement, among all: [Statement], _ tree: ParseTree
  ) -> Int? {
    guard let cue = statement.cueHead, lexicon.makers.contains(tree.lemma(cue)),
      let object = tree.child(cue, .dobj)
    else { return nil }
    return all.firstIndex { inner in
      guard let saying = inner.cueHead, saying > object, tree[saying].pos == .verb,
        tree.child(saying, .nsubj, .nsubjpass) == nil, inner.stance == .state,
        inner.form == .clause,
        inner.sourceHead == statement.sourceHead || inner.sourceHead == object
      else { return false }
      return tree.head(saying) == object && tree[saying].dep == .acl
        || tree.head(saying) == cue && [.xcomp, .advcl].contains(tree[saying].dep)
    }
  }

  /// The statements without the relative clauses behind a comma that end them with another one's words
  /// ("said it would not apologise, which Turkey has demanded").
  private func withoutAsides(_ statements: [Statement], _ clauses: Clauses) -> [Statement] {
    let tree = clauses.tree
    return statements.map { statement in
      var statement = statement
      for inner in statements {
        guard let cue = inner.cueHead, cue != statement.cueHead, statement.covers(cue) else {
          continue
        }
        let aside = tree.path(from: cue).first { step in
          statement.covers(step) && isAside(step, tree)
        }
        guard let aside else { continue }
        let range = tree.subtree(aside)
        let rest = statement.content.flatMap { part in
          part.upperBound <= range.upperBound + 1 ? part.subtracting(range) : [part]
        }.map(clauses.trimmed).filter { !$0.isEmpty }
        if !rest.isEmpty { statement.content = rest }
      }
      return statement
    }
  }

  /// Whether a clause behind a comma leaves what is said: relative, or set against it by "while".
  private func isAside(_ clause: Int, _ tree: ParseTree) -> Bool {
    let start = tree.subtree(clause).lowerBound
    if tree[clause].dep == .relcl, tree.isWord(start, "where") { return true }
    guard start > 0, tree.isWord(start - 1, ",") else { return false }
    let isContrast =
      tree[clause].dep == .advcl
      && tree.children(clause).contains {
        tree[$0].dep == .mark && (tree.isWord($0, "while") || tree.isWord($0, "although"))
      }
    return tree[clause].dep == .relcl || isContrast
  }

  /// A statement that goes on with a finite clause of its own ("and that …", "and it had …")
  /// as several, each carrying on the first's speaker.
  private func coordinated(
    _ statement: Statement, _ clauses: Clauses, _ passages: [QuotedPassage]
  ) -> [Statement] {
    let tree = clauses.tree
    guard statement.content.count == 1, let whole = statement.content.first,
      [.clause, .rest, .nounClause].contains(statement.form),
      let root = whole.first(where: { token in
        (tree[token].pos == .verb || tree[token].pos == .aux)
          && tree.head(token).map { !statement.covers($0) } ?? true
      })
    else { return [statement] }
    let joined = whole.first { token in
      guard token > root, tree[token].dep == .conj,
        tree[token].pos == .verb || tree[token].pos == .aux
      else { return false }
      var above = token
      while tree[above].dep == .conj, let head = tree.head(above) { above = head }
      let range = tree.subtree(token)
      // "he feared Syria could slip into war and that …": a "that" of its own joins it to what is said.
      return (above == root || hasThat(token, tree) && !hasThat(above, tree))
        && isClause(token, clauses)
        && !passages.contains { $0.tokens.overlaps(range) }
    }
    guard let joined else { return [statement] }
    let range = tree.subtree(joined).clamped(to: whole)
    let first = clauses.trimmed(whole.lowerBound..<range.lowerBound)
    let second = clauses.trimmed(range)
    guard first.count > 2, second.count > 2, range.upperBound + 1 >= whole.upperBound else {
      return [statement]
    }
    var (head, tail) = (statement, statement)
    head.content = [first]
    tail.content = [second]
    return [head] + coordinated(tail, clauses, passages)
  }

  /// Whether a joined verb has a "that" or a subject of its own.
  private func isClause(_ verb: Int, _ clauses: Clauses) -> Bool {
    let tree = clauses.tree
    return hasThat(verb, tree) || tree.child(verb, .nsubj, .nsubjpass, .expl) != nil
  }

  private func hasThat(_ verb: Int, _ tree: ParseTree) -> Bool {
    tree.children(verb).contains { tree[$0].dep == .mark && tree.isWord($0, "that") }
  }
}
