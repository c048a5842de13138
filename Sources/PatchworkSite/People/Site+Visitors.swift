import Foundation
import PatchworkStore

extension Site {
  /// The name under which one works where the record has no users.
  static let localName = "local analyst"

  /// The names by which a browser on this machine calls it.
  public static let loopbackNames: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// Refuses names that the site is not called by, so that a page elsewhere cannot have its own name lead here.
  func checkHost(of request: SiteRequest) throws {
    guard !options.hosts.isEmpty else { return }
    let host = request.headers["host"] ?? ""
    var name = host[...]
    if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
      name = host[..<colon]
    }
    guard options.hosts.contains(name.lowercased()) else {
      throw Refusal(
        status: 421, code: "wrong-host", message: "The site is not called by this name.")
    }
  }

  /// Who asks: by token, proxy or session; without users anyone on this machine.
  func visitor(of request: SiteRequest, at time: Date) throws -> Visitor {
    let now = Int(time.timeIntervalSince1970)
    if let given = request.headers["authorization"] {
      guard given.lowercased().hasPrefix("bearer "),
        let access = try record.token(String(given.dropFirst(7)), now: now)
      else {
        throw Refusal(
          status: 401, code: "token", message: "The token is none, or has ended.",
          headers: [("WWW-Authenticate", "Bearer realm=\"patchwork\", error=\"invalid_token\"")])
      }
      return Visitor(name: access.user.name, role: access.role, door: .token(scope: access.scope))
    }
    guard try record.hasUsers() else {
      return Visitor(name: Self.localName, role: .manager, door: .local)
    }
    if let header = options.userHeader {
      guard let name = request.headers[header], let user = try record.user(name) else {
        return .nobody
      }
      return Visitor(name: user.name, role: user.role, door: .proxy)
    }
    guard let secret = request.cookie(cookieName),
      let access = try record.session(secret, now: now)
    else { return .nobody }
    return Visitor(
      name: access.user.name, role: access.role,
      door: .session(id: secret, csrf: access.formToken))
  }

  /// With HTTPS a name that browsers keep to this host and to secure connections.
  var cookieName: String { options.isBehindHTTPS ? "__Host-patchwork" : "patchwork" }

  /// What the forms of a visitor carry.
  func formToken(of visitor: Visitor) -> String {
    switch visitor.door {
    case .session(_, let csrf): csrf
    case .local, .none, .proxy: Secret.hash("\(secret) \(visitor.name)")
    case .token: ""
    }
  }

  /// Refuses what was not sent by a page of the site itself; a program's token cannot be sent by another's page.
  func checkForgery(
    _ request: SiteRequest, _ visitor: Visitor, _ values: [String: String]
  ) throws {
    if case .token = visitor.door { return }
    let site = request.headers["sec-fetch-site"] ?? "same-origin"
    // A page elsewhere cannot send JSON without asking first, and it is never told that it may.
    let isJSON = (request.headers["content-type"] ?? "").hasPrefix("application/json")
    if isJSON, ["same-origin", "none"].contains(site) { return }
    let given = values["form_token"] ?? request.headers["x-form-token"] ?? ""
    guard Secret.areEqual(given, formToken(of: visitor)), ["same-origin", "none"].contains(site)
    else {
      throw Refusal(
        status: 403, code: "form",
        message: "The form is from another visit. Go back, load the page again and repeat it.")
    }
  }
}
