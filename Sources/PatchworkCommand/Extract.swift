import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkRecord

/// `patchwork extract`: the article that a file holds, and nothing but the article.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes the article out of pages and texts.",
    discussion: """
      Pages and plain text are told apart by their content. As JSON lines every file gives one line, in order: \
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

  @Argument(help: "Files to read; - or none is standard input.")
  var files: [String] = []

  @Option(help: "What to write: text or jsonl.")
  var to: Form = .text

  /// What became of a file.
  private typealias Outcome = (file: String, result: Result<Report, ExtractionError>)

  func run() async throws {
    var bad: [ExtractionError] = []
    do throws(ReadOutput.Failure) {
      var output = ReadOutput()
      let files = files.isEmpty ? ["-"] : files
      let atOnce = 2 * ProcessInfo.processInfo.activeProcessorCount
      for start in stride(from: 0, to: files.count, by: atOnce) {
        for outcome in await Self.outcomes(files[start..<min(start + atOnce, files.count)]) {
          try output.write(shown(outcome))
          if case .failure(let error) = outcome.result { bad.append(error) }
        }
      }
      try output.finish()
    } catch {
      let reason = String(cString: strerror(error.number))
      throw ExitStatus.inputOutput.saying("cannot write standard output: \(reason)")
    }
    guard !bad.isEmpty else { return }
    throw (bad.allSatisfy { $0.code == .unreadable } ? ExitStatus.noInput : .inputData).code
  }

  /// Takes the article out of some files at once; in the order of the files.
  private static func outcomes(_ files: ArraySlice<String>) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, file) in files.enumerated() {
        group.addTask { (index, (file, result(file))) }
      }
      var outcomes: [(Int, Outcome)] = []
      for await outcome in group { outcomes.append(outcome) }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func result(_ file: String) -> Result<Report, ExtractionError> {
    do throws(ExtractionError) {
      return .success(try Report(id: file, bytes: InputBytes.read(file)))
    } catch {
      return .failure(error)
    }
  }

  /// What is printed of an outcome; names a failure on standard error.
  private func shown(_ outcome: Outcome) -> [UInt8] {
    switch outcome.result {
    case .success(let report):
      return to == .text ? ArticleOutput.text(report) : ArticleOutput.line(report)
    case .failure(let error):
      let sentence = "\(ShownText.clean(outcome.file)): \(error.sentence)"
      FileHandle.standardError.write(Data("patchwork: \(sentence)\n".utf8))
      guard to == .jsonl else { return [] }
      return JSONLine.failure(
        id: outcome.file, line: nil, code: error.code.rawValue, message: error.sentence)
    }
  }
}
