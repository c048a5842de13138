import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Which account answers, passes on or continues which.
struct AccountLinks {
  let statements: [Statement]
  let sources: [Source]
  /// For every statement, the number of the account that carries its whole content.
  let mains: [Int?]
  /// For every statement, the statement that it is told inside of.
  private let outer: [Int?]

  init(statements: [Statement], sources: [Source], mains: [Int?]) {
    self.statements = statements
    self.sources = sources
    self.mains = mains
    outer = statements.indices.map { inner in
      guard let cue = statements[inner].cueHead else { return nil }
      return statements.indices
        .filter { $0 != inner && statements[$0].covers(cue) }
        .min { statements[$0].length < statements[$1].length }
    }
  }

  /// The account that a statement is about by its form, and the rule: what it was asked, continues or passes on.
  func about(_ statement: Int, in tree: ParseTree) -> (account: Int, rule: LinkRule)? {
    if let asked = asked(statement, in: tree) { return (asked, .asked) }
    if let before = statements[statement].continues {
      return mains[before].map { ($0, .continues) }
    }
    let inner = outer.indices.first { outer[$0] == statement && isTold($0, in: tree) }
    if let inner = inner.flatMap({ mains[$0] }) { return (inner, .passesOn) }
    return firstPart(of: statement).flatMap { mains[$0] }.map { ($0, .secondPart) }
  }

  /// Whether words inside of a statement are what it tells of: what only describes one of its things ("… in which it is
  /// estimated that …", "air strikes blamed on …") is not.
  private func isTold(_ inner: Int, in tree: ParseTree) -> Bool {
    guard let cue = statements[inner].cueHead, let outer = outer[inner] else { return true }
    return !tree.path(from: cue).prefix { statements[outer].covers($0) }.contains {
      tree[$0].dep == .relcl
        || tree[$0].dep == .acl && tree[$0].pos == .verb && tree[$0].tag == .vbn
    }
  }

  /// The question in the same sentence that a statement answers ("Asked whether …, she said …"), or the claim that was
  /// asked about ("Asked about a report that …, she said …").
  private func asked(_ statement: Int, in tree: ParseTree) -> Int? {
    guard let cue = statements[statement].cueHead else { return nil }
    let question = statements.indices.first { other in
      guard statements[other].stance == .question, statements[other].isUnstated,
        let question = statements[other].cueHead
      else { return false }
      return tree.head(question) == cue
    }
    guard let question else { return nil }
    let claim = outer.indices.first { outer[$0] == question }
    return claim.flatMap { mains[$0] } ?? mains[question]
  }

  /// The statement of which this one is the second part: one cue, said on with "and that".
  private func firstPart(of statement: Int) -> Int? {
    guard let cue = statements[statement].cueHead else { return nil }
    if statements[statement].form == .turn {
      // A turn goes on sentence by sentence.
      return statements[..<statement].lastIndex { $0.cueHead == cue }
    }
    return statements.indices.first {
      $0 != statement && statements[$0].cueHead == cue
        && statements[$0].start < statements[statement].start
    }
  }

  /// Whether all that a statement says is that another one spoke ("she says an official expressed hope").
  func passesOn(_ statement: Int, in tree: ParseTree) -> Bool {
    outer.indices.contains { inner in
      guard outer[inner] == statement, let cue = statements[inner].cueHead,
        tree[cue].pos == .verb, sources[inner].who != sources[statement].who,
        // "First they said …, he told the council": whoever they are.
        !sources[inner].who.isEmpty || statements[inner].sourceHead != nil
      else { return false }
      return tree.head(cue).map { !statements[statement].covers($0) } ?? true
    }
  }

  /// The speaker inside of whose words a statement is told, or nothing.
  func outerSpeaker(of statement: Int) -> String {
    guard let outer = outer[statement], sources[outer].kind != .unstated,
      sources[outer].who != sources[statement].who
    else { return "" }
    return sources[outer].who
  }

