import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the times of a report and resolves them against its publication and against one another.
struct TimeReader: Sendable {
  let lexicon: TimeLexicon

  /// A reader with the lexicon that ships with this target.
  init() throws(LexiconError) { lexicon = try TimeLexicon.shipped.get() }

  /// Every time of a parsed report, in order; inside another only where a since-clause holds a date.
  ///
  /// `published` is an ISO 8601 day or RFC 3339 time; without it only times that need no such day are resolved.
  func times(in parse: Parse, published: String?) -> [TimeMention] {
    let tree = ParseTree(parse)
    return times(
      in: tree, atoms: Atoms(bytes: tree.bytes),
      days: PublicationDays(published.flatMap { CivilDay(iso: $0) }))
  }

  /// The same over a tree and atoms that are there already; O(atoms).
  func times(in tree: ParseTree, atoms: Atoms, days: PublicationDays) -> [TimeMention] {
    guard tree.count > 0 else { return [] }
    var scan = TimeScan(tree: tree, atoms: atoms, lexicon: lexicon, days: days)
    return scan.all()
  }
}

extension TimeScan {
  mutating func all() -> [TimeMention] {
    var found: [TimeMention] = []
    var index = 0
    while index < atoms.count {
      enter(atoms[index].span.start)
      guard let match = match(at: index) else {
        index += 1
        continue
      }
      if match.rule == "age" {
        index = match.atoms.upperBound
        continue
      }
      let mention = mention(match)
      found.append(mention)
      found += match.ends.map { end in
        var end = self.mention(end)
        end.isEnd = true
        return end
      }
      remember(match, mention)
      index = match.atoms.upperBound
    }
    return withSinceClauses(found)
  }

  /// Adds what "since the uprising began in March" says of its main clause: from March on.
  ///
  /// The inner time keeps dating the uprising itself.
  private func withSinceClauses(_ found: [TimeMention]) -> [TimeMention] {
    var result = found
    for index in atoms.list.indices where kind(index) == .since {
      let token = Int(tokens[index])
      guard !found.contains(where: { $0.tokens.contains(token) }) else { continue }
      let clause = tree[token].dep == .mark ? tree.subtree(tree[token].head) : tree.subtree(token)
      guard
        let inner = found.last(where: {
          $0.tokens.lowerBound > token && $0.tokens.upperBound <= clause.upperBound
            && $0.time.from != nil && $0.time.kind == .date
        }), let from = inner.time.from
      else { continue }
      let span = Span(atoms[index].span.start, inner.time.quote.span.end)
      let start = inner.time.edtf.split(separator: "/").first.map(String.init) ?? from
      let words = String(decoding: atoms.bytes[span.start..<span.end], as: UTF8.self)
      result.append(
        TimeMention(
          time: TimeExpression(
            quote: Quote(span: span, text: words), kind: .interval, edtf: start + "/..",
            from: from, precision: inner.time.precision, value: inner.time.value,
            rule: "since-clause"),
          tokens: token..<inner.tokens.upperBound, isStatementTime: false))
    }
    guard result.count > found.count else { return found }
    return result.sorted { $0.time.quote.span < $1.time.quote.span }
  }

  private func match(at index: Int) -> TimeMatch? {
    guard
      words[index].kind != .none || atoms[index].kind == .number
        || Numerals.mayStart(at: index, in: atoms)
        || lexicon.holidays.mayStart(at: index, in: atoms)
    else { return nil }
    return governed(at: index) ?? point(at: index)
  }

  /// A time that no preposition changes.
  func point(at index: Int) -> TimeMatch? {
    guard index < atoms.count else { return nil }
    if let match = simplePoint(at: index) { return joined(match) }
    return amountOfTime(at: index)
  }

  /// A day, part of a day, or longer period.
  func simplePoint(at index: Int) -> TimeMatch? {
    guard index < atoms.count else { return nil }
    if let match = clock(at: index) ?? positioned(at: index) ?? weekday(at: index) {
      return withPartOfDay(match)
    }
    if let match = calendar(at: index) ?? holiday(at: index) { return withPartOfDay(match) }
    if let match = deictic(at: index) { return withPartOfDay(match) }
    if let match = loose(at: index) { return match }
    if let match = ordinalStretch(at: index) { return match }
    if kind(index) == .season { return season(index, index, .none) }
    if kind(index) == .the {
      if kind(index + 1) == .season { return season(index, index + 1, .none) }
      if kind(index + 1) == .decadeWord {
        return TimeMatch(
          index..<index + 2, .interval, .years(1900 + value(index + 1), 10, .decade), rule: "decade"
        )
      }
      if let match = monthDay(at: index) ?? clockless(at: index) { return match }
    }
    let ordinal = kind(index) == .the ? index + 1 : index
    if ordinal < atoms.count, Numerals.mayStart(at: ordinal, in: atoms) {
      return century(at: index) ?? anniversary(at: index)
    }
    return nil
  }

