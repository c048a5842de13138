import PatchworkDisclosure
import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// The record as files for other programs and people: redacted for everybody, whole for a manager with a reason.
enum ExportsPage {
  private static let incident = Parameter(
    name: "incident", kind: .text(most: 120), summary: "One incident alone, by its code.")
  private static let narrow = ListFilter.all + [incident]
  private static func file(_ files: [ExportFile]) -> Parameter {
    Parameter(
      name: "file", kind: .word(files.map(\.name)), summary: "Which file.", isRequired: true)
  }

  static let routes =
    [
      Route(
        "/exports", name: "exports", summary: "The files that can be had of the record.",
        parameters: narrow,
        schema: .object([
          (
            "files",
            .list(
              .object([
                ("name", .string), ("address", .string), ("type", .string), ("of", .string),
                ("summary", .string),
              ]))
          )
        ])
      ) { visit in .page(try page(visit)) },
      Route(
        "/exports/about", name: "export-about",
        summary:
          "What a redacted export says of itself: sources, licences, conventions, what was left out.",
        parameters: [file(ExportFile.all)] + narrow, schema: .object([("about", .any)])
      ) { visit in .page(try about(visit)) },
      Route(
        "/exports/full", method: .post, name: "export-full",
        summary:
          "An export with nothing left out; the name of who asks and the reason go into the journal.",
        role: .manager, most: .readOnly, form: .document("application/octet-stream"),
        parameters: [file(ExportFile.all + [.dossier])] + narrow + [.reason]
      ) { visit in try full(visit) },
      Route(
        "/incidents/{id}/dossier", name: "dossier", summary: ExportFile.dossier.summary,
        form: .document(ExportFile.dossier.type)
      ) { visit in
        try ExportMaking(visit.with("incident", visit.part("id")), .dossier).answer()
      },
    ]
    + ExportFile.all.map { file in
      Route(
        "/exports/\(file.name)", name: "export-\(file.name)",
        summary: file.summary + " Redacted.", form: .document(file.type), parameters: narrow
      ) { visit in try ExportMaking(visit, file).answer() }
    }

  private static func full(_ visit: Visit) throws -> Answer {
    guard let file = ExportFile.named(visit.value("file")),
      let warrant = Warrant(who: visit.visitor.name, reason: visit.value("reason") ?? "")
    else { throw Refusal.invalid("Say which file, and why.") }
    if file == .dossier, visit.value("incident") == nil {
      throw Refusal.against("A dossier is of one incident: name it.")
    }
    try visit.record.enterDisclosure(of: "export \(file.name)", visit.decision)
    guard
      case .stream(_, let body, let headers) = try ExportMaking(
        visit, file, right: .full(warrant)
      ).answer()
    else { throw Refusal.invalid("Say which file.") }
    return .stream(type: "application/octet-stream", body, headers: headers)
  }

  private static func about(_ visit: Visit) throws -> Page {
    guard let file = ExportFile.named(visit.value("file")) else {
      throw Refusal.invalid("Say which file.")
    }
    let about = try ExportMaking(visit, file).written { _ in }
    return Page(
      title: "About \(file.name)",
      body: {
        // Line ends are the page's own: within a value they would be shown as signs.
        """
        <h1>What <code>\(file.name)</code> says of itself</h1>
        <pre class="about">\(HTML(about.lines().map { "\($0)" }, separator: "\n"))</pre>
        """
      },
      json: { writer in
        writer.begin(.object)
        writer.key("about")
        about.write(to: &writer)
        writer.end(.object)
      })
  }

  private static func files(_ visit: Visit) -> [(file: ExportFile, address: String)] {
    let isNarrow = ["type", "stance", "speaker"].contains { visit.value($0) != nil }
    let known =
      visit.value("incident") == nil
      ? ExportFile.all.filter { !isNarrow || !$0.rows.isOfSituation }
      : ExportFile.all.filter { $0.rows == .incidents }
    var files = known.map { ($0, ExportMaking(visit, $0).address(of: "/exports/\($0.name)")) }
    if let id = visit.value("incident") {
      files.insert((.dossier, "\(Address.incident(id))/dossier"), at: 0)
    }
    return files
  }

  private static func page(_ visit: Visit) throws -> Page {
    let list = try ListFilter(visit, path: "/exports")
    let files = files(visit)
    let count: Int? =
      visit.value("incident") == nil ? try visit.record.incidentCount(list.filter) : nil
    return Page(
      title: "Exports",
      body: { html(visit, list, files, count) },
      json: { writer in
        writer.begin(.object)
        writer.list("files", files) { entry, writer in
          writer.begin(.object)
          writer.member("name", entry.file.name)
          writer.member("address", entry.address)
          writer.member("type", entry.file.type)
          writer.member("of", entry.file.rows.rawValue)
          writer.member("summary", entry.file.summary)
          writer.end(.object)
        }
        writer.end(.object)
      })
  }

  private static func html(
    _ visit: Visit, _ list: ListFilter, _ files: [(file: ExportFile, address: String)],
    _ count: Int?
  ) -> HTML {
    func table(_ name: HTML, _ files: [(file: ExportFile, address: String)]) -> HTML {
      var table = Table(name, ["File", "What it is", "Left out of it"])
      table.rows = files.map { entry in
        let said = ExportMaking(visit, entry.file).address(of: "/exports/about")
        return [
          "<a href=\"\(entry.address)\" download>\(entry.file.name)</a>", "\(entry.file.summary)",
          entry.file == .dossier ? "said at its end" : "<a href=\"\(said)\">what, and why</a>",
        ]
      }
      return table.html
    }
    let situation = files.filter(\.file.rows.isOfSituation)
    let ofSituation: HTML =
      situation.isEmpty
      ? ""
      : """
      <section><h2>Truces and areas</h2>
      <p class="lead">Narrowed by days and place. Without a first day they are of the year, area days of the month, before the last \
      day.</p>
      \(table("Files of truces and areas", situation))</section>

      """
    let of: HTML =
      visit.value("incident").map {
        "of <a href=\"\(Address.incident($0))\"><code>\($0)</code></a>"
      } ?? "of \(Plural.text(count ?? 0, "incident"))"
    return """
      <h1>Exports</h1>
      \(visit.value("incident") == nil ? list.form : "")<p class="sum">Files \(of)</p>
      <p class="lead">Every file is redacted: without names of private persons, ways to reach people, exact points of \
      sensitive places, and movements that have not ended long enough before; inside quoted sentences too. Each says what \
      was left out, its sources, licences and conventions.</p>
      \(table("Files of the record", files.filter { !$0.file.rows.isOfSituation }))\(ofSituation)\(fullForm(visit, files))
      """
  }

  private static func fullForm(
    _ visit: Visit, _ files: [(file: ExportFile, address: String)]
  ) -> HTML {
    guard visit.visitor.may(.manager) else { return "" }
    let kept = narrow.compactMap { parameter -> HTML? in
      visit.value(parameter.name).map {
        "<input type=\"hidden\" name=\"\(parameter.name)\" value=\"\($0)\">\n"
      }
    }
    let options = files.map {
      "<option value=\"\($0.file.name)\">\($0.file.name)</option>" as HTML
    }
    var form = ChangeForm(
      visit: visit, address: "/exports/full", buttons: [("Take it out whole", "")])
    form.fields = """
      \(kept)<p><label>File <select name="file">\(options)</select></label></p>

      """
    return """
      <section><h2>With nothing left out</h2>
      <p class="lead">It can harm people who are named in it. Your name and the reason are kept in the journal.</p>
      \(form.html)</section>

      """
  }
}
