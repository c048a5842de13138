import PatchworkLanguage
import PatchworkRecord

/// Headlines that name whose report they are behind a dash ("… – RIA").
struct HeadlineCredits: Sendable {
  let document: ReportParse
  private var tree: ParseTree { document.tree }

  /// Takes the credit off the contents of a headline's statements and notes it as their medium.
  func apply(to statements: inout [Statement]) {
    for block in document.blocks where block.part == .headline {
      guard let dash = dash(endingIn: block.tokens) else { continue }
      let name = dash + 1..<block.tokens.upperBound
      let clauses = Clauses(tree: tree)
      for index in statements.indices where block.tokens.contains(statements[index].start) {
        let content = statements[index].content
          .flatMap { $0.subtracting(dash..<name.upperBound) }
          .map(clauses.trimmed).filter { !$0.isEmpty }
        guard !content.isEmpty else { continue }
        statements[index].content = content
        if statements[index].via.isEmpty { statements[index].via = tree.text(name) }
      }
    }
  }

  /// The dash that leaves no more than four words of a name behind it.
  private func dash(endingIn tokens: Range<Int>) -> Int? {
    tokens.suffix(5).last { token in
      guard tree[token].pos == .punct, token + 1 < tokens.upperBound else { return false }
      let word = tree.word(token)
      let isDash = word == "–" || word == "—" || word == "-"
      return isDash && (token + 1..<tokens.upperBound).allSatisfy { tree[$0].pos == .propn }
    }
  }
}
