import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Joins statements, happenings and conditions into accounts: one source's version of one thing each.
struct AccountBuilder {
  let document: ReportParse
  let stances: StanceReader
  private var naming: SpeakerNaming
  let clauses: Clauses
  /// For every account of the last report, the rule by which it is about another one.
  private(set) var linkRules: [LinkRule?] = []
  var tree: ParseTree { document.tree }

  init(document: ReportParse, speakers: SpeakerLexicon, stances: StanceReader) {
    self.document = document
    self.stances = stances
    clauses = Clauses(tree: document.tree)
    naming = SpeakerNaming(document: document, lexicon: speakers)
  }

  /// An account before it is numbered.
  private struct Draft {
    var content: [Range<Int>]
    var statement: Int?
    var told: Int?
    var condition: Int?
    /// Whether it carries its statement's whole content.
    var isMain: Bool
  }

  /// The accounts of a report in reading order.
  mutating func accounts(
    statements: [Statement], happenings: [ToldHappening], conditions: [ToldCondition]
  ) -> [Account] {
    let sources = named(statements)
    var drafts = drafts(statements, happenings)
    place(conditions, into: &drafts, statements, happenings)
    drafts.sort { a, b in order(a, happenings) < order(b, happenings) }
    let links = AccountLinks(
      statements: statements, sources: sources,
      mains: mains(drafts, count: statements.count))
    var accounts: [Account] = []
    linkRules = []
    for (number, draft) in drafts.enumerated() {
      accounts.append(
        account(number, draft, statements, sources, links, happenings, conditions))
    }
    links.answer(&accounts)
    note(.answers, accounts)
    links.carryOn(&accounts)
    note(.carriesOn, accounts)
    let definite = Set(
      happenings.filter { told in
        tree[told.head].pos == .noun
          && tree.children(told.head).contains {
            tree[$0].dep == .det && tree.isWord($0, "the")
              || tree[$0].dep == .poss && tree[$0].pos == .pron
          }
      }.map(\.happening.trigger.span.start))
    links.takeUp(&accounts) { account in
      account.happening.map { definite.contains($0.trigger.span.start) } ?? false
    }
    note(.takesUp, accounts)
    AccountEchoes(accounts, contents: drafts.map(\.content), in: tree).tie(&accounts)
    note(.echoes, accounts)
    return accounts
  }

  /// Keeps the rule of the links that were made since the last one was kept.
  private mutating func note(_ rule: LinkRule, _ accounts: [Account]) {
    for index in accounts.indices where linkRules[index] == nil && accounts[index].about != nil {
      linkRules[index] = rule
    }
  }

  // MARK: - Sources

  private mutating func named(_ statements: [Statement]) -> [Source] {
    naming.hear(statements)
    var sources: [Source] = []
    for statement in statements {
      let before = statement.continues.flatMap { $0 < sources.count ? sources[$0] : nil }
      sources.append(naming.source(of: statement, inherited: before))
    }
    return sources
  }

  // MARK: - Drafts

