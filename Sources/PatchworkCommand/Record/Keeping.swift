import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// `patchwork status`: what a record holds.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a record holds.",
    discussion: """
      Example:
        patchwork status --db aleppo.record
      """)

  @OptionGroup var record: RecordOption

  func run() throws {
    let file = try record.open(readOnly: true)
    let status = try RecordOption.ending { try file.status() }
    let days = status.first.map { first in
      DayText.interval(from: first.iso, to: status.last?.iso ?? first.iso)
    }
    let rows: [(String, String)] = [
      ("record", ShownText.clean(record.path)),
      ("size", "\(Count.grouped(status.bytes / 1024)) KiB, format \(status.schema)"),
      (
        "reports",
        Count.grouped(status.reports)
          + (status.versions > status.reports
            ? " in \(Count.grouped(status.versions)) versions" : "")
      ),
      ("published", days ?? "no day known"),
      (
        "accounts",
        "\(Count.grouped(status.accounts)) by \(Plural.text(status.speakers, "speaker"))"
      ),
      (
        "incidents",
        "\(Count.grouped(status.incidents)), \(Plural.text(status.doubts, "pair")) possibly one"
      ),
      (
        "origins",
        status.origins == 0
          ? "no report shares its text with another"
          : "\(status.copies) reports come from \(Plural.text(status.origins, "hand"))"
      ),
      (
        "judgements",
        "\(Count.grouped(status.judgements))"
          + (status.conflicts > 0 ? ", \(status.conflicts) in conflict" : "")
      ),
      ("journal", Plural.text(status.entries, "entry", many: "entries")),
    ]
    for (name, value) in rows {
      print(TerminalWidth.fitted(name, to: 11) + " " + value)
    }
  }
}

/// `patchwork verify`: whether a record is whole.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proves that a record is whole, or says exactly what is wrong.",
    discussion: """
      Looks at the file, the chain of the journal, the hashes of all bytes and texts, every span of every reading, and \
      what points to what. Ends with 0 when all is well, 65 when something is wrong.

      Examples:
        patchwork verify --db aleppo.record
        patchwork verify --db aleppo.record --journal-copy /mnt/elsewhere/aleppo.journal
      """)

  @OptionGroup var record: RecordOption

  @Option(
    help: ArgumentHelp(
      "A copy of the journal (`patchwork journal --copy`) that the record is held against.",
      valueName: "file"))
  var journalCopy: String?

  func run() throws {
    let file = try record.open(readOnly: true, evenLocked: true)
    var progress = isatty(STDERR_FILENO) == 1 ? ReadProgress(total: nil) : nil
    var found = try RecordOption.ending {
      try file.verify { done, _ in progress?.report(done, bytes: 0) }
    }
    progress?.clear()
    if let journalCopy {
      found.flaws += try JournalCopy.Failure.ending {
        try JournalCopy(path: journalCopy).flaws(in: file)
      }
    }
    for flaw in found.flaws { print(flaw.sentence) }
    print(
      "looked at \(Plural.text(found.reports, "report")), \(Plural.text(found.accounts, "account")), "
        + Plural.text(found.entries, "entry", many: "entries") + " of the journal: "
        + (found.flaws.isEmpty ? "all whole" : Plural.text(found.flaws.count, "flaw")))
    if !found.flaws.isEmpty { throw ExitStatus.inputData.code }
  }
}

extension Flaw {
  /// What is wrong, in one sentence.
  var sentence: String {
    func name(_ report: String, _ version: Int) -> String {
      "report “\(ShownText.clean(report))”, version \(version)"
    }
    return switch self {
    case .damaged(let what): "the file is damaged: \(what)"
    case .dangling(let table, let row, let to):
      "\(table) \(row) points to a \(to) that is not there"
    case .gap(let before): "entries of the journal are missing before \(before)"
    case .entryChanged(let number): "entry \(number) of the journal was changed"
    case .chainBroken(let at): "the chain of the journal is broken at entry \(at)"
    case .copyChanged(let number): "entry \(number) of the copy was changed"
    case .copyBroken(let at): "the chain of the copy is broken at entry \(at)"
    case .entryDeparts(let number): "entry \(number) of the journal is another than was copied"
    case .entryGone(let number): "entry \(number), which was copied, is not in the journal"
    case .bytesChanged(let report, let version): "\(name(report, version)): its bytes were changed"
    case .textChanged(let report, let version): "\(name(report, version)): its text was changed"
    case .arrivalUnknown(let report, let version):
      "\(name(report, version)): the journal does not tell of its arrival as it is"
    case .readingBroken(let report, let version, let path):
      "\(name(report, version)): its reading does not fit its text"
        + (path.isEmpty ? "" : " at \(path)")
    case .accountsDiffer(let report, let version):
      "\(name(report, version)): its accounts are not those of its reading"
    }
  }
}
