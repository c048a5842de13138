import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Adds the sum of a list of counted people that one word governs: "a man and his two children were killed".
struct CountSums {
  let tree: ParseTree

  /// The counts with every sum before its parts; the parts name the sum as their whole.
  func added(to counts: [CountMention]) -> [CountMention] {
    var result: [CountMention] = []
    var index = 0
    while index < counts.count {
      let list = list(from: index, in: counts)
      if let whole = whole(of: list) {
        result.append(whole)
        for var part in list.dropFirst() {
          part.count.of = part.count.of ?? whole.count.quote.text
          result.append(part)
        }
      } else if list.count > 1 {
        let sum = sum(of: list)
        result.append(sum)
        for var part in list {
          part.count.of = part.count.of ?? sum.count.quote.text
          result.append(part)
        }
      } else {
        result.append(counts[index])
      }
      index += list.count
    }
    return result
  }

  /// The first number of a list whose others are its parts, with a note where they do not make it: "251 people: 219 civilians and
  /// 32 fighters".
  private func whole(of list: ArraySlice<CountMention>) -> CountMention? {
    guard list.count > 2, var whole = list.first, let low = whole.count.low else { return nil }
    let parts = list.dropFirst().map { $0.count.low ?? 0 }
    let sum = parts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    let start = whole.count.quote.span.end
    let end = max(start, list[list.startIndex + 1].count.quote.span.start)
    let isOpened = tree.bytes[start..<end].contains(UInt8(ascii: ":"))
    guard isOpened || sum == low else { return nil }
    if sum != low, list.allSatisfy({ $0.count.relation == .exact }) {
      whole.count.note = parts.map(String.init).joined(separator: " + ") + " = \(sum), not \(low)"
    }
    return whole
  }

  /// The counts from one on that stand in one list.
  private func list(from start: Int, in counts: [CountMention]) -> ArraySlice<CountMention> {
    guard isSummable(counts[start]), !isPart(counts[start].head) else {
      return counts[start..<start + 1]
    }
    var end = start + 1
    var ends = false
    while end < counts.count, isSummable(counts[end]),
      counts[end].count.measure == counts[start].count.measure,
      let up = tree.head(counts[end].head), counts[start..<end].contains(where: { $0.head == up }),
      tree[counts[end].head].dep == .conj || tree[counts[end].head].dep == .appos
    {
      // "62 people, 12 soldiers": an apposition names a part, unless the list goes on with "and".
      ends = tree[counts[end].head].dep == .conj
      end += 1
    }
    return ends ? counts[start..<end] : counts[start..<start + 1]
  }

  private func isSummable(_ mention: CountMention) -> Bool {
    let count = mention.count
    return mention.kind == .people && count.measure != .other && count.low != nil
      && count.of == nil && count.convention == nil && !count.isAdditional
      && (count.low ?? 0) > 0
  }

  /// "including two women and a child": parts of another number.
  private func isPart(_ head: Int) -> Bool {
    guard let up = tree.head(head) else { return false }
    return tree[head].dep == .pobj
      && (tree.isWord(up, "including") || tree.isWord(up, "among") || tree.isWord(up, "with"))
  }

  private func sum(of list: ArraySlice<CountMention>) -> CountMention {
    let first = list[list.startIndex]
    let last = list[list.endIndex - 1]
    let span = first.count.quote.span.union(last.count.quote.span)
    let highs = list.compactMap(\.count.high)
    let isExact = list.allSatisfy { $0.count.relation == .exact }
    let units = Set(list.map(\.count.unit))
    var sum = first
    sum.count = Count(
      quote: Quote(
        span: span, text: String(decoding: tree.bytes[span.start..<span.end], as: UTF8.self)),
      low: list.reduce(0) { $0 + ($1.count.low ?? 0) },
      high: highs.count == list.count ? highs.reduce(0, +) : nil,
      relation: isExact ? .exact : highs.count == list.count ? .approx : .atLeast,
      measure: first.count.measure,
      unit: units.count == 1 ? first.count.unit : "person")
    sum.tokens = first.tokens.lowerBound..<last.tokens.upperBound
    return sum
  }
}
