import Foundation
import PatchworkLanguage

/// Answers requests on standard input, one JSON object a line, so that a script can drive the engine
/// and another pipeline in turns on the same texts.
@main
struct LanguageServer {
  struct Request: Decodable {
    var texts: [String]
    var threads: Int?
    /// Whether the answer has the parses, or only the measures.
    var parses: Bool?
  }

  struct Answer: Encodable {
    var tokens: Int
    var cpu: Double
    var wall: Double
    var peakKilobytes: Int
    var parses: [AnnotatedText]?
  }

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: LanguageServer MODEL-FOLDER\n".utf8))
      exit(64)
    }
    let pipeline: Pipeline
    do {
      pipeline = try Pipeline(folder: CommandLine.arguments[1])
    } catch {
      FileHandle.standardError.write(Data("LanguageServer: \(error)\n".utf8))
      exit(69)
    }
    while let line = readLine() {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      let (cpu, wall) = (Clock.cpu(), Clock.wall())
      let parses = pipeline.annotate(request.texts, threads: request.threads ?? 1)
      let answer = Answer(
        tokens: parses.reduce(0) { $0 + $1.tokens.count }, cpu: Clock.cpu() - cpu,
        wall: Clock.wall() - wall, peakKilobytes: Memory.peakKilobytes(),
        parses: request.parses == true ? parses.map(AnnotatedText.init) : nil)
      FileHandle.standardOutput.write(try JSONEncoder().encode(answer) + Data("\n".utf8))
    }
  }
}

/// A parse in the shape of `patchwork parse --to json`.
struct AnnotatedText: Encodable {
  var tokens: [Row]
  var entities: [Row]

  enum Field: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }
  typealias Row = [Field]

  init(_ parse: Parse) {
    var text = parse.text
    tokens = text.withUTF8 { bytes in
      var place = 0
      var byte = 0
      return parse.tokens.map { token in
        while byte < token.span.start {
          if bytes[byte] & 0xC0 != 0x80 { place += 1 }
          byte += 1
        }
        let form = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
        return [
          .text(form), .number(place), .text(token.hasSpace ? " " : ""),
          .text(token.tag.rawValue), .text(token.pos.rawValue), .text(token.morph),
          .text(token.lemma), .text(token.dep.rawValue), .number(token.head),
          .number(token.isSentenceStart ? 1 : 0),
        ]
      }
    }
    entities = parse.entities.map {
      [.number($0.tokens.lowerBound), .number($0.tokens.upperBound), .text($0.label.rawValue)]
    }
  }
}

/// Seconds of the process and of the wall.
enum Clock {
  static func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
  static func wall() -> Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The most memory the process has held.
enum Memory {
  static func peakKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
    }
    return 0
  }
}
