import PatchworkRecord
import PatchworkStore

/// The description of the site for programs, made from its routes (OpenAPI 3.1).
enum OpenAPIDocument {
  static let routes = [
    Route(
      "/openapi.json", name: "openapi", summary: "This description.",
      form: .document("application/json"), schema: .any
    ) { visit in
      .document(type: "application/json", bytes: Array(text(visit.site.options.tool).utf8))
    }
  ]

  static func text(_ tool: String) -> String {
    var json = LooseJSON()
    let paths = Dictionary(grouping: Routes.all.filter(isDescribed), by: address)
    json.object([
      ("openapi", { $0.string("3.1.0") }),
      (
        "info",
        { json in
          json.object([
            ("title", { $0.string("Patchwork") }),
            ("version", { $0.string(tool.split(separator: " ").last.map(String.init) ?? tool) }),
            (
              "description",
              {
                $0.string(
                  "The sourced record of a conflict. Every page of the site has a twin under its path with .json at the end; "
                    + "offsets are code points of a report's text.")
              }
            ),
          ])
        }
      ),
      (
        "paths",
        { json in
          json.object(
            paths.sorted { $0.key < $1.key }.map { address, routes in
              (
                address,
                { json in
                  json.object(
                    routes.map { route in
                      (route.method.rawValue.lowercased(), { operation(route, to: &$0) })
                    })
                }
              )
            })
        }
      ),
      (
        "components",
        { json in
          json.object([
            (
              "securitySchemes",
              { json in
                json.object([
                  (
                    "token",
                    { json in
                      json.object([
                        ("type", { $0.string("http") }), ("scheme", { $0.string("bearer") }),
                        (
                          "description",
                          {
                            $0.string(
                              "A token of a user; without users none is needed on the machine itself."
                            )
                          }
                        ),
                      ])
                    }
                  )
                ])
              }
            )
          ])
        }
      ),
      (
        "security",
        { json in
          json.begin("[")
          json.object([("token", { $0.array([String]()) { $1.string($0) } })])
          json.end("]")
        }
      ),
    ])
    return json.text + "\n"
  }

  /// The page of `/` has its twin under another name.
  private static func isDescribed(_ route: Route) -> Bool { route.path != "/" }

  /// The address of a route's JSON.
  static func address(_ route: Route) -> String {
    if case .document = route.form { return route.path }
    return route.path + ".json"
  }

  private static func operation(_ route: Route, to json: inout LooseJSON) {
    var members: [(String, (inout LooseJSON) -> Void)] = [
      ("operationId", { $0.string(route.name) }), ("summary", { $0.string(route.summary) }),
    ]
    if let role = route.role {
      members.append(("x-role", { $0.string(role.rawValue) }))
    }
    if route.role == nil {
      members.append(("security", { $0.array([String]()) { $1.string($0) } }))
    }
    let inQuery = route.method == .get ? route.parameters : []
    if !inQuery.isEmpty || !route.names.isEmpty {
      members.append(
        (
          "parameters",
          { json in
            json.begin("[")
            for name in route.names {
              json.object([
                ("name", { $0.string(name) }), ("in", { $0.string("path") }),
                ("required", { $0.literal("true") }),
                (
                  "schema",
                  { json in
                    json.object([
                      ("type", { $0.string(name == "n" ? "integer" : "string") }),
                      (
                        name == "n" ? "minimum" : "minLength",
                        { $0.literal(name == "n" ? "0" : "1") }
                      ),
                    ])
                  }
                ),
              ])
            }
            for parameter in inQuery {
              json.object([
                ("name", { $0.string(parameter.name) }), ("in", { $0.string("query") }),
                ("description", { $0.string(parameter.summary) }),
                ("required", { $0.literal(parameter.isRequired ? "true" : "false") }),
                ("schema", { schema(of: parameter, to: &$0) }),
              ])
            }
            json.end("]")
          }
        ))
    }
    if route.method == .post { members.append(("requestBody", { body(of: route, to: &$0) })) }
    members.append(("responses", { responses(of: route, to: &$0) }))
    json.object(members)
  }

  private static func body(of route: Route, to json: inout LooseJSON) {
    json.object([
      ("required", { $0.literal("true") }),
      (
        "content",
        { json in
          json.object([
            (
              "application/json",
              { json in
                json.object([
                  (
                    "schema",
                    { json in
                      json.object([
                        ("type", { $0.string("object") }),
                        (
                          "properties",
                          { json in
                            json.object(
                              route.parameters.map { parameter in
                                (parameter.name, { schema(of: parameter, to: &$0) })
                              })
                          }
                        ),
                        (
                          "required",
                          {
                            $0.array(route.parameters.filter(\.isRequired)) { $1.string($0.name) }
                          }
                        ),
                        ("additionalProperties", { $0.literal("false") }),
                      ])
                    }
                  )
                ])
              }
            )
          ])
        }
      ),
    ])
  }

  private static func schema(of parameter: Parameter, to json: inout LooseJSON) {
    let least = parameter.isRequired ? "1" : "0"
    switch parameter.kind {
    case .day:
      json.object([("type", { $0.string("string") }), ("format", { $0.string("date") })])
    case .word(let words):
      json.object([
        ("type", { $0.string("string") }), ("enum", { $0.array(words) { $1.string($0) } }),
      ])
    case .number(let range):
      json.object([
        ("type", { $0.string("integer") }), ("minimum", { $0.literal("\(range.lowerBound)") }),
        ("maximum", { $0.literal("\(range.upperBound)") }),
      ])
    case .text(let most):
      json.object([
        ("type", { $0.string("string") }), ("minLength", { $0.literal(least) }),
        ("maxLength", { $0.literal("\(most)") }),
      ])
    }
  }

  private static func responses(of route: Route, to json: inout LooseJSON) {
    func answer(_ words: String, _ type: String, _ schema: Schema) -> (inout LooseJSON) -> Void {
      { json in
        json.object([
          ("description", { $0.string(words) }),
          (
            "content",
            { json in
              json.object([
                (type, { json in json.object([("schema", { schema.write(to: &$0) })]) })
              ])
            }
          ),
        ])
      }
    }
    var type = "application/json"
    var schema = route.schema
    if case .document(let own) = route.form {
      type = own.prefix { $0 != ";" } + ""
      schema = type.hasSuffix("json") && type != "application/x-ndjson" ? .any : .string
    }
    json.object([
      ("200", answer("As asked.", type, schema)),
      ("400", answer("Something was given that cannot be.", "application/json", .refusal)),
      ("401", answer("Nobody is recognised.", "application/json", .refusal)),
      ("403", answer("Who asks may not.", "application/json", .refusal)),
      ("404", answer("It is not there.", "application/json", .refusal)),
      (
        "409",
        answer("It cannot be used, or not beside what is there.", "application/json", .refusal)
      ),
      ("415", answer("The body is of another kind.", "application/json", .refusal)),
      (
        "423",
        answer("The record's mode does not let it through.", "application/json", .refusal)
      ),
      ("429", answer("Asked too often.", "application/json", .refusal)),
    ])
  }
}
