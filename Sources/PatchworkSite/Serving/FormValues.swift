import PatchworkText

/// Reads and checks the values of a request against its route.
enum FormValues {
  /// Values by name; a value that its parameter cannot have is refused by name.
  ///
  /// `isForm` is whether a person's browser asks, whose forms send empty what was not filled in.
  static func read(
    _ request: SiteRequest, for route: Route, isForm: Bool
  ) throws -> [String: String] {
    let given = route.method == .get ? try query(request) : try body(request, for: route)
    // A null would end the text where the record gives it back.
    let values = given.mapValues { $0.replacing("\0", with: "\u{FFFD}") }
    for parameter in route.parameters {
      let value = values[parameter.name]
      if value == nil ? parameter.isRequired : !parameter.allows(value ?? "", inForm: isForm) {
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

  private static func body(
    _ request: SiteRequest, for route: Route
  ) throws -> [String: String] {
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
      for member in members where member.key != "form_token" {
        guard let parameter = route.parameters.first(where: { $0.name == member.key }) else {
          throw Refusal.invalid("“\(member.key)” is nothing that is taken here.")
        }
        switch (member.value, parameter.kind) {
        case (.number(let text), .number): values[member.key] = whole(text)
        case (.string(let text), .day), (.string(let text), .word), (.string(let text), .text):
          values[member.key] = text
        default: throw Refusal.invalid("“\(parameter.name)” must be \(parameter.hint).")
        }
      }
      return values
    default:
      throw Refusal(
        status: 415, code: "media-type",
        message: "Send application/x-www-form-urlencoded or application/json.")
    }
  }

  /// A whole number as JSON may write it ("1.0", "1e2"), in digits; anything else as it is.
  static func whole(_ number: String) -> String {
    if Int(number) != nil { return number }
    return Double(number).flatMap { Int(exactly: $0) }.map(String.init) ?? number
  }
}
