import Foundation
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

extension Exercise {
  /// Adds reports that speak of places, and after each step asks what desks ask: prints how long each answer took, and that it
  /// was the answer that the generator expects.
  static func situate(_ path: String, _ count: Int, _ step: Int) throws {
    let record = try RecordFile(path: path, create: true)
    var reports = SituationReports(seed: 1)
    var done = 0
    while done < count {
      for _ in 0..<max(1, step / 250) {
        _ = try record.add((0..<250).map { _ in reports.next() })
        done += 250
      }
      try look(record, done, reports.told)
    }
  }

  /// Asks a record that was grown before; the reports are made again to know what to expect, and not added.
  static func look(_ path: String, _ count: Int) throws {
    var reports = SituationReports(seed: 1)
    for _ in 0..<count { _ = reports.next() }
    try look(try RecordFile(path: path, readOnly: true), count, reports.told)
  }

  private static func look(
    _ record: RecordFile, _ count: Int, _ told: [SituationReports.Told]
  ) throws {
    let today = CivilDay(number: SituationReports.firstDay + (count - 1) / SituationReports.perDay)
    let year = (today - 364)...today
    var picture: AreaPicture?
    let strip = try milliseconds {
      picture = try record.areaPicture(SituationReports.governorate, days: year)
    }
    let inside = told.filter {
      year.contains(CivilDay(number: $0.day)) && ($0.village ?? 999) < 200
    }
    for (layer, expected) in Dictionary(grouping: inside, by: \.layer).mapValues(\.count) {
      let found = Layer(rawValue: layer).map { picture?.strip.count($0) ?? 0 } ?? 0
      expect("\(layer) of the governorate", expected, found)
    }
    let view = try milliseconds { _ = try record.areas(on: today) }
    let truces = try milliseconds {
      _ = try record.ceasefires(since: today - RecordFile.usualCeasefireDays, until: today)
    }
    let movement = movement(on: today)
    let rules = try RuleSet()
    var file: CaseFile?
    let assessed = try milliseconds {
      file = try record.caseFile(of: movement, asOf: movement.start + -180, rules: rules)
    }
    let strikes = told.count {
      $0.layer == "violence" && $0.village == 0 && today.number - $0.day <= 30
        && $0.day < today.number
    }
    let struck = file?.factors.first { $0.rule.id == "destination-struck-thirty-days" }
    expect("strikes on the destination", strikes, struck?.grounds.count ?? 0)
    let row = [strip, view, truces, assessed].map { String(format: "%.0f", $0) }
      .joined(separator: "\t")
    FileHandle.standardOutput.write(
      Data("\(count)\t\(row)\t\(inside.count)\t\(strikes)\t\(peakMegabytes())\n".utf8))
  }

  /// From a village to the one of which most is told, a hundred kilometres along a road.
  private static func movement(on day: CivilDay) -> Movement {
    func waypoint(_ number: Int) -> Movement.Waypoint {
      Movement.Waypoint(
        name: "Place \(number)", id: "test:\(number)",
        within: ["test:d\(number / 20)", "test:g\(number / 200)", "test:country"],
        latitude: 30 + Double(number % 100) * 0.1, longitude: 36)
    }
    let start = Moment(minutes: day.number * 1440 + 540, offset: 0)
    return Movement(
      purpose: "food", organisation: "convoy", assessor: "desk",
      legs: [
        Movement.Leg(from: waypoint(9), to: waypoint(4)),
        Movement.Leg(from: waypoint(4), to: waypoint(0)),
      ], start: start, arrival: start + 120, unloadingMinutes: 240)
  }

  private static func expect(_ what: String, _ expected: Int, _ found: Int) {
    guard expected != found else { return }
    FileHandle.standardError.write(Data("\(what): \(expected) expected, \(found) found\n".utf8))
    exit(1)
  }

  /// The middle one of five processor times.
  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let times = try (0..<5).map { _ in
      let begun = cpuSeconds()
      try body()
      return cpuSeconds() - begun
    }
    return times.sorted()[2] * 1000
  }
}
