import PatchworkRecord
import PatchworkText

/// The name of a person as a report gives it.
struct FoundName: Hashable, Sendable {
  /// Keys of its words, particles and titles left out.
  let keys: [String]
  /// Whether the report states a public office of its bearer.
  let isPublic: Bool
}

/// Finds the names of persons in a report: its speakers, what the entity recogniser took for persons, what begins with a
/// given name, and who is credited.
///
/// More is taken for a name than is one: a name too many costs a word, a name missed may cost a life.
struct PersonFinder {
  let rules: DisclosureRules

  /// The names in all that belongs to a report, each once; `text` are the words of its text.
  func names(in report: Report, _ text: NamedText, _ reading: Reading) -> [FoundName] {
    let places = reading.places.filter { $0.id != nil }.map(\.quote.span).sorted()
    var found: [FoundName] = []
    for account in reading.accounts where account.source.kind == .person {
      let isPublic = rules.offices.isOffice(account.source.role)
      found += name(in: NamedText(account.source.who), isPublic: isPublic, isWhole: true)
    }
    for entity in reading.entities where entity.label == "PERSON" {
      if places.contains(where: { $0.overlaps(entity.quote.span) }) { continue }
      found += names(text, text.range(entity.quote.span))
    }
    for range in givenRuns(text) + credits(text) {
      let span = text.folded.spans[range.lowerBound].union(text.folded.spans[range.upperBound - 1])
      if places.contains(where: { $0.overlaps(span) }) { continue }
      found += names(text, range)
    }
    found += names(in: report.title)
    found += name(in: NamedText(report.byline), isPublic: false, isWhole: true)
    for credit in report.imprint.credits where !credit.isAgency {
      found += name(in: NamedText(credit.who), isPublic: false, isWhole: true)
    }
    for note in report.imprint.notes { found += names(in: note.text) }
    var seen: Set<FoundName> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The names in a text of which nothing was read.
  func names(in text: String) -> [FoundName] {
    let text = NamedText(text)
    return givenRuns(text).flatMap { names(text, $0) }
  }

  /// The name that a run of words of a text is, with what stands around it.
  private func names(_ text: NamedText, _ range: Range<Int>) -> [FoundName] {
    guard !range.isEmpty else { return [] }
    var range = range
    var isPublic = false
    // Titles that were taken into the name, "Major-General Igor …".
    while let first = range.first, range.count > 1,
      rules.offices.isTitle(text.words[first]) || rules.nameWords.of(text.words[first]) == .stop
    {
      isPublic = isPublic || rules.offices.isTitle(text.words[first])
      range = range.dropFirst()
    }
    isPublic =
      isPublic || hasTitle(before: range.lowerBound, text)
      || hasOffice(after: range.upperBound, text)
    return name(of: range, in: text, isPublic: isPublic)
  }

  private func name(in text: NamedText, isPublic: Bool, isWhole: Bool) -> [FoundName] {
    guard (0..<text.count).contains(where: text.isCased) else { return [] }
    return name(of: 0..<text.count, in: text, isPublic: isPublic)
  }

  private func name(of range: Range<Int>, in text: NamedText, isPublic: Bool) -> [FoundName] {
    if range.contains(where: { rules.nameWords.of(text.words[$0]) == .group }) { return [] }
    let keys = range.filter { index in
      text.isCased(index) && text.words[index].utf8.count > 1
        && !rules.offices.isTitle(text.words[index])
        && ![.particle, .stop, .credit].contains(rules.nameWords.of(text.words[index]))
    }.map { text.keys[$0] }
    return keys.isEmpty ? [] : [FoundName(keys: keys, isPublic: isPublic)]
  }

  /// Runs that begin with a given name: "Fatima", "Omar al-Barakat"; three words at most.
  private func givenRuns(_ text: NamedText) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard text.isCased(at), rules.nameWords.of(text.words[at]) == .given else {
        at += 1
        continue
      }
      let end = runEnd(text, from: at, most: 3)
      runs.append(at..<end)
      at = end
    }
    return runs
  }

  /// Where a name that begins at a word ends: after so many words beside particles, before what is no part of one.
  private func runEnd(_ text: NamedText, from start: Int, most: Int) -> Int {
    var end = start + 1
    var next = end
    var names = 1
    while next < text.count, names < most, text.joins(next) {
      // A name may run over the end of a line, but two names of it are enough there.
      if text.beginsLine(next), names > 1 { break }
      let kind = rules.nameWords.of(text.words[next])
      if kind == .particle {
        next += 1
        continue
      }
      guard text.isCased(next), kind != .stop, !rules.offices.isTitle(text.words[next]) else {
        break
      }
      next += 1
      end = next
      names += 1
    }
    return end
  }

  /// Names after "By" at the head of a line, or after "Reporting by".
  private func credits(_ text: NamedText) -> [Range<Int>] {
    (0..<max(0, text.count - 1)).compactMap { index in
      guard text.words[index] == "by", text.joins(index + 1), text.isCased(index + 1) else {
        return nil
      }
      let isCredit =
        text.beginsLine(index) || text.folded.cases[index].contains(.initial)
        || rules.nameWords.of(text.words[index - 1]) == .credit
      return isCredit ? index + 1..<runEnd(text, from: index + 1, most: 4) : nil
    }
  }

  /// Whether a title stands before a name: "Foreign Minister", "US Secretary of State".
  private func hasTitle(before start: Int, _ text: NamedText) -> Bool {
    var index = start
    for _ in 0..<6 {
      guard text.joins(index) else { return false }
      index -= 1
      if rules.offices.isTitle(text.words[index]) { return true }
      guard text.isCased(index) || text.words[index] == "of" else { return false }
    }
    return false
  }

  /// Whether an office follows a name between commas: ", the deputy foreign minister,".
  private func hasOffice(after end: Int, _ text: NamedText) -> Bool {
    guard end < text.count, text.folded.gaps[end] == .comma else { return false }
    var stop = end + 1
    while stop < text.count, stop - end < 16, text.joins(stop) { stop += 1 }
    return rules.offices.isOffice(text.words[end..<stop].joined(separator: " "))
  }
}