  /// Ties denials, rejections and questions to the account of another source that they answer.
  func answer(_ accounts: inout [Account]) {
    for index in accounts.indices where accounts[index].about == nil {
      // Words without a cue carry on what their speaker says.
      if accounts[index].cue.isEmpty, accounts[index].quoted == .direct { continue }
      let answered: [Stance]
      switch accounts[index].stance {
      case .deny: answered = [.accuse, .state, .report]
      case .reject: answered = [.propose, .demand, .appeal, .promise]
      case .question: answered = [.propose, .demand, .appeal]
      default: continue
      }
      let type = accounts[index].happening?.type
      let others = accounts.indices.filter { other in
        accounts[other].source.who != accounts[index].source.who
          && accounts[other].source.kind != .author && accounts[other].stance != .deny
      }
      let sameType = others.filter { type != nil && accounts[$0].happening?.type == type }
      let sameAct = others.filter {
        answered.contains(accounts[$0].stance) && (type == nil || accounts[$0].stance != .state)
      }
      // "denied this allegation": whatever its kind, the last one made.
      let accusations = others.filter { $0 < index && accounts[$0].stance == .accuse }
      let pointsBack = pointsBack(accounts[index]) && !accusations.isEmpty
      let candidates = pointsBack ? accusations : sameType.isEmpty ? sameAct : sameType
      let before = candidates.last { $0 < index }
      accounts[index].about = (before ?? candidates.first).map { accounts[$0].number }
    }
  }

  /// Whether all that is said is "this allegation", "these claims".
  private func pointsBack(_ account: Account) -> Bool {
    guard account.content.count == 1, let words = account.content.first?.text.split(separator: " "),
      words.count == 2
    else { return false }
    return ["this", "that", "these", "those", "such"].contains(words[0].lowercased())
  }

  /// Ties accounts that speak of a thing already told ("the massacre", "the raid") to the first that told it.
  func takeUp(_ accounts: inout [Account], isDefinite: (Account) -> Bool) {
    for index in accounts.indices where accounts[index].about == nil {
      guard let happening = accounts[index].happening, accounts[index].source.kind != .author,
        isDefinite(accounts[index])
      else { continue }
      let told = accounts[..<index].first { other in
        other.happening?.type == happening.type && other.sentence != accounts[index].sentence
      }
      accounts[index].about = told?.number
    }
  }

  /// Ties what a speaker goes on to say, in the next sentences, to what opens the sentence that he spoke in before.
  ///
  /// Two quotations with a cue each stay apart: the second is said anew, and carries on what its speaker said before in
  /// the reporter's words.
  func carryOn(_ accounts: inout [Account]) {
    let cuedLater = Set(
      statements.indices.filter { statements[$0].isCuedLater }.compactMap { mains[$0] })
    for index in accounts.indices where accounts[index].about == nil {
      let account = accounts[index]
      guard !account.source.who.isEmpty, account.source.kind != .author else { continue }
      if let first = accounts[..<index].first(where: { isJoined($0, account) }) {
        accounts[index].about = first.number
        continue
      }
      let before = accounts[..<index].last {
        $0.source.who == account.source.who && $0.sentence != account.sentence
      }
      guard let before,
        goesOn(account)
          || account.sentence.span.start - before.sentence.span.end <= Self.reach
      else { continue }
      let isAnew = !account.cue.isEmpty || cuedLater.contains(account.number)
      if isAnew, before.quoted != .indirect {
        let paraphrase = accounts[..<index].last {
          $0.source.who == account.source.who && $0.sentence != account.sentence
            && $0.quoted == .indirect && !$0.cue.isEmpty
        }
        if let paraphrase {
          accounts[index].about =
            opening(of: paraphrase, in: accounts[..<index], for: account).number
          continue
        }
        guard account.quoted == .indirect else { continue }
      }
      accounts[index].about =
        opening(of: before, in: accounts[..<index], for: isAnew ? account : nil).number
    }
  }

  /// The first account of the same speaker in the sentence of an account; for what is said anew and quoted, the first in
  /// the reporter's words.
  private func opening(
    of account: Account, in earlier: ArraySlice<Account>, for later: Account? = nil
  ) -> Account {
    let isQuoted = later.map { $0.quoted != .indirect } ?? false
    return earlier.first {
      $0.sentence == account.sentence && $0.source.who == account.source.who
        && $0.source.kind != .author && (!isQuoted || $0.quoted == .indirect)
    } ?? account
  }

  /// Whether two accounts are one speaker's in one sentence, by different words ("voiced concern … and said …").
  private func isJoined(_ first: Account, _ second: Account) -> Bool {
    first.sentence == second.sentence && first.source.who == second.source.who
      && !first.cue.isEmpty && !second.cue.isEmpty && first.cue != second.cue
      && (first.quoted == .indirect || second.quoted == .indirect)
  }

  /// Whether the cue itself says that its speaker has spoken before ("he added").
  private func goesOn(_ account: Account) -> Bool {
    account.cue.contains { cue in
      cue.text.hasPrefix("add") || cue.text.hasPrefix("continue") || cue.text == "went on"
    }
  }

  /// How many bytes may lie between two sentences of one speaker for the second to carry on the first.
  private static let reach = 240
}
