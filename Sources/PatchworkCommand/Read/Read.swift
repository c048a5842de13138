import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkExtraction
import PatchworkReading

/// `patchwork read`: reports in, accounts out.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads reports: who says what happened, who denies it, where, when, how many.",
    discussion: """
      Reads plain text, web pages, JSON lines, web archives (WARC, ARC), feeds, mail (mbox, eml) and PDF, told apart \
      by content, in files and folders, and writes what their sources say: on a \
      terminal with colours, as JSON lines for programs, or as one page for a browser that needs nothing else. \
      The order of the input is kept.

      A JSON line is {"id": …, "text": …} with "published", "title", "outlet", "url" and "language" where they are \
      known, and "html" in place of "text" for a page. A plain text may begin with lines such as "Title: …", \
      "Outlet: …" and "Published: 2016-09-19", ended by an empty line.

      A report in another language than English is kept and not read: JSON lines say "not_read": "language", and \
      standard error how many there were.

      Input that is not valid is named on standard error, and in JSON lines in its place; the rest is read. \
      Ends with 0 when all was read, 65 when some input was not valid, 66 when an input could not be opened, \
      69 when the language model is not installed, 74 when writing failed.

      Examples:
        patchwork read Samples/2016-09-20-levant-wire-convoy.txt
        patchwork read --explain Samples/2016-09-20-levant-wire-convoy.txt
        patchwork read --to html --output convoy.html Samples/2016-09-2*
        patchwork read --from jsonl --to jsonl < reports.jsonl > accounts.jsonl
      """)

  @Argument(help: "Files and folders to read; - or none is standard input.")
  var files: [String] = []

  @Option(help: "What comes in; auto tells it by content.")
  var from: ReadSource = .auto

  @Option(help: "What to write: text, jsonl or html.")
  var to: ReadTarget = .text

  @Option(help: "The language model: sm or md.")
  var model: LanguageModelChoice = .sm

  @Option(
    help: ArgumentHelp(
      "Reports read at a time; as many as there are processors when not given.", valueName: "number"
    ))
  var threads: Int?

  @Flag(
    help:
      "Says of every account by which rules it was read, and what lost; with its sentence's tree.")
  var explain = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write to instead of standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Day of publication (2016-09-19) of reports that do not give their own.", valueName: "date"))
  var published: String?

  @Flag(help: "Says on standard error how long each step of reading took, as JSON.")
  var timings = false

  @Option(help: "Colours in text: auto, always or never; auto heeds NO_COLOR.")
  var color: ColourChoice = .auto

  @Option(
    help: ArgumentHelp("Columns of text; the terminal's when not given.", valueName: "columns"))
  var width: Int?

  func validate() throws {
    if let published, !ReportDate.isValid(published) {
      throw ValidationError("--published must be a day like 2016-09-19 or an RFC 3339 time.")
    }
    if explain, to == .jsonl {
      throw ValidationError("--explain is written for people: choose --to text or --to html.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be between 1 and 1024.")
    }
    if let width, width < 1 { throw ValidationError("--width must be at least 1.") }
  }

  func run() throws {
    let reader = try Reader.installed(model)
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let inputs = files.isEmpty ? ["-"] : files
    let clock = timings ? ReadingClock() : nil
    var run = ReadRun(
      read: { reader.read($0, threads: threads, clock: clock) },
      explain: explain ? { reader.explanations(of: $0) } : nil,
      complain: { failure in
        FileHandle.standardError.write(Data("patchwork: \(failure.sentence)\n".utf8))
      },
      source: ReportSource(inputs, form: from, published: published),
      view: view(), progress: progress(of: inputs))
    let tally: ReadRun.Tally
    do throws(ReadOutput.Failure) {
      var sink = if let output { try ReadOutput(path: output) } else { ReadOutput() }
      tally = try run.run(into: &sink)
      try sink.finish()
    } catch {
      let reason = String(cString: strerror(error.number))
      throw ExitStatus.inputOutput.saying("cannot write \(output ?? "standard output"): \(reason)")
    }
    if let clock {
      let steps = ReadingClock.Step.allCases.map { step in
        "\"\(step.rawValue)\": \(String(format: "%.6f", clock.seconds(step)))"
      }
      FileHandle.standardError.write(Data("{\(steps.joined(separator: ", "))}\n".utf8))
    }
    if let note = PassedOver.note(run.source.passedOver) {
      FileHandle.standardError.write(Data("patchwork: \(note)\n".utf8))
    }
    if let note = tally.unread.note {
      FileHandle.standardError.write(Data("patchwork: \(note)\n".utf8))
    }
    if tally.bad > 0 {
      let status: ExitStatus = tally.bad == tally.unreadable ? .noInput : .inputData
      let read = Plural.text(tally.reports, "report")
      throw status.saying("\(Plural.text(tally.bad, "input")) could not be read; read \(read)")
    }
  }

  private func view() -> ReadView {
    switch to {
    case .text:
      .terminal(TerminalForm(colour: color, width: width, toFile: output != nil))
    case .jsonl: .lines
    case .html: .page(PageBook())
    }
  }

  /// Progress is for people who wait: on a terminal, when the text does not scroll over the same one.
  private func progress(of inputs: [String]) -> ReadProgress? {
    guard isatty(STDERR_FILENO) == 1, output != nil || isatty(STDOUT_FILENO) == 0 else {
      return nil
    }
    var total = 0
    for input in inputs {
      let path = URL(fileURLWithPath: input == "-" ? "/dev/stdin" : input)
        .resolvingSymlinksInPath().path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular,
        let size = attributes?[.size] as? Int
      else { return ReadProgress(total: nil) }
      total += size
    }
    return ReadProgress(total: total)
  }
}