  private func drafts(_ statements: [Statement], _ happenings: [ToldHappening]) -> [Draft] {
    var told = [[Int]](repeating: [], count: statements.count)
    var drafts: [Draft] = []
    for (index, happening) in happenings.enumerated() {
      let owner = statements.indices
        .filter { statements[$0].covers(happening.head) }
        .min { statements[$0].length < statements[$1].length }
      if let owner {
        told[owner].append(index)
      } else {
        drafts.append(
          Draft(
            content: [happening.clause], statement: nil, told: index, condition: nil, isMain: false)
        )
      }
    }
    for (index, statement) in statements.enumerated() {
      let main = told[index].min { depth(happenings[$0].head) < depth(happenings[$1].head) }
      var content = statement.content
      for other in told[index] where other != main {
        let isBeside = main.map { isListed(happenings[other], with: happenings[$0]) } ?? false
        if isBare(happenings[other]), !isBeside { continue }
        if isBeside {
          content = content.flatMap { $0.subtracting(tree.subtree(happenings[other].head)) }
        }
        if let main, isPart(happenings[other], of: happenings[main], statement) { continue }
        if let shared = sharedPassive(happenings[other].head, in: statement) {
          content = content.flatMap { $0.subtracting(shared.joined) }
          drafts.append(
            Draft(
              content: [shared.subject, clauses.trimmed(shared.own)], statement: index,
              told: other, condition: nil, isMain: false))
          continue
        }
        let coordinate = coordinateClause(of: happenings[other].head, in: statement)
        if let apart = coordinate ?? closingRelative(of: happenings[other].head, in: statement) {
          content = content.flatMap { $0.subtracting(apart) }
        }
        let clause = statement.content
          .map { $0.clamped(to: coordinate ?? described(happenings[other])) }.filter { !$0.isEmpty }
        drafts.append(
          Draft(
            content: clause.isEmpty ? statement.content : clause.map(clauses.trimmed),
            statement: index, told: other, condition: nil, isMain: false))
      }
      content = content.map(clauses.trimmed).filter { !$0.isEmpty }
      drafts.append(
        Draft(
          content: content.isEmpty ? statement.content : content, statement: index, told: main,
          condition: nil, isMain: true))
    }
    return drafts
  }

  private func depth(_ token: Int) -> Int { tree.path(from: token).count }

  private func place(
    _ conditions: [ToldCondition], into drafts: inout [Draft], _ statements: [Statement],
    _ happenings: [ToldHappening]
  ) {
    for (index, condition) in conditions.enumerated() {
      let owner = statements.indices
        .filter { statements[$0].covers(condition.head) }
        .min { statements[$0].length < statements[$1].length }
      let same = drafts.indices.first { draft in
        guard drafts[draft].condition == nil, drafts[draft].statement == owner,
          let told = drafts[draft].told
        else { return false }
        return happenings[told].head == condition.head
          || happenings[told].clause.contains(condition.head)
            && condition.clause.contains(happenings[told].head)
      }
      // A state named in a word ("rebel-held" is three tokens) goes with what is told around it.
      let isNamed = condition.clause.count <= 3
      let main = drafts.indices.first { draft in
        guard drafts[draft].condition == nil, drafts[draft].statement == owner else { return false }
        if owner != nil { return drafts[draft].isMain && (drafts[draft].told == nil || isNamed) }
        return isNamed && drafts[draft].content.contains { $0.contains(condition.head) }
      }
      // One speaker's words make one account as long as they assert one state.
      let whole = drafts.indices.first { draft in
        owner != nil && drafts[draft].condition == nil && drafts[draft].statement == owner
          && drafts[draft].isMain
      }
      if let draft = same ?? main ?? whole {
        drafts[draft].condition = index
      } else if owner == nil || !isNamed {
        drafts.append(
          Draft(
            content: [condition.clause], statement: owner, told: nil, condition: index,
            isMain: false))
      }
    }
  }

  private func order(_ draft: Draft, _ happenings: [ToldHappening]) -> (Int, Int, Int) {
    let start = draft.content.first?.lowerBound ?? 0
    return (
      tree.sentenceOfToken.isEmpty ? 0 : tree.sentenceOfToken[start], start,
      draft.told.map { happenings[$0].head } ?? start
    )
  }

  private func mains(_ drafts: [Draft], count: Int) -> [Int?] {
    var mains = [Int?](repeating: nil, count: count)
    for (number, draft) in drafts.enumerated() {
      if let statement = draft.statement, draft.isMain { mains[statement] = number }
    }
    return mains
  }

  // MARK: - Accounts

