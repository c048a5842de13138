public import Foundation
import PatchworkDisplay
import PatchworkRecord
public import PatchworkStore

/// The web site over a record: answers requests, whoever carries them here.
public final class Site: Sendable {
  /// The record that it shows.
  public let record: RecordFile
  let options: SiteOptions
  let assets: Assets
  let limits: RateLimits
  let disclosures: Disclosures
  /// Copies the journal outside of the record; nil where that is not asked for.
  let copying: JournalCopying?
  /// What lies under the marks of its maps.
  let ground: MapGround
  /// A secret of this run, from which tokens of forms are made where there are no sessions.
  let secret: String

  /// Makes a site over a record.
  public init(_ record: RecordFile, options: SiteOptions = SiteOptions()) throws {
    self.record = record
    self.options = options
    assets = try Assets()
    limits = RateLimits()
    ground = MapGround(gazetteer: options.gazetteer, tiles: options.tiles)
    disclosures = try Disclosures()
    copying = options.journalCopy.map(JournalCopying.init)
    secret = Secret.make()
  }

  /// Answers one request; errors become answers that say what to do.
  public func answer(_ request: SiteRequest, at time: Date = Date()) -> SiteAnswer {
    let clock = ContinuousClock()
    let begun = clock.now
    let form = AskedForm(request)
    var visitor = Visitor.nobody
    var answer: SiteAnswer
    do {
      try checkHost(of: request)
      visitor = try self.visitor(of: request, at: time)
      try limits.check(request, visitor, at: time)
      answer = try self.answer(request, form, visitor, at: time)
    } catch {
      answer = self.answer(to: refusal(for: error, request, form), form, visitor, request)
    }
    copying?.follow(record, log: options.log)
    answer.headers += SafetyHeaders.all(options)
    if request.method == "HEAD" { (answer.body, answer.stream) = ([], nil) }
    let taken = (clock.now - begun) / .milliseconds(1)
    answer.headers.append(("Server-Timing", "site;dur=\((taken * 100).rounded() / 100)"))
    return answer
  }

  /// What is answered where a request failed; what nobody asked wrongly is told to who runs the site.
  private func refusal(for error: any Error, _ request: SiteRequest, _ form: AskedForm) -> Refusal {
    switch error {
    case let refusal as Refusal: return refusal
    case let error as JudgementError: return error.refusal
    case let error as MovementSealError: return error.refusal
    case let error as KeepingError: return error.refusal
    case RecordFileError.held(_, let state): return state.refusal
    default:
      options.log("\(request.method) \(form.path): \(error)")
      return Refusal(
        status: 500, code: "failed",
        message: "The record could not be used for this. Nothing was changed.")
    }
  }

  private func answer(
    _ request: SiteRequest, _ form: AskedForm, _ visitor: Visitor, at time: Date
  ) throws -> SiteAnswer {
    if let asset = try assets.answer(form.path) { return asset }
    let (route, path) = try Routes.find(request.method, form)
    let mode = try mode()
    try admit(visitor, to: route, form, request)
    try check(route, in: mode)
    let values = try FormValues.read(request, for: route, isForm: !form.isJSON)
    if route.method == .post { try checkForgery(request, visitor, values) }
    let visit = Visit(
      site: self, visitor: visitor, path: path,
      values: values.filter { !$0.value.isEmpty }, target: form.target,
      time: time, now: time.formatted(.iso8601), mode: mode)
    return try render(route.handler(visit), for: visit, form)
  }

  /// Lets a visitor in, or says what is missing.
  private func admit(
    _ visitor: Visitor, to route: Route, _ form: AskedForm, _ request: SiteRequest
  ) throws {
    guard let needed = route.role, !visitor.may(needed) else { return }
    if visitor.role != nil {
      throw Refusal(
        status: 403, code: "not-permitted",
        message: "This asks for the role \(needed.rawValue); a manager can give it.")
    }
    if !form.isJSON, request.method == "GET" {
      throw Refusal(
        status: 303, code: "login", message: "Log in first.",
        headers: [("Location", "/login?next=\(PercentCoding.encode(form.target))")])
    }
    throw Refusal(
      status: 401, code: "login", message: "Log in first, or send an API token.",
      headers: [("WWW-Authenticate", "Bearer realm=\"patchwork\"")])
  }

