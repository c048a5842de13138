import PatchworkRecord
import PatchworkText

/// Brings accounts that tell no happening of their own to the occurrences of their report that they are about.
struct AttachedAccounts {
  private let telling: TellingWords
  private let blame: Set<UInt64>

  /// Weight of shared telling words from which on an account is about an occurrence.
  private static let aboutIt = 1.3
  /// Sentences after an account of an occurrence in which blame is still for it.
  private static let reach = 2

  /// Reads the table `blame-words.tsv` that ships with the target.
  init(_ telling: TellingWords) throws(LexiconError) {
    self.telling = telling
    blame = Set(
      try LexiconFolder.table("blame-words.tsv").rows.flatMap { ReportWords($0["word"]).hashes })
  }

  /// Numbers of accounts by occurrence: those about one of its accounts, answers to what was told before, those that speak
  /// of who is to blame for what was just told, and those that use its telling words.
  ///
  /// `orders` are the numbers of sentences by their first byte.
  func accounts(
    of accounts: [Account], to found: [[Claim]], orders: [Int: Int], _ words: ReportWords,
    without names: [Span]
  ) -> [[Int]] {
    var home: [Int: Int] = [:]
    for (index, claims) in found.enumerated() {
      for claim in claims { home[claim.account.number] = index }
    }
    let known = found.map { Set($0.flatMap(\.words)) }
    var attached = [[Int]](repeating: [], count: found.count)
    var last: (home: Int, order: Int)?
    for account in accounts {
      let order = orders[account.sentence.span.start] ?? 0
      if let own = home[account.number] {
        last = (own, order)
        continue
      }
      func answered() -> Int? {
        guard let last else { return nil }
        if Self.answers.contains(account.stance) { return last.home }
        let isNear = account.happening == nil && order - last.order <= Self.reach
        return isNear && speaksOfBlame(account, words) ? last.home : nil
      }
      func alike() -> Int? {
        guard Self.isOfEvents(account) else { return nil }
        return self.alike(
          telling.words(of: account.content.map(\.span), in: words, without: names), known)
      }
      if let index = Self.home(of: account, in: accounts, home) ?? answered() ?? alike() {
        attached[index].append(account.number)
      }
    }
    return attached
  }

  /// The occurrence that an account leads to by what it is about, step by step.
  private static func home(
    of account: Account, in accounts: [Account], _ home: [Int: Int]
  ) -> Int? {
    var next = account.about
    for _ in accounts.indices {
      guard let number = next, number < accounts.count else { return nil }
      if let found = home[number] { return found }
      next = accounts[number].about
    }
    return nil
  }

  private func speaksOfBlame(_ account: Account, _ words: ReportWords) -> Bool {
    account.content.contains { content in
      let (first, end) = (
        words.firstWord(from: content.span.start), words.firstWord(from: content.span.end)
      )
      return words.hashes[first..<end].contains(where: blame.contains)
    }
  }

  /// Whether an account is of no lasting state of a place: who flew there or was present is told of events.
  private static func isOfEvents(_ account: Account) -> Bool {
    switch account.condition?.kind {
    case nil, .flight, .presence: true
    default: false
    }
  }

  /// The occurrence that an account shares the weightiest telling words with, of several the first.
  private func alike(_ words: [UInt64], _ known: [Set<UInt64>]) -> Int? {
    let shared = known.map { own in
      words.reduce(0) { own.contains($1) ? $0 + telling.weight(of: $1) : $0 }
    }
    guard let most = shared.max(), most >= Self.aboutIt else { return nil }
    return shared.firstIndex(of: most)
  }

  /// Stances that answer something told before.
  private static let answers: Set<Stance> = [
    .accuse, .deny, .decline, .question, .claimResponsibility, .admit, .condemn,
  ]
}
