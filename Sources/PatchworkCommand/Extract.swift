import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkRecord

/// Prints the article that a file holds, and nothing but the article.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes the article out of pages and texts.",
    discussion: """
      Pages and plain text are told apart by their content. A file that cannot be used is named on \
      standard error and the others are done; the status is then 65.

      Example:
        patchwork extract --to jsonl page.html report.txt
      """)

  /// Forms of output.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Option(name: .customLong("to"), help: "Form of the output: text or jsonl.")
  var form: Form = .text

  @Argument(help: "Files to read; - is standard input.")
  var files: [String]

  func run() async throws {
    var failed = 0
    for file in files {
      do throws(ExtractionError) {
        let report = try Report(id: file, bytes: InputBytes.read(file))
        write(form == .text ? ArticleOutput.text(report) : ArticleOutput.line(report))
      } catch {
        failed += 1
        warn("\(ShownText.clean(file)): \(error.sentence)")
        if form == .jsonl {
          write(
            JSONLine.failure(
              id: file, line: nil, code: error.code.rawValue, message: error.sentence))
        }
      }
    }
    if failed > 0 { throw ExitStatus.inputData.code }
  }

  private func write(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  private func warn(_ sentence: String) {
    FileHandle.standardError.write(Data("patchwork: \(sentence)\n".utf8))
  }
}

/// The forms in which an article is printed.
enum ArticleOutput {
  /// Title, outlet and date, then the article.
  static func text(_ report: Report) -> [UInt8] {
    let about = [report.outlet, report.byline, report.published?.day ?? ""].filter { !$0.isEmpty }
    let head = [report.title, about.joined(separator: " · ")].filter { !$0.isEmpty }
    return Array((head + [report.articleText]).joined(separator: "\n\n").utf8) + [0x0A, 0x0A]
  }

  /// One JSON object on a line.
  static func line(_ report: Report) -> [UInt8] {
    var json = JSONWriter(capacity: report.text.utf8.count + 512)
    json.begin(.object)
    json.member("id", report.id)
    json.member("title", orNull: report.title.isEmpty ? nil : report.title)
    json.member("published", orNull: report.published?.value)
    json.member("published_from", orNull: report.published?.origin)
    json.member("modified", orNull: report.modified?.value)
    json.member("byline", orNull: report.byline.isEmpty ? nil : report.byline)
    json.member("outlet", orNull: report.outlet.isEmpty ? nil : report.outlet)
    json.member("url", orNull: report.url.isEmpty ? nil : report.url)
    json.member("language", orNull: report.language.isEmpty ? nil : report.language)
    json.member("media_type", report.mediaType)
    json.member("encoding", report.encoding)
    json.member("sha256", report.bytesSHA256)
    json.member("text", report.articleText)
    json.end(.object)
    json.newline()
    return json.bytes
  }
}
