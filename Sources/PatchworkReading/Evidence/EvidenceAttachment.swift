import PatchworkRecord
import PatchworkText

/// Gives each piece of evidence to the claims that it is told with.
enum EvidenceAttachment {
  /// Adds evidence to the accounts whose content tells it, else to those whose sentence does.
  ///
  /// What stands in an account's cue or source ("video shows …") is told with that account's content.
  static func attach(_ evidence: [Evidence], to accounts: inout [Account]) {
    for piece in evidence {
      let span = piece.quote.span
      let near = accounts.indices.filter { accounts[$0].sentence.span.overlaps(span) }
      let within = near.filter { index in
        (accounts[index].content + accounts[index].cue).contains { $0.span.overlaps(span) }
          || accounts[index].source.mention.map { $0.span.overlaps(span) } ?? false
      }
      for index in within.isEmpty ? near : within
      where !accounts[index].evidence.contains(piece) {
        accounts[index].evidence.append(piece)
      }
    }
  }
}
