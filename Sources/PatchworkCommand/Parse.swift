import ArgumentParser
import Foundation
import PatchworkLanguage

/// `patchwork parse`: what the language engine says of a text.
struct ParseCommand: ParsableCommand {
  /// The forms a parse can be printed in.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case json, conllu
  }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints the tokens, tags, dependency tree, lemmas and entities of a text.",
    discussion: """
      Reads one text from standard input.

      Example:
        echo "Residents said the bridge was hit." | patchwork parse --to conllu
      """)

  @Option(help: "The language model: sm, or md with pretrained vectors.")
  var model = LanguageModelChoice.sm

  @Option(help: "The form to print: json or conllu.")
  var to = Form.json

  func run() throws {
    let pipeline = try model.load(from: DataFolder())
    let input = FileHandle.standardInput.readDataToEndOfFile()
    let parse = pipeline.annotate(String(decoding: input, as: UTF8.self))
    let output =
      switch to {
      case .json: ParseJSON.line(parse)
      case .conllu: CoNLLU.text(parse)
      }
    FileHandle.standardOutput.write(Data(output))
  }
}
