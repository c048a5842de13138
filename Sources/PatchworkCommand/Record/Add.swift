import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkExtraction
import PatchworkReading
import PatchworkRecord
import PatchworkStore

/// `patchwork init`: an empty record.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes an empty record.",
    discussion: """
      Example:
        patchwork init --db aleppo.record
      """)

  @OptionGroup var record: RecordOption

  func run() throws {
    if FileManager.default.fileExists(atPath: record.path) {
      throw ExitStatus.inputData.saying("\(record.path) exists already; nothing was changed")
    }
    _ = try record.open(create: true)
  }
}

/// `patchwork add`: reports in, read, linked and kept.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads reports, adds them to a record and links them with what is there.",
    discussion: """
      Takes what `patchwork read` takes. A record that does not exist is made. The original bytes are kept with their \
      hash; adding the same bytes again changes nothing, and a report whose bytes changed becomes a new version beside \
      the old one. What was added is on the disk when the command says so: it counts up only after each step is safe.

      Ends as `read` does: 0 when all was added, 65 when some input was not valid, 66 when an input could not be opened.

      Example:
        patchwork add --db aleppo.record Samples/2016-09-*
      """)

  @OptionGroup var record: RecordOption

  @Argument(help: "Files and folders to read; - or none is standard input.")
  var files: [String] = []

  @Option(help: "What comes in; auto tells it by content.")
  var from: ReadSource = .auto

  @Option(help: "The language model: sm or md.")
  var model: LanguageModelChoice = .sm

  @Option(
    help: ArgumentHelp(
      "Day of publication (2016-09-19) of reports that do not give their own.", valueName: "date"))
  var published: String?

  /// Reports of one transaction at most.
  static let step = 256

  func validate() throws {
    if let published, !ReportDate.isValid(published) {
      throw ValidationError("--published must be a day like 2016-09-19 or an RFC 3339 time.")
    }
  }

  func run() throws {
    let reader = try Reader.installed(model)
    let file = try record.open(create: true)
    try RecordOption.ending {
      var run = AddRun(
        reader: reader, file: file,
        source: ReportSource(files.isEmpty ? ["-"] : files, form: from, published: published),
        progress: isatty(STDERR_FILENO) == 1 ? ReadProgress(total: nil) : nil)
      try run.run()
      try run.finish()
    }
  }
}

/// One run of `add`: batches are read, then kept and linked in one transaction each.
struct AddRun {
  let reader: Reader
  let file: RecordFile
  var source: ReportSource
  var progress: ReadProgress?
  private var total = AddingOutcome()
  private var bad = 0
  private var unreadable = 0
  private var unread = UnreadTally()

  init(
    reader: Reader, file: RecordFile, source: ReportSource,
    progress: ReadProgress?
  ) {
    self.reader = reader
    self.file = file
    self.source = source
    self.progress = progress
  }

  mutating func run() throws {
    var batch: [(Report, Original)] = []
    var weight = 0
    while let item = source.next() {
      weight += item.weight
      switch item {
      case .report(let report, let original):
        batch.append((report, original))
        unread.add(report)
      case .failure(let failure):
        bad += 1
        if failure.isUnreadable { unreadable += 1 }
        progress?.clear()
        FileHandle.standardError.write(Data("patchwork: \(failure.sentence)\n".utf8))
      }
      if batch.count >= Add.step || weight >= ReadRun.batchBytes {
        try keep(batch)
        (batch, weight) = ([], 0)
      }
    }
    try keep(batch)
    progress?.clear()
  }

  private mutating func keep(_ batch: [(report: Report, original: Original)]) throws {
    if batch.isEmpty { return }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let readings = reader.read(batch.map(\.report), threads: threads)
    let now = Clock.now()
    let outcome = try file.add(
      zip(batch, readings).map { entry, reading in
        NewReport(
          report: entry.report, reading: reading, bytes: entry.original.bytes,
          isJSONLine: entry.original.isJSONLine, acquiredAt: now,
          acquiredHow: entry.original.how, tool: "patchwork \(Patchwork.version)")
      })
    total.added += outcome.added
    total.versions += outcome.versions
    total.known += outcome.known
    progress?.report(total.added + total.versions + total.known, bytes: source.bytesTaken)
  }

  /// Says what was done; ends with the status that bad input asks for.
  func finish() throws {
    let parts = [
      Plural.text(total.added, "report") + " added",
      total.versions == 0 ? nil : Plural.text(total.versions, "new version"),
      total.known == 0 ? nil : "\(total.known) known already",
    ].compactMap { $0 }
    FileHandle.standardError.write(Data((parts.joined(separator: ", ") + "\n").utf8))
    if let note = unread.note {
      FileHandle.standardError.write(Data("patchwork: \(note)\n".utf8))
    }
    if bad > 0 {
      let status: ExitStatus = bad == unreadable ? .noInput : .inputData
      throw status.saying("\(Plural.text(bad, "input")) could not be read")
    }
  }
}

/// The time of day, for entries that say when.
enum Clock {
  /// Now, RFC 3339 in UTC.
  static func now() -> String {
    Date().formatted(.iso8601)
  }
}
