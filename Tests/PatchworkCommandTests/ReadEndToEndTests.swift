import Foundation
import Testing

@testable import PatchworkCommand

/// Runs of the built program on the samples.
@Suite(
  .enabled(if: Built.program != nil, "The program is not beside the tests."),
  .enabled(if: Built.hasModel, "The language model is not installed (make setup)."))
struct ReadEndToEndTests {
  private let samples = Built.package.appendingPathComponent("Samples")

  @Test func `reads a report to accounts in plain text when piped`() throws {
    let done = try Built.run([
      "read", "--width", "90",
      samples.appendingPathComponent("2016-09-20-levant-wire-convoy.txt").path,
    ])
    #expect(done.status == 0)
    #expect(done.errors.isEmpty)
    #expect(!done.output.contains("\u{1B}"))
    #expect(done.output.contains("Levant Wire · 20 September 2016"))
    let rows = done.output.split(separator: "\n").filter {
      $0.hasPrefix("  Russia’s defence ministry")
    }
    #expect(rows.contains { $0.contains("denies") })
  }

  @Test func `every line of the machine form parses and its spans cut their words from the report`()
    throws
  {
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted()
    #expect(names.count >= 14)
    let paths = names.map { samples.appendingPathComponent($0).path }
    let done = try Built.run(["read", "--to", "jsonl", "--threads", "2"] + paths)
    #expect(done.status == 0)
    let lines = done.output.split(separator: "\n")
    #expect(lines.count == names.count)
    for (path, line) in zip(paths, lines) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let text = try object["text"] as? String ?? String(contentsOfFile: path, encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      let accounts = try #require(object["accounts"] as? [[String: Any]])
      #expect(!accounts.isEmpty)
      for account in accounts {
        let sentence = try #require(account["sentence"] as? [String: Any])
        let start = try #require(sentence["start"] as? Int)
        let end = try #require(sentence["end"] as? Int)
        #expect(
          String(String.UnicodeScalarView(scalars[start..<end])) == sentence["text"] as? String)
      }
    }
  }

  /// Reports in languages that are not read, in words of our own.
  static let foreign = [
    ("Arabic", "قال متحدث باسم الجيش يوم الاثنين إن قواته دخلت البلدة من الجنوب وقتلت 13 شخصا."),
    (
      "Russian",
      "Представитель армии заявил в понедельник, что войска вошли в город, погибли 13 человек."
    ),
    (
      "French",
      "L’armée a déclaré lundi que ses forces étaient entrées dans la ville par le sud, et que 13 personnes étaient mortes. Des habitants ont dit que des obus avaient touché la boulangerie et le moulin, qui est au bord de la route."
    ),
    (
      "Turkish",
      "Ordu pazartesi günü kentin ele geçirildiğini ve 13 kişinin öldüğünü söyledi, ama bu bir iddia. Kentte yaşayan bir kişi ise fırının ve değirmenin vurulduğunu, çok sayıda kişinin yaralandığını ve yolun kapalı olduğunu söyledi."
    ),
  ]

  @Test(arguments: foreign, [nil, "en"] as [String?])
  func `a report in another language is kept, not read, and said not to be`(
    report: (language: String, text: String), said: String?
  ) throws {
    let language = said.map { ", \"language\": \"\($0)\"" } ?? ""
    let line = "{\"id\": \"a\", \"text\": \"\(report.text)\"\(language)}"
    let lines = try Built.run(["read", "--to", "jsonl"], input: line)
    #expect(lines.status == 0)
    #expect(
      lines.errors.contains("1 report was not read, as only English is: 1 in \(report.language)"))
    #expect(lines.output.contains("\"not_read\":\"language\""))
    #expect(lines.output.contains("\"accounts\":[]"))
    #expect(lines.output.contains("\"places\":[],\"times\":[],\"quantities\":[]"))
    let shown = try Built.run(["read"], input: line)
    #expect(shown.output.contains("Not read: only English is, and this is in \(report.language)."))
    try withFiles([("a.record", "")]) { paths in
      let record = paths[0] + ".new"
      let added = try Built.run(["add", "--db", record], input: line)
      #expect(added.status == 0)
      #expect(added.errors.contains("1 report added"))
      #expect(added.errors.contains("not read, as only English is: 1 in \(report.language)"))
      let kept = try Built.run(["report", "--db", record, "a"])
      #expect(kept.output.contains("this is in \(report.language)."))
      #expect(kept.output.contains("language  \(report.language)"))
    }
  }

  @Test func `one thread and several give the same bytes`() throws {
    let lines = try (0..<12).map { number in
      let text = try String(
        contentsOf: samples.appendingPathComponent("2016-09-19-levant-wire-truce-ends.txt"),
        encoding: .utf8)
      let data = try JSONSerialization.data(withJSONObject: ["id": "\(number)", "text": text])
      return String(decoding: data, as: UTF8.self)
    }.joined(separator: "\n")
    let one = try Built.run(["read", "--to", "jsonl", "--threads", "1"], input: lines)
    let three = try Built.run(["read", "--to", "jsonl", "--threads", "3"], input: lines)
    #expect(one.status == 0)
    #expect(one.output == three.output)
    #expect(one.output.split(separator: "\n").count == 12)
  }

  @Test(arguments: ["jsonl", "text", "html"])
  func `no text harms it`(form: String) throws {
    let texts = [
      "", " \n\n", "“An unpaired mark, he said. «Another",
      "قال متحدث إن القافلة دخلت حلب يوم الاثنين.",
      "発言人は、車列が攻撃されたと述べた。", "No date and nobody says anything.",
      String(repeating: "(", count: 3000), "a\u{0}b said.",
      "Line\r\nends\rof\nall kinds, she said.",
    ]
    let lines = try texts.map { text in
      let data = try JSONSerialization.data(withJSONObject: ["id": "x", "text": text])
      return String(decoding: data, as: UTF8.self)
    }
    let done = try Built.run(
      ["read", "--from", "jsonl", "--to", form], input: lines.joined(separator: "\n"))
    #expect(done.status == 0, "\(done.errors)")
    if form == "jsonl" { #expect(done.output.split(separator: "\n").count == texts.count) }
  }

  @Test func `a bad line is named and counted, and the rest is read`() throws {
    let input = "{\"id\": \"a\", \"text\": \"He denied it.\"}\nbroken\n{\"id\": \"b\"}\n"
    let done = try Built.run(["read", "--from", "jsonl", "--to", "jsonl"], input: input)
    #expect(done.status == 65)
    #expect(done.output.split(separator: "\n").count == 3)
    #expect(
      done.errors == """
        patchwork: standard input, line 2: is not JSON (byte 0)
        patchwork: standard input, line 3: the field “text” is missing
        patchwork: 2 inputs could not be read; read 1 report

        """)
  }

  @Test func `a page is written to the file that is named`() throws {
    try withFiles([
      ("page.html", "old"), ("report.txt", "The army denied that it had shelled Homs."),
    ]) {
      let done = try Built.run(["read", "--to", "html", "--output", $0[0], $0[1]])
      #expect(done.status == 0)
      #expect(done.output.isEmpty)
      let page = try String(contentsOfFile: $0[0], encoding: .utf8)
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(page.contains("<span class=\"stance\">denies</span>"))
    }
  }

  @Test(arguments: [
    ("read /nowhere/at/all", Int32(66)), ("read --published Monday -", 64), ("read --to pdf", 64),
    ("read --output /nowhere/at/all -", 74),
  ])
  func `what cannot be done has a status of its own`(line: String, status: Int32) throws {
    let done = try Built.run(line.split(separator: " ").map(String.init))
    #expect(done.status == status)
    #expect(!done.errors.isEmpty)
  }
}

