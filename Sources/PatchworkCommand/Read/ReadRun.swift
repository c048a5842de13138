import Foundation
import PatchworkDisplay
import PatchworkReading
import PatchworkRecord

/// One run of `read`: batches of reports in, what was read from them out, in the order of the input.
struct ReadRun {
  /// Reports and bytes of text that one batch holds at most.
  static let batchReports = 256
  static let batchBytes = 1 << 20

  /// Reads reports; gives as many readings, in order.
  let read: ([Report]) -> [Reading]
  /// Says why the accounts of a report were read so, where that is asked for.
  var explain: ((Report) -> [Explanation])?
  /// Told of every report that there is not.
  let complain: (ReadFailure) -> Void
  var source: ReportSource
  var view: ReadView
  var progress: ReadProgress?

  /// What came in.
  struct Tally: Equatable {
    var reports = 0
    /// Inputs or lines that gave no report.
    var bad = 0
    /// Those of them that could not be opened or read at all.
    var unreadable = 0
    /// Reports in other languages than English.
    var unread = UnreadTally()
  }

  /// Runs to the end of the input.
  mutating func run(into output: inout ReadOutput) throws(ReadOutput.Failure) -> Tally {
    var tally = Tally()
    try output.write(view.beginning())
    while true {
      let batch = nextBatch()
      if batch.isEmpty { break }
      let reports = batch.compactMap { item in
        if case .report(let report, _) = item { report } else { nil }
      }
      var readings = read(reports).makeIterator()
      for item in batch {
        switch item {
        case .report(let report, _):
          guard let reading = readings.next() else { continue }
          tally.reports += 1
          tally.unread.add(report)
          try output.write(view.show(report, reading, why: explain?(report) ?? []))
        case .failure(let failure):
          tally.bad += 1
          if failure.isUnreadable { tally.unreadable += 1 }
          progress?.clear()
          complain(failure)
          try output.write(view.show(failure))
        }
      }
      try output.flush()
      progress?.report(tally.reports, bytes: source.bytesTaken)
    }
    progress?.clear()
    try output.write(view.end())
    try output.flush()
    return tally
  }

  /// As many reports as a batch holds, or as are there without waiting for more.
  private mutating func nextBatch() -> [ReadItem] {
    var batch: [ReadItem] = []
    var bytes = 0
    while batch.count < Self.batchReports, bytes < Self.batchBytes,
      batch.isEmpty || source.isReady, let item = source.next()
    {
      batch.append(item)
      bytes += item.weight
    }
    return batch
  }
}
