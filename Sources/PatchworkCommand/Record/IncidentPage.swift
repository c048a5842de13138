import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// Writes an incident for a terminal.
struct IncidentPage {
  let view: IncidentView
  let form: TerminalForm

  init(_ view: IncidentView, form: TerminalForm) {
    self.view = view
    self.form = form
  }

  /// All lines.
  func lines() -> [String] {
    head() + shared()
      + range("killed", view.analysis.killed, view.analysis.killedTable)
      + range("injured", view.analysis.injured, view.analysis.injuredTable) + sides()
      + contradictions() + threads()
      + origins() + unknowns() + history()
  }

  private func head() -> [String] {
    let codes = view.aliases.isEmpty ? "" : " (formerly \(view.aliases.joined(separator: ", ")))"
    return wrap([TerminalRun(view.title, .bold)], 0) + wrap([TerminalRun(view.id + codes, .dim)], 0)
  }

  /// What, where, when and the grade, each with what it rests on.
  private func shared() -> [String] {
    let place = view.summary.place
    let days = view.summary.days.map {
      DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso)
    }
    let graded = view.judgements.last { $0.action == .grade }
    let rule =
      graded.map { "given by \($0.who): \($0.reason)" } ?? "rule: \(view.analysis.grade.rule)"
    return [""]
      + field("what", view.summary.type.rawValue)
      + field("when", days ?? "no account says the day")
      + field("where", place.map { PlaceText.of($0) } ?? "no account says the place")
      + field("grade", "\(view.gradeWord.rawValue) (\(rule))")
  }

  private func range(
    _ name: String, _ range: CasualtyRange?, _ table: CasualtyTable
  ) -> [String] {
    guard let range else { return field(name, "no account gives a number") }
    let bounds = bounds(range)
    let top = range.figures.map { $0.figure.count.high ?? $0.figure.count.low ?? 0 }.max() ?? 1
    return field(name, bounds)
      + range.figures.flatMap { entry in
        figure(entry.figure, entry.standing, scale: max(1, top))
      } + classes(table) + tables(table) + relations(table)
  }

  private func bounds(_ range: CasualtyRange) -> String {
    let open = range.isOpen ? " or more" : ""
    return range.low == range.high
      ? "\(Count.grouped(range.low))\(open)"
      : "\(Count.grouped(range.low)) to \(Count.grouped(range.high))\(open), most say \(Count.grouped(range.best))"
  }

  /// A line for each class of victims that figures name.
  private func classes(_ table: CasualtyTable) -> [String] {
    table.classes.filter { $0.victims != .people }.flatMap { entry in
      wrap([TerminalRun("\(VictimText.of(entry.victims)): \(bounds(entry.range))", .dim)], 10)
    }
  }

  /// The range by who gives the figures and by the day on which they were published, where that tells several apart.
  private func tables(_ table: CasualtyTable) -> [String] {
    let speakers = table.bySpeaker.map {
      (name: FigureGroupText.speaker($0.key), range: $0.range)
    }
    let days = table.byDay.map { (name: $0.key?.iso ?? "no date", range: $0.range) }
    func lines(_ head: String, _ rows: [(name: String, range: CasualtyRange?)]) -> [String] {
      guard rows.count > 1 else { return [] }
      let text = rows.map { "\($0.name) \($0.range.map(short) ?? FigureGroupText.noRange)" }
      return wrap([TerminalRun("\(head): \(text.joined(separator: " · "))", .dim)], 10)
    }
    return lines("by speaker", speakers) + lines("by day of publication", days)
  }

  private func short(_ range: CasualtyRange) -> String {
    let high = range.low == range.high ? "" : "–\(Count.grouped(range.high))"
    return "\(Count.grouped(range.low))\(high)\(range.isOpen ? "+" : "")"
  }

  /// Which figures replace, add to or exclude others; parts and copies are said beside each figure.
  private func relations(_ table: CasualtyTable) -> [String] {
    table.relations.flatMap { relation -> [String] in
      guard let verb = RelationText.of(relation.kind) else { return [] }
      let named = [relation.first, relation.second].map { index in
        let figure = table.figures[index]
        return "\(figure.count.numberText) (\(figure.report)#\(figure.account))"
      }
      return wrap([TerminalRun("\(named[0]) \(verb) \(named[1])", .dim)], 10)
    }
  }

  /// One figure: a bar as long as it is large, the words, who gives it, and why it does not count where it does not.
  private func figure(
    _ figure: Figure, _ standing: CasualtyRange.Standing, scale: Int
  ) -> [String] {
    let number = figure.count.high ?? figure.count.low ?? 0
    let length = standing == .wider ? 0 : max(1, number * 12 / scale)
    let bar = String(repeating: standing == .counts ? "█" : "░", count: min(12, length))
    let speaker =
      view.accounts.first { $0.report == figure.report && $0.account.number == figure.account }
      .map { $0.account.speaker } ?? ""
    let why = StandingText.of(standing).map { " — \($0)" } ?? ""
    let text =
      "\(TerminalWidth.fitted(bar, to: 12)) \(figure.count.numberText) · \(speaker) · \(figure.report)#\(figure.account)\(why)"
    return wrap([TerminalRun(text, standing == .counts ? .plain : .dim)], 10)
  }

  private func sides() -> [String] {
    var lines: [String] = []
    for side in view.analysis.sides {
      lines += ["", styled("ACCOUNTS OF " + (side.party?.name ?? "OTHERS").uppercased(), .bold)]
      for group in SentenceGroup.groups(side.accounts, of: view.accounts) {
        lines += group.flatMap(said)
        lines += wrap([TerminalRun("“\(view.accounts[group[0]].account.sentence.text)”")], 4)
      }
    }
    return lines
  }

  /// Who says it in which report, without the sentence.
  private func said(_ index: Int) -> [String] {
    let entry = view.accounts[index]
    let position = view.analysis.positions[index]
    let day = entry.published?.iso ?? "no date"
    let blamed = position.blamed.isEmpty ? "" : ", blames \(BlamedText.of(position.blamed))"
    let refuted = view.refutations.contains(entry.report) ? ", which it refutes" : ""
    let copied =
      entry.origin == entry.report ? "" : ", in words of \(entry.origin)\(refuted)"
    let judged = view.judgements.contains {
      $0.report == entry.report && $0.account == entry.account.number && $0.action == .edit
    }
    let head = [
      TerminalRun(entry.account.speaker, .bold), TerminalRun(" "),
      TerminalRun(
        entry.account.stanceWord, TerminalStyle(bold: true, family: entry.account.stance.family)),
      TerminalRun("\(blamed)\(judged ? ", corrected" : "")"),
      TerminalRun(
        "  \(day) · \(entry.outlet.isEmpty ? "outlet unknown" : entry.outlet) · \(entry.report)#\(entry.account.number)\(copied)",
        .dim),
    ]
    return wrap(head, 2)
  }

  private func contradictions() -> [String] {
    let pairs = RivalPair.of(view.analysis.contradictions) { view.accounts[$0].account.speaker }
    guard !pairs.isEmpty else { return [] }
    return ["", styled("WHERE ACCOUNTS EXCLUDE EACH OTHER", .bold)]
      + pairs.prefix(12).flatMap { wrap([TerminalRun($0.text)], 2) }
  }

  private func threads() -> [String] {
    var lines: [String] = []
    for thread in view.analysis.threads {
      let shifts = thread.shifts.filter { $0.change != .restated }
      guard !shifts.isEmpty else { continue }
      lines += ["", styled("HOW \(thread.speaker.uppercased()) SPOKE OF IT OVER TIME", .bold)]
      for shift in shifts {
        let slot = shift.slot.isEmpty ? "" : " (\(shift.slot))"
        lines += wrap([TerminalRun("\(shift.change.rawValue)\(slot)", .bold)], 2)
        for index in [shift.from, shift.to] {
          let entry = view.accounts[index]
          lines += wrap(
            [
              TerminalRun("\(entry.published?.iso ?? "no date")  ", .dim),
              TerminalRun("“\(entry.account.sentence.text)”"),
            ], 4)
        }
      }
    }
    return lines
  }

  private func origins() -> [String] {
    let copies = Dictionary(grouping: view.accounts.filter { $0.origin != $0.report }, by: \.origin)
    let count = view.origins
    var lines = ["", styled("ORIGINS", .bold)]
    lines += wrap(
      [
        TerminalRun(
          "\(Plural.text(count, "independent origin")) behind \(Plural.text(view.accounts.count, "account"))"
        )
      ],
      2)
    for origin in copies.keys.sorted() {
      let reports = Set(copies[origin, default: []].map(\.report)).sorted()
      for (verb, among) in [
        ("stands word for word", reports.filter { !view.refutations.contains($0) }),
        ("is reproduced and refuted", reports.filter(view.refutations.contains)),
      ] where !among.isEmpty {
        lines += wrap([TerminalRun("\(origin) \(verb) in \(among.joined(separator: ", "))")], 2)
      }
    }
    return lines
  }

  private func unknowns() -> [String] {
    let unknowns = view.analysis.unknowns
    return ["", styled("WHAT IS NOT KNOWN", .bold)]
      + (unknowns.isEmpty ? ["  every field that is asked for is said by some account"] : [])
      + unknowns.flatMap { wrap([TerminalRun(UnknownText.of($0))], 2) }
      + possiblySame().flatMap { wrap([TerminalRun($0)], 2) }
  }

  /// The incidents that this one possibly is, a line a ground.
  private func possiblySame() -> [String] {
    var grounds: [String] = []
    for other in view.possiblySame where !grounds.contains(other.reasons) {
      grounds.append(other.reasons)
    }
    return grounds.map { ground in
      let ids = view.possiblySame.filter { $0.reasons == ground }.map(\.id)
      return "possibly the same as \(ids.joined(separator: ", ")) (\(ground))"
    }
  }

  private func history() -> [String] {
    guard !view.judgements.isEmpty else { return [] }
    return ["", styled("JUDGEMENTS", .bold)]
      + view.judgements.flatMap { judgement in
        let what =
          judgement.account.map { "\(judgement.report)#\($0) " } ?? ""
        let value =
          judgement.field.isEmpty ? judgement.value : "\(judgement.field) = \(judgement.value)"
        return wrap(
          [
            TerminalRun(
              "\(judgement.at) \(judgement.who): \(judgement.action.rawValue) \(what)\(value) — \(judgement.reason)"
            )
          ], 2)
      }
  }

  private func field(_ name: String, _ value: String) -> [String] {
    let wrapped = wrap([TerminalRun(value)], 10)
    let head = styled(TerminalWidth.fitted(name, to: 10), .dim)
    return [head + (wrapped.first.map { String($0.dropFirst(10)) } ?? "")] + wrapped.dropFirst()
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    form.hasColour ? style.sequence + text + "\u{1B}[0m" : text
  }

  private func wrap(_ runs: [TerminalRun], _ indent: Int) -> [String] {
    TerminalWrap(form: form, indent: indent).lines(runs)
  }
}
