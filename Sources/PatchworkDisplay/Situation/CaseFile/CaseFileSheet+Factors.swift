import PatchworkRecord
import PatchworkSituation

extension CaseFileSheet {
  /// The factors of a group, numbered through the whole file, or that nothing is known.
  func group(_ group: Rule.Group) -> HTML {
    let found = file.factors.enumerated().filter { $0.element.rule.group == group }
    guard !found.isEmpty else {
      return """
        <h3>\(group.rawValue)</h3><div class="factor unknown"><p><b>unknown</b> \
        no report before this time speaks of it, and nothing was entered</p></div>

        """
    }
    return """
      <h3>\(group.rawValue)</h3>
      \(found.map { factor($0.element, number: $0.offset + 1) })
      """
  }

  private func factor(_ factor: Factor, number: Int) -> HTML {
    let measure = SituationText.measure(factor, in: file)
    let id = factor.rule.id
    let rule: HTML = ruleAddress.map { "<a href=\"\($0(id))\">\(id)</a>" } ?? "\(id)"
    return """
      <div class="factor \(factor.direction.rawValue)" id="f\(number)"><p><span class="no">\(number)</span> \
      <b>\(factor.direction.rawValue)</b> \(Self.gravity(factor)) \(factor.rule.title) \
      <span class="sum">\(measure)\(measure.isEmpty ? "" : " · ")rule \(rule)</span></p>
      <ul>
      \(factor.grounds.suffix(Self.mostGrounds).reversed().map(ground))\(more(factor))</ul></div>

      """
  }

  /// Sentences shown of a factor, the newest first; the rest are counted.
  static let mostGrounds = 6

  private func more(_ factor: Factor) -> HTML {
    let rest = factor.grounds.count - Self.mostGrounds
    return rest > 0 ? "<li class=\"sum\">and \(rest) older in the record</li>\n" : ""
  }

  private func ground(_ ground: Factor.Ground) -> HTML {
    switch ground {
    case .said(let said): return statement(said)
    case .clock(let instrument, let act, let clock):
      let margin: HTML =
        SituationText.margin(clock, against: file.movement).map { "; \($0)" } ?? ""
      return """
        \(statement(act.said))<li class="sum">\(instrument): \(SituationText.clock(clock)); \
        \(SituationText.standing(clock, on: file.asOf.day))\(margin)</li>

        """
    case .entered(let contact): return "<li>\(SituationText.contact(contact))</li>\n"
    case .almanac(let light):
      return
        "<li>Sunrise \(self.clock(light.sunrise)), sunset \(self.clock(light.sunset)) at the destination</li>\n"
    }
  }

  /// A statement as a list's item: who, the sentence, where it stands, how old.
  private func statement(_ said: SaidState) -> HTML {
    let words = SituationText.source(said)
    let source: HTML = address.map { "<a href=\"\($0(said))\">\(words)</a>" } ?? "\(words)"
    let nowhere: HTML =
      said.entry.place == nil ? " · the sentence names no place" : ""
    return """
      <li><b>\(SituationText.speaker(said))</b> <q dir="auto">\(said.sentence)</q> \
      <span class="sum">\(source) · \(SituationText.age(said.published, on: file.asOf.day))\(nowhere)</span></li>

      """
  }

  /// Alleged incidents by distance and days.
  var history: HTML {
    let distances = Set(file.history.map(\.kilometres)).sorted()
    let days = Set(file.history.map(\.days)).sorted()
    func cell(_ kilometres: Double, _ days: Int) -> HTML {
      let band = file.history.first { $0.kilometres == kilometres && $0.days == days }
      let count = band?.incidents.count ?? 0
      return count == 0 ? "<td class=\"gap\">none told</td>" : "<td>\(count)</td>"
    }
    return """
      <section><h2>Alleged incidents before, around the destination</h2>
      <table><caption>Alleged incidents by kilometres and days</caption><thead><tr><th scope="col">within</th>\(days.map { "<th scope=\"col\">\($0) days</th>" as HTML })</tr></thead><tbody>
      \(distances.map { distance in
        "<tr><th scope=\"row\">\(SituationText.distance(distance))</th>\(days.map { cell(distance, $0) })</tr>\n" as HTML
      })</tbody></table>
      <p class="sum">A moment counts once, however many reports tell of it. “None told” means that no report tells of one, not that there was none.</p></section>

      """
  }
}
