/// The form of a JSON value, as the description of the site states it.
indirect enum Schema: Sendable {
  case string
  case integer
  case number
  case boolean
  /// One of some words.
  case word([String])
  case list(Schema)
  /// An object whose members are always there; those that can be unknown are null.
  case object([(name: String, schema: Schema)])
  case nullable(Schema)
  /// Any value, described elsewhere.
  case any

  /// What a change answers.
  static let done = Schema.object([
    ("done", .boolean), ("entry", .nullable(.integer)), ("secret", .nullable(.string)),
  ])

  /// What every refusal answers.
  static let refusal = Schema.object([
    ("error", .object([("code", .string), ("message", .string)]))
  ])

  /// Writes it as JSON Schema 2020-12.
  func write(to json: inout LooseJSON) {
    switch self {
    case .any: json.object([])
    case .string: Self.type("string", to: &json)
    case .integer: Self.type("integer", to: &json)
    case .number: Self.type("number", to: &json)
    case .boolean: Self.type("boolean", to: &json)
    case .nullable(let inner):
      json.object([
        (
          "anyOf",
          { json in
            json.begin("[")
            inner.write(to: &json)
            Self.type("null", to: &json)
            json.end("]")
          }
        )
      ])
    case .word(let words):
      json.object([
        ("type", { $0.string("string") }),
        ("enum", { $0.array(words) { $1.string($0) } }),
      ])
    case .list(let inner):
      json.object([("type", { $0.string("array") }), ("items", { inner.write(to: &$0) })])
    case .object(let members):
      json.object([
        ("type", { $0.string("object") }),
        (
          "properties",
          { json in
            json.object(members.map { member in (member.name, { member.schema.write(to: &$0) }) })
          }
        ),
        ("required", { $0.array(members.map(\.name)) { $1.string($0) } }),
      ])
    }
  }

  private static func type(_ name: String, to json: inout LooseJSON) {
    json.object([("type", { $0.string(name) })])
  }
}