/// The program as it was built beside the tests.
enum Built {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let program: URL? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let program = URL(filePath: tests).deletingLastPathComponent().appendingPathComponent(
      "patchwork")
    return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
  }()

  static var hasModel: Bool {
    let folder = DataFolder().model("en_core_web_sm", version: LanguageModelChoice.version)
    return FileManager.default.fileExists(atPath: folder + "/tokenizer")
  }

  static var hasGazetteer: Bool {
    FileManager.default.fileExists(atPath: DataFolder().gazetteerIndex)
  }

  /// How a run ended.
  struct Done {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the program to its end; input and output pass through files, so that no pipe can fill up.
  static func run(_ arguments: [String], input: String = "") throws -> Done {
    var done = Done(status: -1, output: "", errors: "")
    try withFiles([("in", input), ("out", ""), ("err", "")]) { paths in
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.standardInput = FileHandle(forReadingAtPath: paths[0])
      process.standardOutput = FileHandle(forWritingAtPath: paths[1])
      process.standardError = FileHandle(forWritingAtPath: paths[2])
      try process.run()
      process.waitUntilExit()
      done = Done(
        status: process.terminationStatus,
        output: try String(contentsOfFile: paths[1], encoding: .utf8),
        errors: try String(contentsOfFile: paths[2], encoding: .utf8))
    }
    return done
  }
}
