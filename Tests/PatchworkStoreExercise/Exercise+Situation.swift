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

  /// Asks a record that was made elsewhere, whose places are those of the generator, and prints how long each answer took.
  static func ask(_ path: String) throws {
    let record = try RecordFile(path: path, readOnly: true)
    guard let today = try record.newestDay() else { return }
    let asked = try Asked(record, today)
    print(([asked.times] + [String(peakMegabytes())]).joined(separator: "\t"))
  }

  /// What a desk asks, with how long each answer took.
  private struct Asked {
    let year: ClosedRange<CivilDay>
    let movement: Movement
    private(set) var picture: AreaPicture?
    private(set) var file: CaseFile?
    private(set) var times = ""

    init(_ record: RecordFile, _ today: CivilDay) throws {
      year = (today - 364)...today
      movement = Exercise.movement(on: today)
      let middle = CivilDay(number: (SituationReports.firstDay + today.number) / 2)
      let rules = try RuleSet()
      let (year, movement) = (year, movement)
      var picture: AreaPicture?
      var file: CaseFile?
      let asked = [
        try milliseconds {
          picture = try record.areaPicture(SituationReports.governorate, days: year)
        },
        try milliseconds {
          _ = try record.areas(on: today)
          _ = try record.statements(on: (today - 15)...(today + 15))
        },
        // A day in the middle of the record has as much before it as after it.
        try milliseconds {
          _ = try record.areas(on: middle)
          _ = try record.statements(on: (middle - 15)...(middle + 15))
        },
        try milliseconds { _ = try record.ceasefires(since: year.lowerBound, until: today) },
        try milliseconds {
          file = try record.caseFile(of: movement, asOf: movement.start + -180, rules: rules)
        },
      ]
      (self.picture, self.file) = (picture, file)
      times = asked.map { String(format: "%.0f", $0) }.joined(separator: "\t")
    }
  }

  private static func look(
    _ record: RecordFile, _ count: Int, _ told: [SituationReports.Told]
  ) throws {
    let today = CivilDay(number: SituationReports.firstDay + (count - 1) / SituationReports.perDay)
    let asked = try Asked(record, today)
    let (year, picture) = (asked.year, asked.picture)
    let inside = told.filter {
      year.contains(CivilDay(number: $0.day)) && ($0.village ?? 999) < 200
    }
    for (layer, expected) in Dictionary(grouping: inside, by: \.layer).mapValues(\.count) {
      let found = Layer(rawValue: layer).map { picture?.strip.count($0) ?? 0 } ?? 0
      expect("\(layer) of the governorate", expected, found)
    }
    let strikes = told.count {
      $0.layer == "violence" && $0.village == 0 && today.number - $0.day <= 30
        && $0.day < today.number
    }
    let struck = asked.file?.factors.first { $0.rule.id == "destination-struck-thirty-days" }
    expect("strikes on the destination", strikes, struck?.grounds.count ?? 0)
    FileHandle.standardOutput.write(
      Data("\(count)\t\(asked.times)\t\(inside.count)\t\(strikes)\t\(peakMegabytes())\n".utf8))
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
