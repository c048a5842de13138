import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// An account in a list: who, the stance, the sentence, and where it stands.
struct AccountCard {
  let row: AccountRow

  static let schema = Schema.object([
    ("report", .string), ("n", .integer), ("published", .nullable(.string)), ("outlet", .string),
    ("who", .string), ("stance", .word(Stance.allCases.map(\.rawValue))),
    ("type", .nullable(.word(HappeningType.allCases.map(\.rawValue)))),
    ("sentence", .string), ("incident", .nullable(.string)),
  ])

  /// Where an account stands.
  static let place = Schema.object([("report", .string), ("n", .integer)])

  var html: HTML {
    let account = row.account
    let day = row.report.published.map { DayText.of($0.iso) } ?? "no date"
    let outlet = row.report.outlet.isEmpty ? "outlet unknown" : row.report.outlet
    let incident: HTML =
      row.incident.map { " · <a href=\"\(Address.incident($0))\"><code>\($0)</code></a>" } ?? ""
    let what = [account.happening?.type.words ?? account.condition?.kind.rawValue].compactMap { $0 }
    let said = (what + account.details()).joined(separator: ", ")
    return """
      <li class="account f-\(account.stance.family.rawValue)"><p class="says">\(Said.speaker(account)) \
      <span class="stance">\(account.stanceWord)</span></p>
      \(Said.sentence(row.report.id, account))
      <p class="said">\(said)</p>
      <p class="origin"><time>\(day)</time> · <bdi>\(outlet)</bdi>\(incident)</p></li>

      """
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("report", row.report.id)
    writer.member("n", orNull: row.account.number)
    writer.member("published", orNull: row.report.published?.iso)
    writer.member("outlet", row.report.outlet)
    writer.member("who", row.account.source.who)
    writer.member("stance", row.account.stance.rawValue)
    writer.member("type", orNull: row.account.happening?.type.rawValue)
    writer.member("sentence", row.account.sentence.text)
    writer.member("incident", orNull: row.incident)
    writer.end(.object)
  }
}

extension JSONWriter {
  /// Writes a member with an array of values.
  mutating func list<Value>(
    _ name: StaticString, _ values: [Value], _ write: (Value, inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    begin(.array)
    for value in values { try write(value, &self) }
    end(.array)
  }

  /// Writes what every list says of its length.
  mutating func paging(_ paging: Paging) {
    member("total", orNull: paging.total)
    key("total_is_least")
    boolean(paging.isLeast)
    member("page", orNull: paging.page)
    member("pages", orNull: paging.pages)
  }
}
