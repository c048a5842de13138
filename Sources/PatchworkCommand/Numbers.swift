import ArgumentParser
import Foundation
import PatchworkRecord
import PatchworkText

/// `patchwork numbers`: every number that a text writes, judged by nothing but its words.
struct Numbers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: "Prints every number that a text writes, in words or digits, with its value.",
    discussion: """
      Reads a text a line from standard input and prints a line of JSON for each. What a number counts is told by \
      patchwork read; this reads the words alone.

      Example:
        echo "Two and a half million fled" | patchwork numbers
      """)

  func run() throws {
    while let line = readLine() {
      FileHandle.standardOutput.write(Data(Self.line(line)))
    }
  }

  /// The numbers of one text as a line of JSON, offsets in code points.
  static func line(_ text: String) -> [UInt8] {
    let atoms = Atoms(text)
    let places = CodePoints(text)
    var json = JSONWriter(capacity: 256)
    json.begin(.array)
    for number in WrittenNumber.all(in: atoms) {
      json.begin(.object)
      json.member("start", orNull: places.offset(ofByte: number.span.start))
      json.member("end", orNull: places.offset(ofByte: number.span.end))
      json.member("text", text[number.span])
      json.member("kind", number.kind.rawValue)
      json.key("value")
      json.number(number.value)
      json.end(.object)
    }
    json.end(.array)
    json.newline()
    return json.bytes
  }
}