  private mutating func account(
    _ number: Int, _ draft: Draft, _ statements: [Statement], _ sources: [Source],
    _ links: AccountLinks, _ happenings: [ToldHappening], _ conditions: [ToldCondition]
  ) -> Account {
    let start = draft.content.first?.lowerBound ?? 0
    let sentence = tree.sentences[tree.sentenceOfToken[start]]
    let statement = draft.statement.map { statements[$0] }
    let source = draft.statement.map { sources[$0] } ?? .author
    var link: (account: Int, rule: LinkRule)?
    var account = Account(
      number: number, sentence: quote(sentence),
      part: document.blocks[document.block(of: start)].part,
      source: source, cue: statement?.cue.map(quote) ?? [],
      content: draft.content.map(quote), quoted: statement?.quoted ?? .none, stance: .state,
      polarity: statement?.polarity ?? .positive, via: statement?.via ?? "",
      addressee: statement?.addressee ?? "")
    if let index = draft.statement, let statement {
      account.stance = stances.stance(
        of: statement, source: source, in: tree, speakers: naming.lexicon)
      if let told = draft.told {
        account.stance = BlameReader(tree: tree, classes: stances.classes).stance(
          account.stance, of: happenings[told], by: source, in: statement)
      }
      let isPassedOn = statement.stance == .state && links.passesOn(index, in: tree)
      if account.stance == .state && source.kind == .medium || isPassedOn {
        account.stance = .report
      }
      link =
        draft.isMain
        ? links.about(index, in: tree) : links.mains[index].map { ($0, .ofStatement) }
      account.about = link?.account
      if account.via.isEmpty { account.via = links.outerSpeaker(of: index) }
      if account.via.isEmpty, source.kind == .person || source.kind == .role {
        account.via = naming.outlet(of: statement)
      }
    }
    if let told = draft.told {
      account.happening = happening(happenings[told], account.stance)
    }
    if let condition = draft.condition {
      account.condition = self.condition(conditions[condition])
      if account.addressee.isEmpty { account.addressee = conditions[condition].addressee }
    }
    linkRules.append(link?.rule)
    return account
  }

  /// A condition with its holder named.
  private mutating func condition(_ told: ToldCondition) -> Condition {
    var condition = told.condition
    if let head = told.holderHead, let quote = condition.holder?.quote {
      condition.holder?.who = naming.who(head: head, quote: quote)
    }
    return condition
  }

  /// A happening with its participants named and its modality as its source presents it.
  private mutating func happening(_ told: ToldHappening, _ stance: Stance) -> Happening {
    var happening = told.happening
    if let head = told.actorHead, let quote = happening.actor?.quote {
      happening.actor?.who = naming.who(head: head, quote: quote)
    }
    if let head = told.targetHead, let quote = happening.target?.quote {
      happening.target?.who = naming.who(head: head, quote: quote)
    }
    let isPlain = happening.modality == .happened || happening.modality == .ongoing
    switch stance {
    case .deny where isPlain: happening.modality = .denied
    case .propose where isPlain, .demand where isPlain, .appeal where isPlain:
      if let modality = Modality.wished(told.head, in: tree) { happening.modality = modality }
    case .threaten where isPlain: happening.modality = .threatened
    default: break
    }
    return happening
  }

  private func quote(_ range: Range<Int>) -> Quote {
    Quote(span: tree.span(range), text: tree.text(range))
  }
}

extension Modality {
  /// How a happening below a demand or proposal stands: proposed where it is what is asked for, going on where its end
  /// is ("a halt to the siege"), nil where it is what is answered.
  fileprivate static func wished(_ head: Int, in tree: ParseTree) -> Modality? {
    let path = tree.path(from: head).prefix(3)
    if path.dropFirst().contains(where: { ModalityReader.isEnding($0, in: tree) }) {
      return .ongoing
    }
    let isAskedFor = path.contains { token in
      (tree[token].pos == .verb && tree[token].tag == .vb)
        || tree[token].dep == .pobj
          && tree.isWord(tree[token].head, "for")
    }
    return isAskedFor ? .proposed : nil
  }
}
