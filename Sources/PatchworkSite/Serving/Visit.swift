import Foundation
import PatchworkRecord
import PatchworkStore

/// One request on its way to a handler: who asks and what was given, checked against the route.
struct Visit: Sendable {
  let site: Site
  let visitor: Visitor
  /// Values of the path's names.
  let path: [String: String]
  /// Values of the query or the form that are not empty.
  let values: [String: String]
  /// Path and query as sent, without `.json`.
  let target: String
  /// When it came, and the same in RFC 3339, in UTC.
  let time: Date
  let now: String
  /// What may be done with the record at all.
  let mode: RecordModeState

  var record: RecordFile { site.record }

  /// A value of the path; the route has it.
  func part(_ name: String) -> String { path[name] ?? "" }

  /// A value of the query or the form, nil where it is empty.
  func value(_ name: String) -> String? { values[name] }

  /// The visit with another value given.
  func with(_ name: String, _ value: String) -> Visit {
    Visit(
      site: site, visitor: visitor, path: path, values: values.merging([name: value]) { $1 },
      target: target, time: time, now: now, mode: mode)
  }

  func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

  func day(_ name: String) -> CivilDay? { values[name].flatMap(CivilDay.init(iso:)) }

  func word<Word: RawRepresentable<String>>(_ name: String, as type: Word.Type = Word.self) -> Word?
  { values[name].flatMap(Word.init(rawValue:)) }

  /// The decision of who asks, with the reason that was given.
  var decision: Decision {
    Decision(who: visitor.name, at: now, reason: value("reason") ?? "")
  }
}

/// Who asks.
struct Visitor: Sendable, Equatable {
  /// How they were recognised.
  enum Door: Sendable, Equatable {
    /// The record has no users, and the request comes from this machine.
    case local
    case session(id: String, csrf: String)
    case token(scope: Role)
    /// A proxy in front names the user.
    case proxy
    case none
  }

  var name: String
  /// What they may do; nil where nobody is recognised.
  var role: Role?
  var door: Door

  static let nobody = Visitor(name: "", role: nil, door: .none)

  func may(_ needed: Role) -> Bool { role.map { $0 >= needed } ?? false }
}
