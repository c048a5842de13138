import PatchworkStore

/// One address of the site: what it takes, who may ask, and what answers.
struct Route: Sendable {
  /// How it is asked.
  enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
  }

  /// In what forms it answers.
  enum Form: Sendable {
    /// A page with its twin in JSON.
    case page
    /// One fixed kind of document.
    case document(String)
  }

  let method: Method
  /// The path; `{name}` stands for one part of it.
  let path: String
  /// Name for programs ("incident").
  let name: String
  /// What it does, in one sentence.
  let summary: String
  /// The least role that may ask; nil is anyone who reaches the site.
  let role: Role?
  /// The strictest mode of the record in which it answers.
  let most: RecordMode
  let form: Form
  /// What it takes from the query, or from the form of a `POST`.
  let parameters: [Parameter]
  /// The form of its JSON.
  let schema: Schema
  let handler: @Sendable (Visit) throws -> Answer

  init(
    _ path: String, method: Method = .get, name: String, summary: String,
    role: Role? = .reader, most: RecordMode? = nil, form: Form = .page,
    parameters: [Parameter] = [],
    schema: Schema = .done, handler: @escaping @Sendable (Visit) throws -> Answer
  ) {
    self.method = method
    self.path = path
    self.name = name
    self.summary = summary
    self.role = role
    self.most = most ?? (method == .get ? .readOnly : .normal)
    self.form = form
    self.parameters = parameters
    self.schema = schema
    self.handler = handler
  }

  var parts: [Substring] { path.split(separator: "/") }

  /// The names that stand for parts of the path.
  var names: [String] {
    parts.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The values of the path's names, or nil where a path is another.
  func match(_ path: [Substring]) -> [String: String]? {
    let parts = parts
    guard parts.count == path.count else { return nil }
    var values: [String: String] = [:]
    for (part, given) in zip(parts, path) {
      guard let decoded = PercentCoding.decode(given) else { return nil }
      if part.hasPrefix("{") {
        values[String(part.dropFirst().dropLast())] = decoded
      } else if part != decoded {
        return nil
      }
    }
    return values
  }
}
