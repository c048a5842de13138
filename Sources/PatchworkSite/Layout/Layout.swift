import PatchworkDisclosure
import PatchworkDisplay
import PatchworkPlaces
import PatchworkStore

/// What stands around every page.
struct Layout {
  let site: Site
  let visitor: Visitor
  let target: String
  /// What may be done with the record, where that is known.
  var mode = RecordModeState.initial

  init(site: Site, visit: Visit) {
    self.init(site: site, visitor: visit.visitor, target: visit.target)
    mode = visit.mode
  }

  init(site: Site, visitor: Visitor, target: String) {
    self.site = site
    self.visitor = visitor
    self.target = target
  }

  func html(_ page: Page) throws -> HTML {
    frame(
      title: page.title, section: page.section, body: try page.body() + left(page.removed),
      links: HTML(
        page.alternates.map {
          "<link rel=\"alternate\" type=\"\($0.type)\" title=\"\($0.title)\" href=\"\($0.address)\">\n"
        }))
  }

  /// A refusal as a page.
  func refusal(_ refusal: Refusal) -> HTML {
    let title =
      switch refusal.status {
      case 404: "Not found"
      case 403: "Not permitted"
      case 423: "Held up"
      case 429: "Too many requests"
      case 500: "Failed"
      default: "Not as asked"
      }
    return frame(
      title: title, section: nil,
      body: "<h1>\(title)</h1>\n<p class=\"lead\">\(refusal.message)</p>", links: "")
  }

  private func frame(title: String, section: Page.Section?, body: HTML, links: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) – Patchwork</title>
    <link rel="stylesheet" href="\(site.assets.style.address)">
    <script defer src="\(site.assets.script.address)"></script>
    <link rel="icon" href="\(site.assets.icon.address)">
    \(links)</head>
    <body class="desk">
    <a class="skip" href="#main">To the content</a>
    <header class="bar">
    <a class="name" href="/">Patchwork</a>
    \(navigation(section))\(search)\(who)</header>
    \(notice)\(held)<main id="main" tabindex="-1">
    \(body)
    </main>
    <footer class="foot">
    <p>Read by machine; what people decided stands on it with a name and a reason. Every value leads to its sentence, and \
    none is a verdict. <a href="\(json)">This page as JSON</a> · <a href="/openapi.json">the API</a></p>
    <p class="rights">\(rights)</p>
    </footer>
    </body>
    </html>

    """
  }

  /// What the licences of the gazetteer's sources ask to be said wherever their places are shown.
  private var rights: HTML {
    let sources = site.options.gazetteer?.sources ?? [.geonames, .ocha, .supplement]
    let lines = sources.map { source -> HTML in
      source.url.isEmpty
        ? "\(source.attribution)" : "<a href=\"\(source.url)\">\(source.attribution)</a>"
    }
    return "Places: \(HTML(lines, separator: " "))"
  }

  private var json: String {
    let parts = target.split(separator: "?", maxSplits: 1)
    let path = parts.first.map(String.init) ?? "/"
    let twin = path == "/" ? "/index.json" : path + ".json"
    // A program does not give what it does not want.
    let given = parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasSuffix("=") } : []
    return given.isEmpty ? twin : "\(twin)?\(given.joined(separator: "&"))"
  }

  private func navigation(_ current: Page.Section?) -> HTML {
    guard visitor.role != nil else { return "" }
    let sections = Page.Section.allCases.filter {
      ![.areas, .ceasefires, .movements, .review].contains($0) || visitor.may(.analyst)
    }
    let items = sections.map { section -> HTML in
      let name = section.rawValue
      let mark: HTML = section == current ? " aria-current=\"page\"" : ""
      return
        "<li><a href=\"/\(name)\"\(mark)>\(name.prefix(1).uppercased() + name.dropFirst())</a></li>\n"
    }
    return "<nav aria-label=\"Pages\"><ul>\n\(items)</ul></nav>\n"
  }

  private var search: HTML {
    guard visitor.role != nil else { return "" }
    return """
      <form class="find" action="/search" role="search"><label for="find">Search</label>
      <input id="find" name="q" type="search" maxlength="200" placeholder="Words of reports"></form>

      """
  }

  private var who: HTML {
    switch visitor.door {
    case .none: return ""
    case .local: return "<p class=\"who-am-i\">\(visitor.name)\(links)</p>\n"
    default:
      let role = visitor.role?.rawValue ?? ""
      return """
        <form class="who-am-i" method="post" action="/logout">
        <input type="hidden" name="form_token" value="\(site.formToken(of: visitor))">
        <span><bdi>\(visitor.name)</bdi>, \(role)\(links)</span> <button class="plain">Log out</button></form>

        """
    }
  }

  /// What is not for every day.
  private var links: HTML {
    let manage: HTML =
      visitor.may(.manager)
      ? " · <a href=\"/users\">Users</a> · <a href=\"/journal\">Journal</a> · <a href=\"/mode\">Mode</a>"
      : ""
    return " · <a href=\"/exports\">Exports</a>" + manage + " · <a href=\"/tokens\">Tokens</a>"
  }

  /// What was left out of a page, said on it.
  private func left(_ removed: Removals) -> HTML {
    guard !removed.isEmpty else { return "" }
    return """
      <p class="notice">Left out of this page for readers: \(removed.words). Names of persons of whom no report states a public \
      office, ways to reach people, points of sensitive places, and movements that have not ended long enough before.</p>

      """
  }

  /// That less than usual may be done with the record, said on every page.
  private var held: HTML {
    mode.mode == .normal ? "" : "<p class=\"notice\">The record is <bdi>\(mode.words)</bdi>.</p>\n"
  }

  private var notice: HTML {
    guard case .local = visitor.door else { return "" }
    return """
      <p class="notice desk-note">This record has no users: whoever reaches this machine works here as one local analyst. \
      <code>patchwork users add</code> gives each person a name.</p>

      """
  }
}
