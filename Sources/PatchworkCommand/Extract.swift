import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkRecord

/// `patchwork extract`: the article that a file holds, and nothing but the article.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes the article out of pages and texts.",
    discussion: """
      Pages, plain text, JSON lines, web archives (WARC, ARC), feeds, mail (mbox, eml) and PDF are told apart by \
      their content; folders are walked in the order of names. As JSON lines every report gives one line, in order: \
      {"id": FILE, "title", "published", "byline", "outlet", "text", …}, or {"id": FILE, "error": {"code", "message"}}.

      A file that cannot be used is named on standard error and the others are done. Ends with 0 when all were \
      used, 65 when some were not valid, 66 when some could not be opened, 74 when writing failed.

      Example:
        patchwork extract --to jsonl Samples/2016-09-21-northgate-daily-grounding.html
      """)

  /// Forms of output.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Argument(help: "Files and folders to read; - or none is standard input.")
  var files: [String] = []

  @Option(help: "What to write: text or jsonl.")
  var to: Form = .text

  @Option(help: "What comes in; auto tells it by content.")
  var from: ReadSource = .auto

  func run() async throws {
    var bad: [ExtractionError] = []
    var source = ParcelSource(files.isEmpty ? ["-"] : files, form: from) { $0 }
    do throws(ReadOutput.Failure) {
      var output = ReadOutput()
      let atOnce = 2 * ProcessInfo.processInfo.activeProcessorCount
      while true {
        let batch = source.next(atOnce)
        if batch.isEmpty { break }
        for item in await Self.items(batch) {
          try output.write(shown(item))
          if case .failure(let failure) = item { bad.append(failure.error) }
        }
      }
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
  private static func items(_ parcels: [(input: String, parcel: Parcel)]) async -> [ReadItem] {
    await withTaskGroup(of: (Int, ReadItem).self) { group in
      for (index, (input, parcel)) in parcels.enumerated() {
        group.addTask { (index, ReadItem(parcel, of: input)) }
      }
      var items: [(Int, ReadItem)] = []
      for await item in group { items.append(item) }
      return items.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// What is printed of an item; names a failure on standard error.
  private func shown(_ item: ReadItem) -> [UInt8] {
    switch item {
    case .report(let report, _):
      return to == .text ? ArticleOutput.text(report) : ArticleOutput.line(report)
    case .failure(let failure):
      FileHandle.standardError.write(Data("patchwork: \(failure.sentence)\n".utf8))
      return to == .jsonl ? failure.jsonLine : []
    }
  }
}
