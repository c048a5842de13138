import ArgumentParser
import Foundation
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// `patchwork factuality`: how sure a text makes given words of it; for measuring and training, not listed in the help.
struct FactualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factuality",
    abstract: "Prints how sure texts make the events named by words at given offsets.",
    discussion: """
      Reads JSON lines {"id": …, "text": …, "at": [offset …]} from standard input, offsets in code points. Prints a line \
      {"id", "events": [{"at", "value", "certainty", "grounds"} …]} each; an offset on no word gives null.

      Example:
        patchwork factuality < questions.jsonl
      """, shouldDisplay: false)

  @Option(help: "The language model: sm or md.")
  var model: LanguageModelChoice = .sm

  func run() throws {
    let reader = try Reader.installed(model)
    var number = 0
    while let line = readLine() {
      number += 1
      guard let question = Question(line) else {
        throw ExitStatus.inputData.saying(
          "line \(number) is not {\"id\", \"text\", \"at\": [offset …]}; mend it and start again")
      }
      let offsets = question.offsets.compactMap { $0.byte }
      var found = reader.factuality(in: question.text, at: offsets).makeIterator()
      let events = question.offsets.map { $0.byte == nil ? nil : found.next() ?? nil }
      FileHandle.standardOutput.write(Data(answer(to: question, events)))
    }
  }

  /// One line of the input.
  private struct Question {
    let id: String
    let text: String
    let offsets: [(point: Int, byte: Int?)]

    init?(_ line: String) {
      guard
        let value = try? Array(line.utf8).withUnsafeBufferPointer({ try JSONParser.parse($0) }),
        let id = value["id"]?.string, let text = value["text"]?.string,
        case .array(let numbers)? = value["at"]
      else { return nil }
      self.id = id
      self.text = text
      let scalars = text.unicodeScalars
      offsets = numbers.compactMap { number in
        guard case .number(let written) = number, let point = Int(written) else { return nil }
        let index =
          point >= 0
          ? scalars.index(scalars.startIndex, offsetBy: point, limitedBy: scalars.endIndex) : nil
        return (point, index.map { text.utf8.distance(from: text.utf8.startIndex, to: $0) })
      }
      guard offsets.count == numbers.count else { return nil }
    }
  }

  private func answer(to question: Question, _ events: [Factuality?]) -> [UInt8] {
    var json = JSONWriter()
    json.begin(.object)
    json.member("id", question.id)
    json.key("events")
    json.begin(.array)
    for (offset, event) in zip(question.offsets, events) {
      guard let event else {
        json.null()
        continue
      }
      json.begin(.object)
      json.member("at", orNull: offset.point)
      json.member("value", orNull: event.value)
      json.member("certainty", orNull: event.certainty)
      json.key("grounds")
      json.begin(.array)
      for ground in event.grounds { json.string(ground) }
      json.end(.array)
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
    json.newline()
    return json.bytes
  }
}
