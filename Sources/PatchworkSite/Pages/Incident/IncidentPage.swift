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
  /// The reports that tell of it.
  let reports: [NamedReport]
  /// Their titles by id, where they have one.
  let titles: [String: String]
  /// Places of the record that lie around it.
  let around: [IncidentPicture.Spot]
  /// What else the record has of its days and place.
  let beside: IncidentSurroundings

  static let routes = [
    Route(
      "/incidents/{id}", name: "incident",
      summary: "One incident with everything that was said of it; a former code leads to it too.",
      parameters: [DoneNotice.parameter], schema: IncidentTwin.schema
    ) { visit in
      guard let shown = try visit.shown().incident(visit.part("id")) else {
        throw Refusal.missing("There is no incident “\(visit.part("id"))” in the record.")
      }
      let page = try IncidentPage(shown.value, visit)
      return .page(
        Page(
          title: page.title, section: .incidents, body: { try DoneNotice.html(visit) + page.html },
          json: { IncidentTwin(page: page).write(to: &$0) }, removed: shown.removals))
    }
  ]

  init(_ incident: DisclosedIncident, _ visit: Visit) throws {
    view = incident.view
    self.visit = visit
    beside = try IncidentSurroundings(view, visit)
    reports = incident.reports
    titles = Dictionary(
      reports.filter { !$0.title.isEmpty }.map { ($0.id, $0.title) },
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
  static func title(_ view: IncidentView) -> String { title(view.summary) }

  static func title(_ summary: IncidentSummary) -> String {
    let place = summary.place.map { " at \($0.name)" } ?? ""
    let words = summary.type.words
    let days = summary.days.map {
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
    \(shared)\(perhapsSame)\(facts)</header>
    \(contents)\(sides)\(contradictions)\(threads)\(figures)\(origins)\(unknowns)\(weapons)\(beside.html)\(alike)\(history)\(judging)</article>
    """
  }

  private var formerly: HTML {
    view.aliases.isEmpty ? "" : " formerly \(view.aliases.joined(separator: ", "))"
  }

  /// What all accounts that say it agree on, in one sentence.
  private var shared: HTML {
    let reports = Set(view.accounts.map(\.report)).count
    let answers = SharedGround(view.summary, view.accounts).answers
    let agree = answers.filter { $0.same == $0.all }.map { "\($0.question)" as HTML }
    let differ = answers.filter { $0.same < $0.all }.map { answer -> HTML in
      "\(answer.question) (\(Plural.grouped(answer.same)) of \(Plural.grouped(answer.all)) as in the heading)"
    }
    let same: HTML =
      agree.isEmpty ? "" : " All that say so agree on \(HTML(agree, separator: ", "))."
    let other: HTML =
      differ.isEmpty ? "" : " They differ on \(HTML(differ, separator: ", "))."
    return """
      <p class="lead">\(Plural.text(view.accounts.count, "account")) in \(Plural.text(reports, "report")) of \
      \(Plural.text(view.origins, "origin")).\(same)\(other)</p>

      """
  }

  /// A word of warning where the incident is possibly one with others.
  private var perhapsSame: HTML {
    guard !view.possiblySame.isEmpty else { return "" }
    let links = view.possiblySame.prefix(3).map {
      "<a href=\"\(Address.incident($0.id))\"><code>\($0.id)</code></a>" as HTML
    }
    let more: HTML =
      view.possiblySame.count > 3 ? " and \(view.possiblySame.count - 3) more" : ""
    return """
      <p><span class="badge warn">possibly one</span> with \(HTML(links, separator: ", "))\(more): <a href="#links">why</a></p>

      """
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
        let written = spellings.filter { $0.name != place.name }.map { spelling -> HTML in
          "<a href=\"\(Address.account(spelling.entry.report, spelling.entry.account.number))\"><q>\(spelling.name)</q></a>"
        }
        let also: HTML = written.isEmpty ? "" : ", written \(HTML(written, separator: ", "))"
        let code: HTML = place.pcode.map { ", P-code <code>\($0)</code>" } ?? ""
        return
          "\(name)\(also)\(code)<br><small>\(PlaceText.precision(place.precision)); \(place.rule)\(firstSaid { $0.place?.name == place.name })</small>"
      } ?? "<i>no account says the place</i>"
    let told = [
      view.summary.days.map(DayText.closeness),
      first?.published.map { "first told \(DayText.of($0.iso))" },
    ].compactMap { $0 }.joined(separator: "; ")
    return """
      <div class="facts"><dl>
      <dt>What</dt><dd>\(view.summary.type.words)<small>\(firstSaid { $0.type == view.summary.type })</small></dd>
      <dt>When</dt><dd>\(days.map { "\($0)" as HTML } ?? "<i>no account says the day</i>")<br><small>\(told)\(whenSaid)</small></dd>
      <dt>Where</dt><dd>\(whereabouts)</dd>
      <dt>Grade</dt><dd><b class="grade g-\(view.gradeWord.rawValue)">\(view.gradeWord.rawValue)</b> <small>\(rule)</small></dd>
      <dt>Killed</dt><dd><a href="#figures">\(RangeText.of(view.analysis.killed))</a></dd>
      <dt>Injured</dt><dd><a href="#figures">\(RangeText.of(view.analysis.injured))</a></dd>
      </dl>
      \(IncidentMap(place: place, around: around, ground: visit.site.ground).html)</div>

      """
  }

  /// The names of the place as reports write them, each with where one does.
  var spellings: [(name: String, entry: IncidentAccount)] {
    guard let id = view.summary.place?.id else { return [] }
    var seen: Set<String> = []
    return view.accounts.compactMap { entry in
      guard let place = entry.account.happening?.place, place.id == id,
        seen.insert(place.quote.text).inserted
      else { return nil }
      return (place.quote.text, entry)
    }.sorted { $0.name < $1.name }
  }

  /// Who first says the day, and where.
  private var whenSaid: HTML {
    guard let days = view.summary.days else { return "" }
    return firstSaid { $0.time?.from == days.lowerBound.iso && $0.time?.to == days.upperBound.iso }
  }

  /// The first account that says something, as what leads to its sentence; nothing where none does.
  private func firstSaid(_ says: (Happening) -> Bool) -> HTML {
    guard let entry = view.accounts.first(where: { $0.account.happening.map(says) ?? false })
    else { return "" }
    return """
      ; first said by <a href="\(Address.account(entry.report, entry.account.number))"><bdi>\(entry.account.speaker)</bdi></a>
      """
  }

  private var contents: HTML {
    """
    <nav class="contents" aria-label="On this page"><ul>
    <li><a href="#accounts">Accounts</a></li><li><a href="#figures">How many</a></li>
    <li><a href="#origins">Origins</a></li><li><a href="#unknown">Not known</a></li>
    \(beside.isEmpty ? "" : "<li><a href=\"#beside\">Beside it</a></li>")\
    <li><a href="#history">History</a></li>
    <li><a href="\(Address.query("/exports", [("incident", view.id)]))">Export</a></li>
    </ul></nav>

    """
  }

  /// Outlet and day, with the report.
  func published(_ entry: IncidentAccount) -> HTML {
    let copied: HTML =
      entry.origin == entry.report
      ? ""
      : "<br>in words of <a href=\"\(Address.report(entry.origin))\">\(titles[entry.origin] ?? entry.origin)</a>"
    return """
      <p class="origin">\(Said.published(entry))\(copied)</p>
      """
  }
}

/// A range in words.
enum RangeText {
  /// How many were killed, as a part of a line.
  static func killed(_ range: CasualtyRange?) -> HTML {
    range.map { "killed \(of($0))" } ?? "no account numbers the killed"
  }

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
