import PatchworkDisclosure
import PatchworkExchange
import PatchworkRecord
import PatchworkStore
import PatchworkText
import Synchronization

/// The record as each visitor may see it: redacted for readers, whole for analysts, who are entered in the journal once a
/// day as seeing it so.
final class Disclosures: Sendable {
  let register: DisclosureRegister
  private let made = Mutex<[String: DisclosedRecord]>([:])
  /// Records of visitors and days that are held at most.
  private static let most = 64

  init() throws { register = try DisclosureRegister() }

  /// The record for a visitor on a day; a whole one is journalled before it is given.
  func record(_ file: RecordFile, for visitor: Visitor, at now: String) throws -> DisclosedRecord {
    let day = CivilDay(iso: now) ?? CivilDay(number: 0)
    let reason = "works at the desk as \(visitor.role?.rawValue ?? "nobody")"
    let warrant = visitor.may(.analyst) ? Warrant(who: visitor.name, reason: reason) : nil
    let key = "\(day.iso) \(warrant?.who ?? "")"
    if let known = made.withLock({ $0[key] }) { return known }
    let record = try DisclosedRecord(
      file, right: warrant.map { .full($0) } ?? .redacted, on: day, register: register)
    if let warrant {
      try file.enterDisclosure(
        of: "the record, for a day",
        Decision(who: warrant.who, at: now, reason: warrant.reason))
    }
    made.withLock { made in
      if made.count >= Self.most { made.removeAll() }
      made[key] = record
    }
    return record
  }
}

extension Visit {
  /// The record as the visitor may see it.
  func shown() throws -> DisclosedRecord {
    try site.disclosures.record(record, for: visitor, at: now)
  }

  /// Whether the visitor sees the record redacted.
  var isRedacted: Bool { !visitor.may(.analyst) }

  /// Places as the visitor may see them: points of sensitive places are coarse, or gone.
  func shown(_ spots: [IncidentPicture.Spot]) throws -> [IncidentPicture.Spot] {
    guard isRedacted else { return spots }
    let register = site.disclosures.register
    var disclosure = Disclosure(
      .redacted, on: CivilDay(iso: now) ?? CivilDay(number: 0), rules: register.rules,
      known: try register.persons(of: record), reports: [])
    return spots.compactMap { spot in
      let place = disclosure.place(
        Place(
          quote: Quote(span: Self.nowhere, text: spot.name), id: spot.id, name: spot.name,
          kind: spot.kind, latitude: spot.latitude, longitude: spot.longitude, precision: 1))
      guard let latitude = place.latitude, let longitude = place.longitude, place.id != nil else {
        return nil
      }
      var shown = spot
      (shown.name, shown.latitude, shown.longitude) = (place.name, latitude, longitude)
      return shown
    }
  }

  private static let nowhere = Span(0, 0)
}

extension Removals {
  /// What was left out, for people: "2 names, 1 movement".
  var words: String {
    var counts: [(String, Int)] = []
    for (removal, count) in list {
      if let index = counts.firstIndex(where: { $0.0 == removal.kind.rawValue }) {
        counts[index].1 += count
      } else {
        counts.append((removal.kind.rawValue, count))
      }
    }
    return counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
