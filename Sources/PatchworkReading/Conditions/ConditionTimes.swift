import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Since when a state is told to hold, and until when.
struct ConditionTimes: Sendable {
  let lexical: LexicalTree
  let timer: HappeningTimes
  let times: [TimeMention]

  /// The beginning and the end of a state; of a truce also the day it is declared from, of a threat its clock.
  ///
  /// `told` is the state that the construction tells: of a truce that holds and is told to end a day is the end.
  func bounds(of mention: HappeningMention, kind: ConditionKind, value: String, told: String?)
    -> (since: TimeExpression?, until: TimeExpression?)
  {
    var since = timer.time(of: mention) { $0.edtf.hasSuffix("/..") }
    var until = timer.time(of: mention, where: isEnd)
    switch kind {
    case .truce:
      if until == nil, told == "over", value == "in force" {
        until = timer.time(of: mention) { $0.kind == .date && $0.from != nil }.map(asEnd)
        return (since, until)
      }
      if since == nil, until == nil || value == "in force" || value == "declared" {
        since = timer.time(of: mention) { $0.kind == .date && $0.from != nil }
      }
      if until == nil {
        until = timer.time(of: mention) {
          $0.kind == .duration && $0.length != nil && $0.from == nil
        }
        .map { ended($0, from: since) }
      }
    case .threat:
      until =
        until ?? inSentence(mention, where: isEnd)
        ?? inSentence(mention) { $0.kind == .duration && $0.from == nil }
      // "Within days" sets nobody a time: a length that is not counted ("PXD") and has no end.
      if let end = until, end.to == nil, let value = end.value, value.hasPrefix("P"),
        value.contains("X")
      {
        until = nil
      }
    case .control where since == nil && value != "contested":
      since = timer.time(of: mention) { $0.kind == .date && $0.from != nil }
    default: break
    }
    return (since, until)
  }

  private func isEnd(_ time: TimeExpression) -> Bool {
    time.kind == .deadline || time.edtf.hasPrefix("../") || time.edtf.hasPrefix("/")
  }

  /// A day on which something is told to end.
  private func asEnd(_ day: TimeExpression) -> TimeExpression {
    var end = day
    (end.from, end.edtf) = (nil, "../" + day.edtf)
    return end
  }

  private func inSentence(
    _ mention: HappeningMention, where isWanted: (TimeExpression) -> Bool
  ) -> TimeExpression? {
    let tree = lexical.tree
    let sentence = tree.sentences[tree.sentenceOfToken[mention.head]]
    return times.first {
      !$0.isStatementTime && sentence.contains($0.tokens.lowerBound) && isWanted($0.time)
    }?.time
  }

  /// A length counted from the day that a truce begins on.
  private func ended(_ length: TimeExpression, from since: TimeExpression?) -> TimeExpression {
    guard let first = since?.from.flatMap(CivilDay.init(iso:)), let days = days(length.length ?? "")
    else { return length }
    var until = length
    let last = (first + days).iso
    (until.edtf, until.to, until.rule) = ("../" + last, last, "since + length")
    return until
  }

  /// Whole days of an ISO 8601 length in days, weeks or hours ("P7D", "PT48H"), or nil.
  private func days(_ length: String) -> Int? {
    guard let unit = length.last, let number = Int(length.drop { !$0.isNumber }.dropLast()) else {
      return nil
    }
    switch unit {
    case "D": return number
    case "W": return 7 * number
    case "H" where length.hasPrefix("PT"): return number / 24
    default: return nil
    }
  }
}
