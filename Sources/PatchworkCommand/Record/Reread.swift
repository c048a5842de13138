import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkExtraction
import PatchworkReading
import PatchworkRecord
import PatchworkStore

/// `patchwork reread`: the record's reports read by this version.
struct Reread: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a record's reports anew, out of their original bytes; judgements stay.",
    discussion: """
      What people decided goes with the accounts that it was about. Where the machine now reads something else there, or \
      nothing, the judgement is in conflict: it is listed here and by `patchwork status`, and counts no more until someone \
      decides anew.

      Example:
        patchwork reread --db aleppo.record
      """)

  @OptionGroup var record: RecordOption

  @Option(help: "The language model: sm or md.")
  var model: LanguageModelChoice = .sm

  func run() throws {
    let reader = try Reader.installed(model)
    let file = try record.open()
    var total = RereadingOutcome()
    var progress = isatty(STDERR_FILENO) == 1 ? ReadProgress(total: nil) : nil
    try RecordOption.ending {
      try file.forEachStoredReport(batch: Add.step) { originals in
        let opened = originals.compactMap { original in
          Self.open(original).map { (original.row, $0) }
        }
        let readings = reader.read(
          opened.map(\.1), threads: ProcessInfo.processInfo.activeProcessorCount)
        let outcome = try file.replaceReadings(
          zip(opened, readings).map { ($0.0, $1, $0.1) },
          tool: "patchwork \(Patchwork.version)", at: Clock.now())
        total.read += outcome.read
        total.changed += outcome.changed
        total.conflicts += outcome.conflicts
        progress?.report(total.read, bytes: 0)
      }
    }
    progress?.clear()
    print("\(Plural.text(total.read, "report")) read, \(total.changed) read otherwise than before")
    for number in total.conflicts {
      print("judgement \(number) is in conflict with what is read now")
    }
  }

  /// A report out of its original bytes; nil where they give none any more, so that its old reading stays.
  private static func open(_ original: StoredOriginal) -> Report? {
    var report: Report?
    if original.isJSONLine {
      report = try? ReportLine(RawLine(number: 1, content: .bytes(original.bytes))).result.get()
    } else {
      report = Door.recognising(original.bytes, among: ReadSource.doors)?
        .report(Document(id: original.id, bytes: original.bytes))
    }
    if report?.published == nil { report?.published = original.published }
    return report
  }
}
