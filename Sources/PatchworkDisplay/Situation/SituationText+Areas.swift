import PatchworkRecord
package import PatchworkSituation

extension SituationText {
  /// The answer to a test of a siege in words: a denial is its speaker's, and answers nothing.
  package static func answer(_ result: SiegeTests.Result, _ states: [SaidState]) -> String {
    switch result.answer {
    case .denied: "denied by \(speakers(result.denied, states)); nobody is recorded to say it"
    case .disputed: result.no.isEmpty ? "yes, and denied" : "disputed"
    case .yes, .no, .unknown: result.answer.rawValue
    }
  }

  /// On how many days aid is said to have entered or to have been stopped; empty where neither is said.
  package static func passages(_ result: SiegeTests.Result) -> String {
    func days(_ found: Set<CivilDay>, _ words: String) -> String? {
      guard let newest = found.max() else { return nil }
      return "\(words) on \(Plural.text(found.count, "day")), last \(DayText.of(newest.iso))"
    }
    let parts = [
      days(result.passed, "aid is said to have entered"),
      days(result.stopped, "aid is said to have been stopped"),
    ].compactMap { $0 }
    guard !parts.isEmpty else { return "" }
    let regular = result.answer == .unknown ? "; nobody says whether that is regular" : ""
    return parts.joined(separator: "; ") + regular
  }

  /// Who speaks at some positions, each once.
  package static func speakers(_ positions: [Int], _ states: [SaidState], most: Int = 6) -> String {
    var names: [String] = []
    for position in positions where !names.contains(speaker(states[position])) {
      names.append(speaker(states[position]))
    }
    let rest = names.count > most ? " and \(names.count - most) more" : ""
    return names.prefix(most).joined(separator: "; ") + rest
  }

  /// What was last said of a layer before a day of which nothing is said, nil where nothing was.
  package static func carried(_ cell: AreaStrip.Cell) -> String? {
    guard let day = cell.carried else { return nil }
    let words = states(cell.carriedAnswers)
    return (words.isEmpty ? "" : "\(words), ") + "last said \(DayText.of(day.iso))"
  }

  /// States in a few words, with those that are denied: "besieged; lifted, denied too".
  package static func states(_ answers: [AreaStrip.Answer], most: Int = 2) -> String {
    let words = answers.prefix(most).map { answer in
      answer.denied == 0
        ? answer.state
        : answer.asserted == 0 ? "denied: \(answer.state)" : "\(answer.state), denied too"
    }
    let more = answers.count > most ? " and \(answers.count - most) more" : ""
    return words.joined(separator: "; ") + more
  }

  /// What a speaker holds of a siege.
  package static func holding(_ list: SiegeList) -> String {
    switch list.holds {
    case .besieged: "says that it is"
    case .lifted: "says that it was lifted"
    case .denied: "denies it"
    }
  }

  /// A range of people with who says it and how many statements give none: "35,000 to 275,000 people by 3 speakers".
  package static func range(_ range: NumberRange) -> String {
    let words =
      switch (range.low, range.high) {
      case (let low?, let high?) where low == high: Count.grouped(low)
      case (let low?, let high?): "\(Count.grouped(low)) to \(Count.grouped(high))"
      case (let low?, nil): "at least \(Count.grouped(low))"
      case (nil, let high?): "at most \(Count.grouped(high))"
      case (nil, nil): "an unknown number of"
      }
    let open = [
      range.isOpenBelow && range.low != nil ? "some say only at most" : nil,
      range.isOpenAbove && range.high != nil ? "some say only at least" : nil,
    ].compactMap { $0 }
    let ends = open.isEmpty ? "" : " (\(open.joined(separator: ", ")))"
    let named = range.speakers.filter { !$0.isEmpty }
    let by =
      named.count == 1 && range.speakers.count == 1
      ? named[0] : Plural.text(range.speakers.count, "speaker")
    let without =
      range.unnumbered == 0
      ? "" : "; \(Plural.text(range.unnumbered, "statement")) without a number"
    return "\(words) people\(ends), by \(by)\(without)"
  }

  /// What is said of a layer in a period: its states with those that are denied, and the numbers said with them.
  package static func states(
    of layer: Layer, in period: StripPeriod, of picture: AreaPicture
  ) -> [String] {
    let ranges = picture.ranges(of: layer, in: period.days)
    return (period.cells[layer]?.answers ?? []).map { answer in
      let denied =
        answer.denied == 0 ? "" : answer.asserted == 0 ? " (only denied)" : " (denied too)"
      let number = ranges.first { $0.state == answer.state }.map { ": \(range($0))" } ?? ""
      return answer.state + denied + number
    }
  }
}
