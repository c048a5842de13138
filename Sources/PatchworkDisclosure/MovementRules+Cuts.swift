import PatchworkRecord
import PatchworkText

extension MovementRules {
  /// What stands in place of a sentence that is withheld, and why it is.
  static let withheld = "[withheld: a movement]"
  static let movement = "movement that had not ended long enough before"
  private static let withheldSite = "[withheld: a notified site]"
  private static let notifiedSite = "site of which the parties were told"

  /// The sentences of a report that are not to be shown on a day: those of accounts that are withheld, and with an account of a
  /// movement all that have words of movements.
  func cuts(of report: Report, _ reading: Reading, on day: CivilDay) -> [MaskedText.Cut] {
    let published = report.published.flatMap { CivilDay(iso: $0.value) }
    var (moved, notified): ([Span], [Span]) = ([], [])
    for account in reading.accounts {
      switch withholding(account, published: published, on: day) {
      case .movement?: moved.append(account.sentence.span)
      case .notifiedSite?: notified.append(account.sentence.span)
      case nil: break
      }
    }
    if !moved.isEmpty {
      moved += SentenceScan.sentences(of: report.text).filter { isTold(in: report.text[$0]) }
    }
    return moved.map {
      MaskedText.Cut(span: $0, replacement: Self.withheld, kind: .movement, why: Self.movement)
    }
      + notified.map {
        MaskedText.Cut(
          span: $0, replacement: Self.withheldSite, kind: .movement, why: Self.notifiedSite)
      }
  }
}
