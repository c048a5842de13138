import Foundation
import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Ties what one source says to what another one said before it in the same words, where those are words that few
/// sentences of the report have ("media said … a buffer zone" after "a report that … a buffer zone").
struct AccountEchoes {
  /// For every account, the lemmas of its content.
  private let lemmas: [Set<String>]
  /// For every lemma, how much it tells that two accounts share it: the logarithm of how few sentences have it.
  private let surprise: [String: Double]

  /// What the shared words of two accounts must come to, in natural logarithms: two words that a seventh of the sentences
  /// have each.
  private static let enough = 4.0
  /// How many accounts before its own an account is held against, so that long texts take no longer for each.
  private static let reach = 256

  init(_ accounts: [Account], contents: [[Range<Int>]], in tree: ParseTree) {
    lemmas = contents.map { ranges in
      Set(ranges.joined().filter { Self.tells($0, in: tree) }.map(tree.lemma))
    }
    var bySentence: [Int: Set<String>] = [:]
    for (account, words) in zip(accounts, lemmas) {
      bySentence[account.sentence.span.start, default: []].formUnion(words)
    }
    var sentences: [String: Int] = [:]
    for words in bySentence.values {
      for word in words { sentences[word, default: 0] += 1 }
    }
    let all = Double(bySentence.count)
    surprise = sentences.mapValues { log(all / Double($0)) }
  }

  /// Whether a token is a word that tells what a sentence is about.
  private static func tells(_ token: Int, in tree: ParseTree) -> Bool {
    switch tree[token].pos {
    case .noun, .propn, .verb, .adj: tree[token].span.length > 2
    default: false
    }
  }

  /// Ties each account with a cue that is about none yet to the account of another source that it shares most with.
  func tie(_ accounts: inout [Account]) {
    for index in accounts.indices where accounts[index].about == nil {
      let account = accounts[index]
      guard !account.cue.isEmpty, account.source.kind != .author else { continue }
      var best: (number: Int, score: Double)?
      for other in accounts[max(0, index - Self.reach)..<index].indices {
        let earlier = accounts[other]
        guard earlier.source.kind != .author, earlier.sentence != account.sentence,
          earlier.source.who != account.source.who || account.source.who.isEmpty
        else { continue }
        let shared = lemmas[index].intersection(lemmas[other])
        guard shared.count > 1 else { continue }
        // Summed in one order, so that the same words always come to the same.
        let score = shared.sorted().reduce(0) { $0 + surprise[$1, default: 0] }
        if score >= Self.enough, score >= best?.score ?? 0 { best = (earlier.number, score) }
      }
      accounts[index].about = best?.number
    }
  }
}
