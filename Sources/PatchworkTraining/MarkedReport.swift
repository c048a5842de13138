import Foundation
import PatchworkExtraction
import PatchworkRecord
import PatchworkText

/// A report with its attributions marked by people: offsets in code points.
struct MarkedReport {
  /// An attribution: what is attributed, and the words that attribute it.
  struct Attribution {
    var content: Set<Int>
    var cue: Set<Int>
  }

  /// Why marked reports could not be read.
  enum Fault: Error {
    case unreadable(String)
    case malformed(String, line: Int)
  }

  let report: Report
  let attributions: [Attribution]

  /// The reports of a file with a JSON object a line, as PolNeAR is kept: `text`, and `attributions` with `content` and `cue`.
  static func attributions(in file: String) throws -> [MarkedReport] {
    try objects(in: file).enumerated().map { number, object in
      guard let text = object["text"]?.string, case .array(let marked)? = object["attributions"]
      else {
        throw Fault.malformed(file, line: number + 1)
      }
      return try MarkedReport(
        id: object["id"]?.string ?? "", text: text,
        attributions: marked.map {
          Attribution(content: cells($0["content"]), cue: cells($0["cue"]))
        })
    }
  }

  /// The reports of a folder of annotated accounts: a text and an object an account for each.
  static func accounts(in folder: String) throws -> [MarkedReport] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".jsonl") }.map { name in
      let base = folder + "/" + name.dropLast(6)
      guard let data = FileManager.default.contents(atPath: base + ".txt") else {
        throw Fault.unreadable(base + ".txt")
      }
      let attributed = try objects(in: folder + "/" + name).filter { account in
        account["quoted"]?.string != "none" || account["source"]?["kind"]?.string != "author"
      }
      return try MarkedReport(
        id: name, text: String(decoding: data, as: UTF8.self),
        attributions: attributed.map {
          Attribution(content: cells($0["content_spans"]), cue: cells($0["cue_spans"]))
        })
    }
  }

  private init(id: String, text: String, attributions: [Attribution]) throws {
    self.attributions = attributions
    report = try Self.report(id: id, text: text)
  }

  /// A text as a report, through the door by which reports come in.
  static func report(id: String, text: String) throws -> Report {
    let line = try JSONSerialization.data(withJSONObject: ["id": id, "text": text])
    return try ReportLine(RawLine(number: 1, content: .bytes([UInt8](line)))).result.get()
  }

  /// The objects of a file with one a line.
  static func objects(in file: String) throws -> [JSONValue] {
    try lines(of: file).enumerated().map { try object($1, file, line: $0 + 1) }
  }

  /// The lines of a file that are not empty.
  static func lines(of file: String) throws -> [[UInt8]] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Fault.unreadable(file)
    }
    return data.split(separator: 0x0A).map { [UInt8]($0) }
  }

  /// The object of a line of a file.
  static func object(_ text: [UInt8], _ file: String, line: Int = 0) throws -> JSONValue {
    do {
      return try text.withUnsafeBufferPointer { try JSONParser.parse($0) }
    } catch {
      throw Fault.malformed(file, line: line)
    }
  }

  /// The code points that spans cover, given as pairs.
  private static func cells(_ value: JSONValue?) -> Set<Int> {
    guard case .array(let spans)? = value else { return [] }
    var covered: Set<Int> = []
    for case .array(let pair) in spans {
      guard case .number(let start)? = pair.first, case .number(let end)? = pair.last,
        let low = Int(start), let high = Int(end), low <= high
      else { continue }
      covered.formUnion(low..<high)
    }
    return covered
  }
}
