import Foundation
import PatchworkLanguage
import PatchworkRecord
import PatchworkText

@testable import PatchworkReading

/// Sentences of the tests, parsed by the small model where it is installed.
enum Parsed {
  /// The model's pipeline, or nil where the data folder has none.
  static let pipeline: Pipeline? = {
    let environment = ProcessInfo.processInfo.environment
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let data =
      set("PATCHWORK_DATA") ?? set("XDG_DATA_HOME").map { $0 + "/patchwork" }
      ?? (set("HOME") ?? "") + "/.local/share/patchwork"
    return try? Pipeline(folder: data + "/models/en_core_web_sm-3.8.0")
  }()

  /// Whether sentences can be parsed here.
  static var isPossible: Bool { pipeline != nil }

  /// The tree of a text.
  static func tree(_ text: String) -> ParseTree? {
    pipeline.map { ParseTree($0.annotate(text)) }
  }
}
