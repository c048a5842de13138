import Foundation
import PatchworkLinking
import PatchworkRecord
import PatchworkText

/// Reports with their readings, and which of their sentences people brought to one incident.
struct MarkedIncidents {
  /// A sentence of a report that is about a marked incident.
  struct Member: Hashable {
    let report: String
    let span: Span
  }

  /// The reports that have a marked sentence, by id.
  let reports: [LinkedReport]
  /// Incidents with their sentences.
  let incidents: [[Member]]
  /// Pairs of sentences that are of two incidents.
  let nearMisses: [(Member, Member)]

  /// Reads incidents (`members` with `report` and `sentence`, or a `near_miss` of two), the texts of the reports, and what
  /// `patchwork read` makes of those, an object a line each.
  init(incidents: String, reports: String, readings: String) throws {
    var texts: [String: JSONValue] = [:]
    for object in try MarkedReport.objects(in: reports) {
      if let id = object["id"]?.string { texts[id] = object }
    }
    func member(_ value: JSONValue) -> Member? {
      guard let id = value["report"]?.string, let sentence = value["sentence"]?.string,
        let text = texts[id]?["text"]?.string, let range = text.range(of: sentence)
      else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Member(report: id, span: Span(start, start + sentence.utf8.count))
    }
    var found: [[Member]] = []
    var misses: [(Member, Member)] = []
    for object in try MarkedReport.objects(in: incidents) {
      if case .array(let members)? = object["members"] {
        found.append(members.compactMap(member))
      } else if case .array(let pair)? = object["near_miss"], pair.count == 2,
        let first = member(pair[0]), let second = member(pair[1])
      {
        misses.append((first, second))
      }
    }
    self.incidents = found
    nearMisses = misses
    let needed = Set(found.joined().map(\.report) + misses.flatMap { [$0.0.report, $0.1.report] })
    self.reports = try MarkedReport.lines(of: readings).compactMap { line in
      let object = try MarkedReport.object(line, readings)
      guard let id = object["id"]?.string, needed.contains(id), let given = texts[id],
        let text = given["text"]?.string
      else { return nil }
      return LinkedReport(
        id: id,
        published: object["published"]?.string.flatMap { CivilDay(iso: String($0.prefix(10))) },
        text: text, reading: try Reading(json: line, text: text))
    }.sorted { $0.id < $1.id }
  }

  /// How well a partition of the reports' occurrences fits the marks of some incidents.
  ///
  /// `accounts` gives for each report its accounts and the number of the incident that each is on.
  func score(
    of chosen: [Int], _ accounts: [String: [(span: Span, incident: Int)]]
  ) -> (precision: Double, recall: Double, merged: Int) {
    func home(_ member: Member) -> Int? {
      var best = (overlap: 0, incident: -1)
      for account in accounts[member.report] ?? [] {
        let overlap =
          min(account.span.end, member.span.end) - max(account.span.start, member.span.start)
        if overlap > best.overlap { best = (overlap, account.incident) }
      }
      return best.overlap > 0 ? best.incident : nil
    }
    var labels: [(found: Int, marked: Int)] = []
    for incident in chosen {
      for member in incidents[incident] {
        labels.append((home(member) ?? -1 - labels.count, incident))
      }
    }
    var (precision, recall) = (0.0, 0.0)
    for label in labels {
      let found = labels.filter { $0.found == label.found }
      let marked = labels.filter { $0.marked == label.marked }
      let both = Double(found.count { $0.marked == label.marked })
      precision += both / Double(found.count)
      recall += both / Double(marked.count)
    }
    let merged = nearMisses.count { pair in
      let (a, b) = (home(pair.0), home(pair.1))
      return a != nil && a == b
    }
    let count = Double(max(1, labels.count))
    return (precision / count, recall / count, merged)
  }
}
