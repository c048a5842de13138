import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// The form of an incident's JSON.
enum IncidentSchema {
  private static let range = Schema.nullable(
    .object([("low", .integer), ("best", .integer), ("high", .integer), ("open", .boolean)]))

  static let place = Schema.object([
    ("id", .nullable(.string)), ("pcode", .nullable(.string)), ("name", .string),
    ("kind", .string), ("lat", .nullable(.number)), ("lon", .nullable(.number)),
    ("radius_km", .nullable(.number)),
    ("precision", .integer), ("within", .list(.string)), ("rule", .string),
  ])

  private static let sentence = Schema.object([
    ("start", .integer), ("end", .integer), ("text", .string),
  ])

  static let account = Schema.object([
    ("report", .string), ("n", .integer), ("sentence", sentence), ("who", .string),
    ("stance", .word(Stance.allCases.map(\.rawValue))), ("origin", .string),
  ])

  private static let figures = Schema.list(
    .object([
      ("report", .string), ("n", .integer), ("published", .nullable(.string)), ("who", .string),
      ("low", .nullable(.integer)), ("high", .nullable(.integer)), ("unit", .string),
      ("victims", victims), ("convention", .nullable(.string)),
      ("standing", .word(CasualtyRange.Standing.allCases.map(\.rawValue))),
      (
        "relations",
        .list(
          .object([
            ("kind", .word(FigureRelation.Kind.allCases.map(\.rawValue))), ("to", .integer),
          ]))
      ),
    ]))

  private static let victims = Schema.word(VictimClass.allCases.map(\.rawValue))

  private static let classes = Schema.list(
    .object([
      ("victims", victims), ("low", .integer), ("best", .integer), ("high", .integer),
      ("open", .boolean),
    ]))

  private static func groups(by name: String, _ key: Schema) -> Schema {
    .list(
      .object([
        (name, key), ("figures", .list(.integer)), ("low", .nullable(.integer)),
        ("best", .nullable(.integer)), ("high", .nullable(.integer)), ("open", .boolean),
      ]))
  }

  private static let bySpeaker = groups(by: "who", .string)
  private static let byDay = groups(by: "published", .nullable(.string))

  static let judgement = Schema.object([
    ("entry", .integer), ("action", .word(Judgement.Action.allCases.map(\.rawValue))),
    ("report", .string), ("n", .nullable(.integer)), ("field", .string), ("value", .string),
    ("by", .string), ("at", .string), ("reason", .string),
  ])

  static let whole = Schema.object(members)

  /// The members of an incident's object, as exports have them too.
  static let members: [(name: String, schema: Schema)] = [
    ("id", .string), ("title", .string), ("type", .word(HappeningType.allCases.map(\.rawValue))),
    ("from", .nullable(.string)), ("to", .nullable(.string)), ("place", .nullable(place)),
    ("grade", .word(IncidentGrade.Word.allCases.map(\.rawValue))), ("origins", .integer),
    ("killed", range), ("injured", range), ("accounts", .list(account)), ("grade_rule", .string),
    ("former_ids", .list(.string)),
    ("sides", .list(.object([("party", .nullable(.string)), ("accounts", .list(.integer))]))),
    ("positions", .list(.object([("holding", .string), ("blames", .list(.string))]))),
    ("contradictions", .list(.object([("slot", .string), ("accounts", .list(.integer))]))),
    (
      "threads",
      .list(
        .object([
          ("speaker", .string), ("accounts", .list(.integer)),
          (
            "shifts",
            .list(
              .object([("change", .string), ("slot", .string), ("accounts", .list(.integer))]))
          ),
        ]))
    ),
    ("killed_figures", figures), ("injured_figures", figures),
    ("killed_classes", classes), ("injured_classes", classes),
    ("killed_by_speaker", bySpeaker), ("injured_by_speaker", bySpeaker),
    ("killed_by_day", byDay), ("injured_by_day", byDay), ("unknown", .list(.string)),
    ("links", .list(.object([("report", .string), ("like", .string), ("reasons", .string)]))),
    ("refutations", .list(.string)),
    ("possibly_same", .list(.object([("id", .string), ("reasons", .string)]))),
    ("judgements", .list(judgement)),
  ]
}
