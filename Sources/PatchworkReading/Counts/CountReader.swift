import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the numbers of a report that count something, with their bounds as said and what they count.
struct CountReader: Sendable {
  let lexicon: CountLexicon

  /// A reader with the lexicons that ship with this target.
  init() throws(LexiconError) { lexicon = try CountLexicon.shipped.get() }

  /// Every count of a parsed report, in order.
  ///
  /// Numbers inside the times given are dates or lengths, not counts of anything else.
  func counts(in parse: Parse, times: [TimeMention] = []) -> [CountMention] {
    let tree = ParseTree(parse)
    return counts(in: tree, atoms: Atoms(bytes: tree.bytes), times: times)
  }

  /// The same over a tree and atoms that are there already; O(atoms).
  func counts(in tree: ParseTree, atoms: Atoms, times: [TimeMention]) -> [CountMention] {
    guard tree.count > 0 else { return [] }
    return CountScan(tree: tree, atoms: atoms, lexicon: lexicon, times: times).all()
  }
}
