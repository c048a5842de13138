import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkExtraction
import PatchworkRecord

/// `patchwork extract`: the article that a file holds, and nothing but the article.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes the article out of pages and texts.",
    discussion: """
      Pages, plain text, JSON lines, web archives (WARC, ARC), feeds, mail (mbox, eml) and PDF are told apart by \
      their content; folders are walked in the order of names. As JSON lines every report gives one line, in order: \
      {"id": FILE, "title", "published", "byline", "outlet", "kind", "dateline", "credits", "notes", "text", …}, or \
      {"id": FILE, "error": {"code", "message"}}. As html one page shows every block of what came in: kept, or left \
      out and why; --explain says the same on a terminal, and as "blocks" in JSON lines.

      Pages that hold no article of their own are refused: index pages, error pages, pages without a paragraph.

      A file that cannot be used is named on standard error and the others are done. Ends with 0 when all were \
      used, 65 when some were not valid, 66 when some could not be opened, 74 when writing failed.

      Example:
        patchwork extract --to jsonl Samples/2016-09-21-northgate-daily-grounding.html
      """)

  /// Forms of output.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, markdown, html
  }

  @Argument(help: "Files and folders to read; - or none is standard input.")
  var files: [String] = []

  @Option(help: "What to write: text, jsonl, markdown or html.")
  var to: Form = .text

  @Flag(help: "Show every block of what came in, with what was kept, what was left out, and why.")
  var explain = false

  @Option(help: "What comes in; auto tells it by content.")
  var from: ReadSource = .auto

  @Option(help: "Colours on the terminal: auto, always or never.")
  var colour: ColourChoice = .auto

  /// Whether blocks are shown one by one.
  private var explains: Bool { explain || to == .html }

  func validate() throws {
    if explain, to == .markdown {
      throw ValidationError("--explain goes with --to text, jsonl or html")
    }
  }

  func run() async throws {
    var bad: [ExtractionError] = []
    var page = ExtractionPage()
    let form = TerminalForm(colour: colour, width: nil, toFile: false)
    var source = ParcelSource(files.isEmpty ? ["-"] : files, form: from) { $0 }
    do throws(ReadOutput.Failure) {
      var output = ReadOutput()
      if to == .html { try output.write(page.beginning()) }
      let atOnce = 2 * ProcessInfo.processInfo.activeProcessorCount
      while true {
        let batch = source.next(atOnce)
        if batch.isEmpty { break }
        for explained in await Self.items(batch, explained: explains) {
          if case .failure(let failure) = explained.item {
            FileHandle.standardError.write(Data("patchwork: \(failure.sentence)\n".utf8))
            bad.append(failure.error)
          }
          try output.write(
            to == .html ? Array(page.article(explained).utf8) : shown(explained, form))
        }
      }
      if to == .html { try output.write(page.end()) }
      try output.finish()
    } catch {
      let reason = String(cString: strerror(error.number))
      throw ExitStatus.inputOutput.saying("cannot write standard output: \(reason)")
    }
    if let note = PassedOver.note(source.passedOver) {
      FileHandle.standardError.write(Data("patchwork: \(note)\n".utf8))
    }
    guard !bad.isEmpty else { return }
    throw (bad.allSatisfy { $0.code == .unreadable } ? ExitStatus.noInput : .inputData).code
  }

  /// Takes the article out of some parcels at once; in their order.
  private static func items(
    _ parcels: [(input: String, parcel: Parcel)], explained: Bool
  ) async -> [ExplainedReport] {
    await withTaskGroup(of: (Int, ExplainedReport).self) { group in
      for (index, (input, parcel)) in parcels.enumerated() {
        group.addTask {
          let item = ReadItem(parcel, of: input)
          return (index, ExplainedReport(item, bytes: explained ? parcel.bytes : []))
        }
      }
      var items: [(Int, ExplainedReport)] = []
      for await item in group { items.append(item) }
      return items.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// What is printed of an input.
  private func shown(_ explained: ExplainedReport, _ form: TerminalForm) -> [UInt8] {
    if explain, to == .text {
      let lines = ArticleExplanation(form: form).lines(explained).map { $0 + "\n" }
      return Array(lines.joined().utf8)
    }
    switch explained.item {
    case .failure(let failure):
      return to == .jsonl ? failure.jsonLine : []
    case .report(let report, _):
      switch to {
      case .jsonl: return ArticleOutput.line(report, blocks: explain ? explained.blocks : nil)
      case .markdown: return ArticleMarkdown.of(report)
      case .text, .html: return ArticleOutput.text(report)
      }
    }
  }
}
