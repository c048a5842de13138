import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// Words in reports, and names of speakers and places, with facets to narrow by.
enum SearchPage {
  static let words = Parameter(
    name: "q", kind: .text(most: 200), summary: "Words, all of which must be there.")

  static let routes = [
    Route(
      "/search", name: "search",
      summary: "Reports with all of some words, and speakers and places whose names hold them.",
      parameters: [words] + ListFilter.all + [Paging.parameter],
      schema: .object([
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer),
        (
          "facets",
          .list(.object([("field", .string), ("value", .string), ("reports", .integer)]))
        ),
        ("incident", .nullable(.string)), ("speakers", .list(.string)),
        ("places", .list(.object([("id", .string), ("name", .string)]))),
        ("reports", .list(.object([("report", ReportsPage.row), ("passage", .string)]))),
      ])
    ) { visit in .page(try page(visit)) }
  ]

  private static func page(_ visit: Visit) throws -> Page {
    let words = visit.value("q") ?? ""
    let list = try ListFilter(
      visit, path: "/search", names: ["q"] + ListFilter.all.map(\.name))
    let (total, facets) = try visit.record.facets(words, list.filter)
    let shown = try visit.shown().search(words, list.filter)
    let rows = shown.value
    var byName = RecordFilter()
    byName.speaker = words
    byName.limit = 8
    let speakers = words.isEmpty ? [] : try visit.shown().speakers(byName).value.map(\.who)
    let places =
      words.isEmpty
      ? [] : try visit.record.places(named: words, limit: 8, offset: 0).map(\.place)
    // Codes have no spaces; whoever has one in hand wants its incident.
    let coded =
      words.isEmpty || words.contains(" ")
      ? nil : try visit.shown().incident(words.uppercased())?.value.view
    let paging = list.paging(total: total, isLeast: total == RecordFile.mostOfFacets)
    return Page(
      title: words.isEmpty ? "Search" : "Search: \(words)",
      body: {
        let names = of(coded) + named(speakers, places)
        let hits = rows.map(hit)
        let none: HTML =
          words.isEmpty
          ? "<p class=\"none\">Type words that a report must have.</p>\n"
          : "<p class=\"none\">No report has all of these words.</p>\n"
        return """
          <h1>Search</h1>
          <form class="filter" action="/search"><p><label for="q">Words</label>
          <input id="q" name="q" type="search" maxlength="200" value="\(words)"></p><p class="act"><button>Search</button></p></form>
          <div class="with-facets"><aside class="facets" aria-label="Narrow">\(facetLists(facets, list))</aside>
          <div>\(names)<p class="sum">\(paging.count("report"))</p>
          \(hits.isEmpty ? none : "<ol class=\"plain hits\">\n\(hits)</ol>\n")\(paging.html)</div></div>
          """
      },
      json: { writer in
        writer.begin(.object)
        writer.paging(paging)
        writer.list("facets", facets) { facet, writer in
          writer.begin(.object)
          writer.member("field", facet.field)
          writer.member("value", facet.value)
          writer.member("reports", orNull: facet.reports)
          writer.end(.object)
        }
        writer.member("incident", orNull: coded?.id)
        writer.list("speakers", speakers) { $1.string($0) }
        writer.list("places", places) { place, writer in
          writer.begin(.object)
          writer.member("id", place.id)
          writer.member("name", place.name)
          writer.end(.object)
        }
        writer.list("reports", rows) { row, writer in
          writer.begin(.object)
          writer.key("report")
          ReportsPage.write(row.report, to: &writer)
          writer.member(
            "passage", row.passage.replacing("\u{2068}", with: "").replacing("\u{2069}", with: ""))
          writer.end(.object)
        }
        writer.end(.object)
      }, removed: shown.removals)
  }

  private static func hit(_ row: SearchRow) -> HTML {
    let report = row.report
    let day = report.published.map { DayText.of($0.iso) } ?? "no date"
    return """
      <li><a href="\(Address.report(report.id))" dir="auto">\(report.title.isEmpty ? report.id : report.title)</a>
      <p dir="auto">\(marked(row.passage))</p>
      <small><time>\(day)</time> · <bdi>\(report.outlet.isEmpty ? "outlet unknown" : report.outlet)</bdi> · \
      \(Plural.text(report.accounts, "account"))</small></li>

      """
  }

  /// A passage with what was searched for marked: it stands between two marks of direction.
  static func marked(_ passage: String) -> HTML {
    var html: HTML = ""
    var isMarked = false
    var word = ""
    func flush() { html += isMarked ? "<mark>\(word)</mark>" : "\(word)" }
    for scalar in passage.unicodeScalars {
      if scalar == "\u{2068}" || scalar == "\u{2069}" {
        flush()
        word = ""
        isMarked = scalar == "\u{2068}"
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    flush()
    return html
  }

  private static func facetLists(_ facets: [Facet], _ list: ListFilter) -> HTML {
    HTML(
      [("type", "What"), ("stance", "Stance")].map { field, title -> HTML in
        let items = facets.filter { $0.field == field }.prefix(12).map { facet -> HTML in
          let isOn = list.visit.value(field) == facet.value
          return """
            <li><a href="\(list.address([(field, isOn ? "" : facet.value)]))"\(isOn ? " aria-current=\"true\"" as HTML : "")>\
            \(facet.value.replacing("-", with: " "))</a> <small>\(facet.reports)</small></li>

            """
        }
        return items.isEmpty ? "" : "<h2>\(title)</h2>\n<ul class=\"plain\">\n\(items)</ul>\n"
      }) + outlets(facets)
  }

  private static func outlets(_ facets: [Facet]) -> HTML {
    let items = facets.filter { $0.field == "outlet" }.prefix(10).map { facet -> HTML in
      "<li><bdi>\(facet.value)</bdi> <small>\(facet.reports)</small></li>\n"
    }
    return items.isEmpty ? "" : "<h2>Outlets</h2>\n<ul class=\"plain\">\n\(items)</ul>\n"
  }

  /// The incident whose code was searched for.
  private static func of(_ view: IncidentView?) -> HTML {
    view.map { view -> HTML in
      """
      <p>Incident: <a href="\(Address.incident(view.id))">\(IncidentPage.title(view))</a> <code>\(view.id)</code></p>

      """
    } ?? ""
  }

  private static func named(_ speakers: [String], _ places: [PlaceRow]) -> HTML {
    let people = speakers.map { "<a href=\"\(Address.speaker($0))\"><bdi>\($0)</bdi></a>" as HTML }
    let spots = places.map {
      "<a href=\"\(Address.place($0.id))\"><bdi>\($0.name)</bdi></a>" as HTML
    }
    return (people.isEmpty ? "" : "<p>Speakers: \(HTML(people, separator: ", "))</p>\n")
      + (spots.isEmpty ? "" : "<p>Places: \(HTML(spots, separator: ", "))</p>\n")
  }
}
