import PatchworkRecord
import PatchworkText

/// Adds up the parts that a sentence lists of a number, and keeps it where they do not make the whole.
///
/// Only lists that claim to be whole are added up: behind a colon or a dash, each number with "by", "in" or another word that
/// parts the whole. What follows "including" need not be all, and what overlaps need not add up.
struct CountChecks {
  let tree: ParseTree
  let atoms: Atoms

  /// Words behind a number that make it a part: by whom, where, of what side.
  private static let parting = ["by", "in", "from", "at", "against", "among"].map(WordKey.init)
  /// Atoms between a number with its noun and the colon.
  private static let farthest = 8

  /// The counts, those with a list that does not add up with their note.
  func noted(_ counts: [CountMention]) -> [CountMention] {
    counts.map { mention in
      guard let whole = mention.count.low, whole > 1, mention.count.high == whole,
        mention.count.relation == .exact, let parts = parts(of: mention), parts.count > 1
      else { return mention }
      let (sum, isTooLarge) = parts.reduce((0, false)) { total, part in
        let (value, overflow) = total.0.addingReportingOverflow(part)
        return (value, total.1 || overflow)
      }
      guard !isTooLarge, sum != whole else { return mention }
      var noted = mention
      noted.count.note =
        parts.map(String.init).joined(separator: " + ") + " = \(sum), not \(whole)"
      return noted
    }
  }

  /// The numbers of the list behind a count, nil where there is none or something else is counted in it.
  private func parts(of mention: CountMention) -> [Int]? {
    let end = mention.count.quote.span.end
    let sentence = tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]]
    let limit = tree.span(sentence).end
    var at = atoms.list.partitioningIndex { $0.span.start >= end }
    let first = at
    while !isColon(at) {
      guard at < atoms.count, atoms[at].span.start < limit, at - first < Self.farthest,
        Numerals.read(at: at, in: atoms) == nil
      else { return nil }
      at += 1
    }
    var parts: [Int] = []
    while at < atoms.count, atoms[at].span.start < limit {
      guard let numeral = Numerals.read(at: at, in: atoms), !numeral.isOrdinal else {
        at += 1
        continue
      }
      guard let whole = numeral.whole, isPart(numeral.atoms.upperBound) else { return nil }
      parts.append(whole)
      at = numeral.atoms.upperBound
    }
    return parts
  }

  private func isColon(_ index: Int) -> Bool {
    guard index < atoms.count else { return false }
    return atoms.isSign(index, ":") || atoms.isSign(index, "-") && atoms[index].isSpaced
  }

  /// Whether a word that parts the whole follows within two words.
  private func isPart(_ index: Int) -> Bool {
    (index..<min(index + 3, atoms.count)).contains { at in
      atoms[at].kind == .word && Self.parting.contains(atoms[at].key)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element passes, where all before fail and all after pass.
  fileprivate func partitioningIndex(_ passes: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