  /// "the 1990s", "the 19th of September": a date behind its article.
  private func clockless(at index: Int) -> TimeMatch? {
    guard isNumber(index + 1) else { return nil }
    guard let match = calendar(at: index + 1), match.period?.grain != .year else { return nil }
    return match.widened(from: index)
  }

  /// "on the 19th": a day of the month told last, or of the month of publication.
  private func monthDay(at index: Int) -> TimeMatch? {
    guard kind(index - 1) == .on || kind(index - 1) == .since,
      let (day, end) = dayNumber(at: index + 1),
      end == index + 3, month(at: skip(end, .of)) == nil, endsPhrase(end),
      let published, let base = anchor?.first ?? Optional(published)
    else { return nil }
    let (year, month, _) = base.parts
    guard var date = CivilDay(year, month, day) else { return nil }
    if anchor == nil, date > published { date = date.adding(months: -1) }
    return TimeMatch(index..<end, .day(date), rule: "day-of-month")
  }

  private func holiday(at index: Int) -> TimeMatch? {
    guard let (rule, end) = lexicon.holidays.feast(at: index, in: atoms),
      atoms[index].isCapitalised
    else { return nil }
    let (year, yearEnd) = yearAfter(end)
    if let year {
      return lexicon.holidays.period(rule, in: year).map {
        TimeMatch(index..<yearEnd, $0, rule: "holiday")
      }
    }
    guard let published else {
      return TimeMatch(index..<end, nil, precision: 1, rule: "unresolved")
    }
    let near = (-1...1).compactMap { lexicon.holidays.period(rule, in: published.year + $0) }
    let past = near.last { $0.first <= published }
    let future = near.first { $0.last >= published }
    let period = outlook(index) == .future ? future ?? past : past ?? future
    return TimeMatch(index..<end, period, rule: "holiday")
  }

  // MARK: Making mentions

  /// Takes the day that words from here on are published on; what was told under another is no day to point back to.
  private mutating func enter(_ offset: Int) {
    let day = days.day(at: offset)
    guard day != published else { return }
    published = day
    anchor = nil
  }

  private func mention(_ match: TimeMatch) -> TimeMention {
    let span = Span(
      atoms[match.atoms.lowerBound].span.start, atoms[match.atoms.upperBound - 1].span.end)
    var edtf = ""
    var from: String?
    var to: String?
    if let period = match.period {
      let bounds = match.cut ?? period
      switch (match.opensBefore, match.opensAfter) {
      case (true, _):
        edtf = "../\(period.end)"
        to = bounds.last.iso
      case (_, true):
        edtf = "\(period.start)/.."
        from = bounds.first.iso
      default:
        edtf = period.edtf
        (from, to) = (bounds.first.iso, bounds.last.iso)
      }
    }
    let time = TimeExpression(
      quote: Quote(span: span, text: atoms.text(match.atoms)), kind: match.kind, edtf: edtf,
      from: from, to: to, precision: match.precision, length: match.length, value: value(of: match),
      zone: saidZone(of: match), rule: match.rule)
    let tokens = Int(tokens[match.atoms.lowerBound])..<Int(tokens[match.atoms.upperBound - 1]) + 1
    return TimeMention(
      time: time, tokens: tokens, isStatementTime: outlooks.isStatement(tokens.lowerBound))
  }

  /// Keeps the day that later words may point back to.
  private mutating func remember(_ match: TimeMatch, _ mention: TimeMention) {
    guard let period = match.period else { return }
    if match.tellsYear(of: period) { year = period.first.year }
    guard !match.opensBefore, !match.opensAfter || match.kind == .interval, match.kind != .deadline,
      match.rule != "past-stretch", match.rule != "coming-stretch"
    else { return }
    if mention.isStatementTime, anchor != nil { return }
    anchor = period
  }
}
