import PatchworkStore

/// Every address of the site.
///
/// A page is a file of `Pages/` with its routes; this is the list of them.
enum Routes {
  static let all: [Route] =
    [
      HomePage.routes, IncidentsPage.routes, IncidentPage.routes, ReportsPage.routes,
      ReportPage.routes, SpeakersPage.routes, SpeakerPage.routes, SpeakerNames.routes,
      PlacesPage.routes,
      PlacePage.routes, AreasPage.routes, DrawnAreaPage.routes, AreaPage.routes,
      CeasefiresPage.routes, CeasefirePage.routes, MeetingsPage.routes,
      MovementsPage.routes,
      MovementForm.routes, MovementPage.routes, RulesPage.routes, RulePage.routes,
      SearchPage.routes,
      BriefPage.routes, ReviewPage.routes,
      ComparePage.routes, ReportKeeping.routes, JudgingPage.routes, IncidentJudging.routes,
      AddPage.routes,
      ExportsPage.routes, JournalPage.routes, LoginPage.routes, ModePage.routes,
      UsersPage.routes, TokensPage.routes,
      OpenAPIDocument.routes,
    ].flatMap { $0 }

  /// Whether what a form sends to an address is taken in a mode of the record.
  static func takes(_ address: String, in mode: RecordMode) -> Bool {
    if mode == .normal { return true }
    let path = address.prefix { $0 != "?" }.split(separator: "/")
    return all.contains { $0.method == .post && $0.most >= mode && $0.match(path) != nil }
  }

  /// The route of a request with the values of its path.
  static func find(
    _ method: String, _ form: AskedForm
  ) throws -> (route: Route, values: [String: String]) {
    let path = form.path.split(separator: "/")
    let found = all.compactMap { route in route.match(path).map { (route: route, values: $0) } }
    guard !found.isEmpty else { throw Refusal.missing("There is no page of this address.") }
    let asked = method == "HEAD" ? "GET" : method
    guard let match = found.first(where: { $0.route.method.rawValue == asked }) else {
      let allowed = Set(found.map(\.route.method.rawValue)).sorted()
      throw Refusal(
        status: 405, code: "method", message: "This address cannot be asked so.",
        headers: [
          ("Allow", (allowed + (allowed.contains("GET") ? ["HEAD"] : [])).joined(separator: ", "))
        ])
    }
    return match
  }
}