  private func render(_ answer: Answer, for visit: Visit, _ form: AskedForm) throws -> SiteAnswer {
    switch answer {
    case .page(let page) where form.isJSON:
      var writer = JSONWriter(capacity: 16_384)
      try page.json(&writer)
      writer.newline()
      return SiteAnswer(status: page.status, headers: Self.json, body: writer.bytes)
    case .made(_, let done) where form.isJSON, .redirect(_, let done) where form.isJSON:
      var writer = JSONWriter()
      writer.begin(.object)
      writer.key("done")
      writer.boolean(true)
      writer.member("entry", orNull: done.entry)
      writer.member("secret", orNull: done.secret)
      writer.end(.object)
      writer.newline()
      return SiteAnswer(status: 200, headers: Self.json, body: writer.bytes)
    case .page(let page), .made(let page, _):
      let html = try Layout(site: self, visit: visit).html(page)
      return SiteAnswer(status: page.status, headers: Self.html, body: Array(html.text.utf8))
    case .redirect(let address, let done):
      var headers = [(name: "Location", value: address)]
      headers += done.headers.map { (name: $0.0, value: $0.1) }
      return SiteAnswer(status: 303, headers: headers)
    case .document(let type, let bytes, let headers):
      return SiteAnswer(
        status: 200,
        headers: [("Content-Type", type), ("Cache-Control", "no-store")]
          + headers.map { (name: $0.0, value: $0.1) }, body: bytes)
    case .stream(let type, let stream, let headers):
      return SiteAnswer(
        status: 200,
        headers: [
          ("Content-Type", type), ("Cache-Control", "no-store"),
          ("Trailer", stream.trailers.joined(separator: ", ")),
        ] + headers.map { (name: $0.0, value: $0.1) }, stream: stream)
    }
  }

  private func answer(
    to refusal: Refusal, _ form: AskedForm, _ visitor: Visitor, _ request: SiteRequest
  ) -> SiteAnswer {
    let extra = refusal.headers.map { (name: $0.0, value: $0.1) }
    if form.isJSON {
      var writer = JSONWriter()
      writer.begin(.object)
      writer.key("error")
      writer.begin(.object)
      writer.member("code", refusal.code)
      writer.member("message", refusal.message)
      writer.end(.object)
      writer.end(.object)
      writer.newline()
      return SiteAnswer(status: refusal.status, headers: Self.json + extra, body: writer.bytes)
    }
    let html = Layout(site: self, visitor: visitor, target: form.target).refusal(refusal)
    return SiteAnswer(
      status: refusal.status, headers: Self.html + extra, body: Array(html.text.utf8))
  }

  private static let json = [
    (name: "Content-Type", value: "application/json"), (name: "Cache-Control", value: "no-store"),
  ]
  private static let html = [
    (name: "Content-Type", value: "text/html; charset=utf-8"),
    (name: "Cache-Control", value: "no-store"),
  ]
}

extension JudgementError {
  /// The refusal that says so.
  var refusal: Refusal {
    switch self {
    case .noReport(let id): .missing("There is no report “\(id)”.")
    case .noAccount(let report, let number):
      .missing("Report “\(report)” has no account \(number).")
    case .noIncident(let id): .missing("There is no incident “\(id)”.")
    case .noJudgement(let number): .missing("Entry \(number) is no judgement that counts.")
    case .value(let field, let value):
      .against("“\(value)” is nothing that \(field.rawValue) can be there.")
    case .notInIncident(let report, let incident):
      .against("Report “\(report)” is not on incident \(incident).")
    case .noWords(let report, let words):
      .against("Report “\(report)” has no words “\(words)”.")
    case .noActor(let name): .missing("No speaker of the name “\(name)” is in the record.")
    case .nameless: .invalid("Who decides must be named.")
    case .unreasoned: .invalid("Give a reason: every change asks for one.")
    }
  }
}
