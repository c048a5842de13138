import Foundation
import PatchworkRecord
import PatchworkStore

/// Works a record as tests and benchmarks want it: `acknowledge FILE SEED` adds one report after the other and prints the
/// id of each once it is kept, until it is killed; `grow FILE COUNT STEP` adds that many and prints how long each step took;
/// `dense FILE COUNT STEP` does so with reports of one place and one day;
/// `situate FILE COUNT STEP` adds reports that speak of places and prints how long a desk's questions take; `look FILE COUNT`
/// asks them of a file that was grown before; `ask FILE` of one that was made elsewhere with the same places.
@main
struct Exercise {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "acknowledge" where arguments.count == 4: try acknowledge(arguments[2], arguments[3])
    case "grow" where arguments.count == 5:
      try grow(arguments[2], arguments[3], arguments[4], of: SyntheticReports(seed: 1))
    case "dense" where arguments.count == 5:
      try grow(
        arguments[2], arguments[3], arguments[4],
        of: SyntheticReports(seed: 1, places: 1, perDay: .max))
    case "situate" where arguments.count == 5:
      guard let count = Int(arguments[3]), let step = Int(arguments[4]), step > 0 else { exit(64) }
      try situate(arguments[2], count, step)
    case "look" where arguments.count == 4: try look(arguments[2], Int(arguments[3]) ?? 0)
    case "ask" where arguments.count == 3: try ask(arguments[2])
    default: exit(64)
    }
  }

  private static func acknowledge(_ path: String, _ seed: String) throws {
    let record = try RecordFile(path: path, create: true)
    var reports = SyntheticReports(seed: UInt64(seed) ?? 0)
    while true {
      var new = reports.next()
      new.report.id = "\(seed)-\(new.report.id)"
      _ = try record.add([new])
      FileHandle.standardOutput.write(Data((new.report.id + "\n").utf8))
    }
  }

  private static func grow(
    _ path: String, _ count: String, _ step: String, of made: SyntheticReports
  ) throws {
    guard let count = Int(count), let step = Int(step), step > 0 else { exit(64) }
    let record = try RecordFile(path: path, create: true)
    var reports = made
    var done = 0
    while done < count {
      let begun = cpuSeconds()
      for _ in 0..<max(1, step / 250) {
        _ = try record.add((0..<250).map { _ in reports.next() })
        done += 250
      }
      let added = cpuSeconds() - begun
      var page = RecordFilter()
      page.limit = 50
      let lists = try [
        time { _ = try record.incidents(page) },
        time { _ = try record.search("badoki kiluba", page) },
        time { _ = try record.reports(page) },
      ]
      let shown = lists.map { String(format: "%.1f", $0 * 1000) }.joined(separator: "\t")
      let line = "\(done)\t\(String(format: "%.2f", added))\t\(shown)\t\(peakMegabytes())\n"
      FileHandle.standardOutput.write(Data(line.utf8))

    }
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let begun = ContinuousClock.now
    try body()
    let took = ContinuousClock.now - begun
    return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  }

  static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(0, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(0, &usage)
    return usage.ru_maxrss / 1024
  }
}
