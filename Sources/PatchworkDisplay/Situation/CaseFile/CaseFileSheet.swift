import PatchworkRecord
package import PatchworkSituation

/// A case file as a page that prints on paper and is read over a radio: what is not known, what is against and for, with
/// sentences; factors are numbered so that two people can speak of one.
package struct CaseFileSheet {
  let file: CaseFile
  /// The code of the movement where it is kept, else empty.
  let code: String
  /// What people wrote under it.
  let marks: [Mark]
  /// Where a statement stands, on pages that have one for it.
  let address: ((SaidState) -> String)?
  /// Where a rule of an id stands, on pages that have one for it.
  let ruleAddress: ((String) -> String)?

  /// A signature or a dissent under a case file.
  package struct Mark: Sendable {
    /// Which of the two.
    package enum Kind: String, Sendable, CaseIterable { case signature, dissent }
    let kind: Kind
    let who: String
    /// When, RFC 3339.
    let at: String
    let words: String
    /// Whether it was put under what the file says now.
    let isOfThis: Bool

    package init(kind: Kind, who: String, at: String, words: String, isOfThis: Bool) {
      self.kind = kind
      self.who = who
      self.at = at
      self.words = words
      self.isOfThis = isOfThis
    }
  }

  package init(
    _ file: CaseFile, code: String = "", marks: [Mark] = [],
    address: ((SaidState) -> String)? = nil, ruleAddress: ((String) -> String)? = nil
  ) {
    self.file = file
    self.code = code
    self.marks = marks
    self.address = address
    self.ruleAddress = ruleAddress
  }

  /// The sheet without a frame around it.
  package var html: HTML {
    """
    <div class="case-file"><div class="whole">
    \(head)
    \(notKnown)
    \(conditions)
    \(hours)
    \(contacts)
    \(way)
    <section class="factors"><h2>Factor by factor</h2>
    \(Rule.Group.allCases.map(group))</section>
    \(history)
    \(changes)
    \(dissent)
    \(signatures)
    <p class="sum">Rules \(String(file.rulesDigest.prefix(12))). Statements are their speakers’; what is alleged is not shown to be so. \
    Nothing published after \(file.asOf.clock) on \(DayText.of(file.asOf.day.iso)) is in it.</p>
    </div>
    <div class="runner" aria-hidden="true"><span>\(running)</span></div></div>
    """
  }

  /// What stands at the foot of every sheet of paper, since sheets get apart.
  private var running: String {
    let code = code.isEmpty ? "" : "\(code) · "
    return
      "\(code)To \(file.movement.destination.name) · as of \(file.asOf.clock) \(file.asOf.day.iso) · "
      + "stale from \(file.staleAt.clock) \(file.staleAt.day.iso) · clears nothing"
  }

  /// A whole document that opens offline.
  package var document: String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Case file: \(file.movement.destination.name) – Patchwork</title>
      <style>\(HTML(markup: CaseFileStyle.document + CaseFileStyle.sheet))</style></head><body><main>
      \(html)
      </main></body></html>

      """
    return page.text
  }

  // MARK: Head

  private var head: HTML {
    let movement = file.movement
    let set = sun.map { "<div><dt>Sunset</dt><dd>\(clock($0.sunset))</dd></div>\n" as HTML } ?? ""
    let mark: HTML = code.isEmpty ? "" : " <code>\(code)</code>"
    return """
      <h1>Movement to <bdi>\(movement.destination.name)</bdi>\(mark)</h1>
      <p class="lead">\(movement.purpose) · \(movement.organisation) · planned by \(movement.assessor)</p>
      \(SituationText.window(file).map { "<p class=\"past\"><b>\($0)</b></p>\n" as HTML } ?? "")<p class="outcome"><strong>\(file.outcome.rawValue)</strong></p>
      <p class="clears">A case file lists what was said and what is not known. It clears nothing and advises nothing.</p>
      <dl class="stamps"><div><dt>Stands as of</dt><dd>\(stamp(file.asOf))</dd></div>
      <div class="stale"><dt>Stale from</dt><dd>\(stamp(file.staleAt))</dd></div>
      <div><dt>Sets out</dt><dd>\(stamp(movement.start))</dd></div>
      <div><dt>Arrives</dt><dd>\(stamp(movement.arrival))</dd></div>
      <div><dt>Unloading ends</dt><dd>\(stamp(movement.end))</dd></div>
      \(set)</dl>
      """
  }

  func stamp(_ moment: Moment) -> HTML { "<b>\(moment.clock)</b> \(DayText.of(moment.day.iso))" }

  func clock(_ minutes: Int) -> String {
    Moment(minutes: minutes, offset: file.movement.end.offset).clock
  }

  /// The sun at the destination on the day on which unloading ends.
  var sun: Daylight? {
    file.movement.destination.coordinate.flatMap {
      Daylight(latitude: $0.latitude, longitude: $0.longitude, on: file.movement.end)
    }
  }

  // MARK: What blocks and what is not met

  private var conditions: HTML {
    let grave = file.factors.enumerated().filter { $0.element.rule.consequence != .none }
      .sorted { a, b in
        (a.element.rule.consequence == .blocks ? 0 : 1, a.offset)
          < (b.element.rule.consequence == .blocks ? 0 : 1, b.offset)
      }
    let items = grave.map { index, factor -> HTML in
      "<li>\(Self.gravity(factor)) \(factor.rule.title)\(about(factor)) <a href=\"#f\(index + 1)\">factor \(index + 1)</a></li>\n"
    }
    return """
      <section><h2>What blocks, and what is not met</h2>
      \(items.isEmpty ? "<p>No factor of the record blocks or leaves a condition unmet. That is no clearance: see what is not known.</p>\n" : "<ul class=\"grave\">\n\(items)</ul>")</section>
      """
  }

  func about(_ factor: Factor) -> HTML {
    factor.party.isEmpty ? "" : ": <bdi>\(factor.party)</bdi>"
  }

  static func gravity(_ factor: Factor) -> HTML {
    switch factor.rule.consequence {
    case .blocks: "<b class=\"blocks\">blocks</b>"
    case .unmet: "<b>condition not met</b>"
    case .none: ""
    }
  }

  // MARK: What would change it

  private var changes: HTML {
    let items = file.counterfactuals.map { change -> HTML in
      "<li>\(SituationText.change(change.change)): <b>\(change.outcome.rawValue)</b></li>\n"
    }
    return """
      <section><h2>What would change the outcome</h2>
      \(items.isEmpty ? "<p>None of the changes that are asked for would.</p>" : "<ul>\n\(items)</ul>")</section>

      """
  }
}
