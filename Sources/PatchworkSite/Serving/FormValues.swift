import PatchworkText

/// Reads and checks the values of a request against its route.
enum FormValues {
  /// Values by name; a value that its parameter cannot have is refused by name.
  static func read(_ request: SiteRequest, for route: Route) throws -> [String: String] {
    let values = route.method == .get ? try query(request) : try body(request)
    for parameter in route.parameters {
      let value = values[parameter.name] ?? ""
      if !parameter.allows(value) {
        throw Refusal.invalid("“\(parameter.name)” must be \(parameter.hint).")
      }
    }
    return values
  }

  private static func query(_ request: SiteRequest) throws -> [String: String] {
    guard let values = PercentCoding.form(request.query) else {
      throw Refusal.invalid("The query is not percent-encoded UTF-8.")
    }
    return values
  }

  private static func body(_ request: SiteRequest) throws -> [String: String] {
    let type = (request.headers["content-type"] ?? "").prefix { $0 != ";" }
    switch type {
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: request.body, as: UTF8.self),
        let values = PercentCoding.form(text)
      else { throw Refusal.invalid("The form is not percent-encoded UTF-8.") }
      return values
    case "application/json":
      let parsed = request.body.withUnsafeBufferPointer { try? JSONParser.parse($0) }
      guard case .object(let members)? = parsed else {
        throw Refusal.invalid("The body must be a JSON object.")
      }
      var values: [String: String] = [:]
      for member in members {
        switch member.value {
        case .string(let text): values[member.key] = text
        case .number(let text): values[member.key] = text
        case .null: break
        default: throw Refusal.invalid("“\(member.key)” must be a text or a number.")
        }
      }
      return values
    default:
      throw Refusal(
        status: 415, code: "media-type",
        message: "Send application/x-www-form-urlencoded or application/json.")
    }
  }
}
