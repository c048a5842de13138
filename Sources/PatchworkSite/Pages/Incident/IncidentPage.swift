import PatchworkDisplay
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore
import PatchworkText

/// One incident: who says what, who denies it, how many, what is not known, and what people decided.
struct IncidentPage {
  let view: IncidentView
  let visit: Visit
  /// Titles of the reports that tell of it, by id.
  let titles: [String: String]
  /// Places of the record that lie around it.
  let around: [IncidentPicture.Spot]

  static let routes = [
    Route(
      "/incidents/{id}", name: "incident",
      summary: "One incident with everything that was said of it; a former code leads to it too.",
      parameters: [DoneNotice.parameter], schema: IncidentSchema.whole
    ) { visit in
      guard let shown = try visit.shown().incident(visit.part("id")) else {
        throw Refusal.missing("There is no incident “\(visit.part("id"))” in the record.")
      }
      let page = try IncidentPage(shown.value, visit)
      return .page(
        Page(
          title: page.title, section: .incidents, body: { try DoneNotice.html(visit) + page.html },
          json: { IncidentJSON.write(page.view, whole: true, to: &$0) }, removed: shown.removals))
    }
  ]

  init(_ incident: DisclosedIncident, _ visit: Visit) throws {
    view = incident.view
    self.visit = visit
    titles = Dictionary(
      incident.reports.filter { !$0.title.isEmpty }.map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    if let place = view.summary.place, let latitude = place.latitude,
      let longitude = place.longitude
    {
      let degrees = IncidentMap.radius(place).map { $0 * 2.5 / 111.2 } ?? 0.4
      around = try visit.shown(
        visit.record.places(
          latitude: latitude, longitude: longitude, within: max(0.15, degrees), most: 24))
    } else {
      around = []
    }
  }

  var title: String { Self.title(view) }

  /// What is known of an incident in common, as a heading.
  static func title(_ view: IncidentView) -> String {
    let place = view.summary.place.map { " at \($0.name)" } ?? ""
    let words = view.summary.type.words
    let days = view.summary.days.map {
      ", " + DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso)
    }
    return words.prefix(1).uppercased() + words.dropFirst() + place + (days ?? "")
  }

  var html: HTML {
    """
    <article class="incident">
    <header>
    <p class="code"><code>\(view.id)</code>\(formerly)</p>
    <h1>\(title)</h1>
    \(facts)</header>
    \(contents)\(sides)\(contradictions)\(threads)\(figures)\(origins)\(unknowns)\(weapons)\(alike)\(history)\(judging)</article>
    """
  }

  private var formerly: HTML {
    view.aliases.isEmpty ? "" : " formerly \(view.aliases.joined(separator: ", "))"
  }

