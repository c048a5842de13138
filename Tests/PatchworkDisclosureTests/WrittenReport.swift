import PatchworkDisclosure
import PatchworkRecord
import PatchworkText

/// A report written in a test, with readings cut out of it by their words.
struct WrittenReport {
  var report: Report
  var reading = Reading()

  init(id: String = "wire-1", _ text: String, title: String = "", published: String? = "2016-09-20")
  {
    report = Report(
      id: id, text: text, blocks: [], title: title, outlet: "Wire",
      published: published.map { SourcedDate(value: $0, origin: "supplied") })
  }

  /// The first place of some words; the tests' texts have them.
  func quote(_ words: String) -> Quote {
    let text = Array(report.text.utf8)
    let found = Array(words.utf8)
    let start = (0...(text.count - found.count)).first { text[$0...].starts(with: found) } ?? 0
    return Quote(span: Span(start, start + found.count), text: words)
  }

  mutating func person(_ words: String) {
    reading.entities.append(EntityMention(quote: quote(words), label: "PERSON"))
  }

  @discardableResult
  mutating func account(
    _ sentence: String, by source: Source = .author, stance: Stance = .state,
    _ change: (inout Account, WrittenReport) -> Void = { _, _ in }
  ) -> Account {
    var account = Account(
      number: reading.accounts.count, sentence: quote(sentence), source: source,
      content: [quote(sentence)], quoted: .none, stance: stance)
    change(&account, self)
    reading.accounts.append(account)
    return account
  }

  /// What may be shown of it on a day.
  func disclosure(
    _ right: Right = .redacted, on day: String = "2026-01-01", known: [(String, String)] = []
  ) throws -> Disclosure {
    let rules = try DisclosureRules()
    var persons = PublicPersons(rules)
    for (name, role) in known { persons.add(name, described: role) }
    return Disclosure(
      right, on: CivilDay(iso: day) ?? CivilDay(number: 0), rules: rules, known: persons,
      reports: [ScannedReport(report, reading, rules: rules)])
  }

  /// The text that may be shown.
  func shown(on day: String = "2026-01-01", known: [(String, String)] = []) throws -> String {
    var disclosure = try disclosure(on: day, known: known)
    return disclosure.report(report.id)?.report.text ?? ""
  }
}
