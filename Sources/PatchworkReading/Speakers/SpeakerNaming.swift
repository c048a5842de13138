import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Names the source of each statement: who a mention stands for, of what kind, by which rule.
struct SpeakerNaming {
  let document: ReportParse
  let lexicon: SpeakerLexicon
  var register: PersonRegister
  let clauses: Clauses
  let entityOfToken: [Int: EntityLabel]
  var tree: ParseTree { document.tree }
  /// Speakers in the order in which they spoke, latest last.
  var recent: [(source: Source, token: Int)] = []
  /// For every token, whether it is part of what somebody says.
  private(set) var isSpoken: [Bool]
  /// What the statement being named says, in whose words its speaker is not to be looked for.
  var said: [Range<Int>] = []
  /// Organisations and groups by the noun that headed them, for "the group", "the army".
  var byNoun: [String: Source] = [:]

  init(document: ReportParse, lexicon: SpeakerLexicon) {
    isSpoken = [Bool](repeating: false, count: document.tree.count)
    self.document = document
    self.lexicon = lexicon
    register = PersonRegister(document, lexicon: lexicon)
    clauses = Clauses(tree: document.tree)
    var labels: [Int: EntityLabel] = [:]
    for entity in document.tree.parse.entities {
      for token in entity.tokens { labels[token] = entity.label }
    }
    entityOfToken = labels
  }

  /// Notes what all statements say, before their sources are named.
  mutating func hear(_ statements: [Statement]) {
    for token in statements.lazy.flatMap({ $0.content.joined() }) { isSpoken[token] = true }
  }

  /// The source of a statement; statements must be named in reading order.
  mutating func source(of statement: Statement, inherited: Source?) -> Source {
    if statement.isUnstated { return .unstated }
    if statement.rule == "carried", var inherited {
      inherited.rule = "carried"
      return inherited
    }
    guard let head = statement.sourceHead, let mention = statement.source else {
      return .unstated
    }
    said = statement.content
    defer { said = [] }
    let source = name(head: head, mention: mention, rule: statement.rule)
    if source.rule == "coref:epithet" { register.note(source.who, office: source.role) }
    recent.append((source, head))
    if tree[head].pos == .noun, source.kind != .anonymous { byNoun[tree.lemma(head)] = source }
    return source
  }

  /// Whom a participant's phrase stands for: a known name, or its words.
  mutating func who(head: Int, quote: Quote) -> String {
    if tree[head].pos == .pron {
      return pronoun(head, quote, "")?.who ?? quote.text
    }
    if let person = register.person(at: head) { return register.persons[person].name }
    return lexicon.known(quote.text)?.name ?? quote.text
  }

  /// The medium that a speaker works for, as his mention says ("the BBC's James Longman"), or nothing.
  func outlet(of statement: Statement) -> String {
    for token in statement.source ?? 0..<0 where tree[token].pos == .propn {
      if let known = lexicon.known(tree.word(token)), known.kind == .medium { return known.name }
    }
    return ""
  }

  // MARK: - From a mention to a name

  mutating func name(head: Int, mention: Range<Int>, rule: String) -> Source {
    let quote = Quote(span: tree.span(mention), text: tree.text(mention))
    if let whole = whole(head) {
      let isPlural = tree[whole].tag == .nns
      let kind = lexicon.kind(ofNoun: tree.lemma(whole), isPlural: isPlural)
      if let kind { return Source(kind: kind, who: quote.text, mention: quote, rule: rule) }
    }
    // "Rida Haddad, a physician who said …": what a person is called beside the name speaks for the person.
    if rule == "relative", tree[head].dep == .appos, let named = tree.head(head),
      let person = register.person(at: named)
    {
      let known = register.persons[person]
      return Source(
        kind: .person, who: known.name, role: known.role, mention: quote, rule: "coref:apposition")
    }
    if tree[head].pos == .pron {
      return pronoun(head, quote, rule)
        ?? Source(
          kind: .unstated, who: "", mention: quote, rule: "coref:none")
    }
    if let known = lexicon.known(quote.text), known.kind != .person, tree[head].pos == .propn {
      return Source(kind: known.kind, who: known.name, mention: quote, rule: rule)
    }
    if let person = person(head: head, mention: mention) {
      let known = register.persons[person]
      return Source(
        kind: .person, who: known.name, role: known.role, mention: quote,
        rule: known.mentions.first?.contains(head) == true ? rule : "coref:name")
    }
    if let known = lexicon.known(quote.text) ?? lexicon.known(tree.word(head)),
      tree[head].pos == .propn || tree[head].pos == .adj
    {
      return Source(kind: known.kind, who: known.name, mention: quote, rule: rule)
    }
    let label = entityOfToken[head]
    if let several = several(head, quote, rule) { return several }
    if tree[head].pos == .propn {
      let lemma = tree.lower(head)
      if let kind = lexicon.kind(ofNoun: lemma, isPlural: false), kind != .person {
        if let resolved = role(head, quote) { return resolved }
        return Source(kind: kind, who: quote.text, mention: quote, rule: rule)
      }
      let isPerson = label == .person || isBareName(head, mention, label)
      return Source(
        kind: isPerson ? .person : .organisation, who: coreName(head, mention), mention: quote,
        rule: rule)
    }
    return common(head, mention, quote, rule)
  }

  /// A proper name without the appositions behind it ("Russia, a long-standing ally").
  func coreName(_ head: Int, _ mention: Range<Int>) -> String {
    let beside = tree.children(head).first {
      $0 > head && (tree[$0].dep == .appos || tree[$0].dep == .punct && tree.isWord($0, ","))
    }
    let end = beside.map { min(tree.subtree($0).lowerBound, mention.upperBound) }
    let range = mention.lowerBound..<max(end ?? mention.upperBound, head + 1)
    return tree.text(clauses.trimmed(range))
  }

  /// Whether a name without article, and not of a place or group, names a person ("Laerke said").
  func isBareName(_ head: Int, _ mention: Range<Int>, _ label: EntityLabel?) -> Bool {
    guard label == nil || (label == .org && mention.count <= 2) else { return false }
    let isAcronym = tree.word(head).utf8.allSatisfy { $0 < 0x61 || $0 > 0x7A }
    return !isAcronym && tree[mention.lowerBound].pos != .det && tree[head].tag == .nnp
      && mention.count <= 3
  }

  /// The person that a mention names, by its head or by a name that stands beside the head.
  func person(head: Int, mention: Range<Int>) -> Int? {
    if let person = register.person(at: head) { return person }
    if let beside = tree.child(head, .appos), mention.contains(beside),
      let person = register.person(at: beside)
    {
      return person
    }
    // "High Commissioner for Human Rights Navi Pillay": the name ends the office, and no preposition parts them.
    if let last = mention.last, last > head, let person = register.person(at: last),
      lexicon.kind(ofNoun: tree.lower(head), isPlural: false) == .role,
      let name = register.persons[person].mentions.first(where: { $0.contains(last) }),
      name.lowerBound > head + 1, tree[name.lowerBound - 1].pos == .propn
    {
      return person
    }
    return nil
  }

}