  /// What, where, when and the grade, each with what it rests on.
  private var facts: HTML {
    let place = view.summary.place
    let days = view.summary.days.map {
      DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso)
    }
    let first = view.accounts.first
    let grade = view.judgements.last { $0.action == .grade }
    let rule =
      grade.map { "given by \($0.who): \($0.reason)" } ?? "rule: \(view.analysis.grade.rule)"
    let whereabouts: HTML =
      place.map { place in
        let name: HTML =
          place.id.map { "<a href=\"\(Address.place($0))\"><bdi>\(place.name)</bdi></a>" }
          ?? "<bdi>\(place.name)</bdi>"
        let written = Set(spellings).subtracting([place.name]).sorted()
        let also: HTML =
          written.isEmpty ? "" : ", written \(written.map { "“\($0)”" }.joined(separator: ", "))"
        let code: HTML = place.pcode.map { ", P-code <code>\($0)</code>" } ?? ""
        return
          "\(name)\(also)\(code)<br><small>\(PlaceText.precision(place.precision)); \(place.rule)</small>"
      } ?? "<i>no account says the place</i>"
    let told: HTML =
      first?.published.map { "<br><small>first told \(DayText.of($0.iso))</small>" } ?? ""
    return """
      <div class="facts"><dl>
      <dt>What</dt><dd>\(view.summary.type.words)</dd>
      <dt>When</dt><dd>\(days.map { "\($0)" as HTML } ?? "<i>no account says the day</i>")\(told)</dd>
      <dt>Where</dt><dd>\(whereabouts)</dd>
      <dt>Grade</dt><dd><b class="grade g-\(view.gradeWord.rawValue)">\(view.gradeWord.rawValue)</b> <small>\(rule)</small></dd>
      <dt>Killed</dt><dd>\(RangeText.of(view.analysis.killed))</dd>
      <dt>Injured</dt><dd>\(RangeText.of(view.analysis.injured))</dd>
      </dl>
      \(IncidentMap(place: place, around: around, ground: visit.site.ground).html)</div>

      """
  }

  /// The names of the place as reports write them.
  private var spellings: [String] {
    guard let id = view.summary.place?.id else { return [] }
    return view.accounts.compactMap { entry in
      let place = entry.account.happening?.place
      return place?.id == id ? place?.quote.text : nil
    }
  }

  private var contents: HTML {
    """
    <nav class="contents" aria-label="On this page"><ul>
    <li><a href="#accounts">Accounts</a></li><li><a href="#figures">How many</a></li>
    <li><a href="#origins">Origins</a></li><li><a href="#unknown">Not known</a></li>
    <li><a href="#history">History</a></li>
    <li><a href="\(Address.query("/exports", [("incident", view.id)]))">Export</a></li>
    </ul></nav>

    """
  }

  /// The name of who speaks, a link where the speaker has a name of their own.
  func speaker(_ account: Account) -> HTML {
    let nameless: [SourceKind] = [.author, .unstated, .anonymous]
    if account.source.who.isEmpty || nameless.contains(account.source.kind) {
      return "<b class=\"who\"><bdi>\(account.speaker)</bdi></b>"
    }
    return
      "<a class=\"who\" href=\"\(Address.speaker(account.source.who))\"><bdi>\(account.speaker)</bdi></a>"
  }

  /// An account's sentence, which leads to where it stands.
  func sentence(_ entry: IncidentAccount) -> HTML {
    """
    <blockquote dir="auto"><a href="\(Address.account(entry.report, entry.account.number))">\
    \(MarkedSentence.html(entry.account))</a></blockquote>
    """
  }

  /// Outlet and day, with the report.
  func published(_ entry: IncidentAccount) -> HTML {
    let outlet = entry.outlet.isEmpty ? "outlet unknown" : entry.outlet
    let day = entry.published.map { DayText.of($0.iso) } ?? "no date"
    let copied: HTML =
      entry.origin == entry.report
      ? ""
      : "<br>in words of <a href=\"\(Address.report(entry.origin))\">\(titles[entry.origin] ?? entry.origin)</a>"
    return """
      <p class="origin"><time>\(day)</time> · <bdi>\(outlet)</bdi>\(copied)</p>
      """
  }
}

/// A range in words.
enum RangeText {
  static func of(_ range: CasualtyRange?) -> HTML {
    guard let range else { return "<i>no account gives a number</i>" }
    let open = range.isOpen ? " or more" : ""
    if range.low == range.high { return "\(Plural.grouped(range.low))\(open)" }
    return """
      \(Plural.grouped(range.low)) to \(Plural.grouped(range.high))\(open)<small>, most say \
      \(Plural.grouped(range.best))</small>
      """
  }
}

/// A sentence with its cue, its speaker and what happened told apart.
enum MarkedSentence {
  static func html(_ account: Account) -> HTML {
    let text = Array(account.sentence.text.utf8)
    let base = account.sentence.span.start
    let marks = Mark.marks(of: account, at: 0).compactMap { mark -> Mark? in
      guard mark.span.start >= base, mark.span.end <= account.sentence.span.end else { return nil }
      return Mark(span: mark.span.shifted(by: -base), role: mark.role, account: 0)
    }
    let whole = account.sentence.span.shifted(by: -base)
    return HTML(
      MarkedPiece.pieces(of: text, in: whole, marks: marks).map { piece -> HTML in
        var classes: [String] = []
        if piece.roles.contains(.trigger) { classes.append("t") }
        if piece.roles.contains(.source) { classes.append("s") }
        if piece.roles.contains(.cue) { classes.append("q") }
        if classes.isEmpty { return "\(piece.text)" }
        classes.append("f-\(account.stance.family.rawValue)")
        return "<span class=\"\(classes.joined(separator: " "))\">\(piece.text)</span>"
      })
  }
}
