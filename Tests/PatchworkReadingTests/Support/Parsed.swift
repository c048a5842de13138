import Foundation
import PatchworkLanguage
import PatchworkRecord
import PatchworkTestSupport
import PatchworkText

@testable import PatchworkReading

/// Sentences of the tests, parsed by the small model where it is installed.
enum Parsed {
  /// The model's pipeline, or nil where the data folder has none.
  static let pipeline: Pipeline? = try? Pipeline(folder: TestData.model("sm"))

  /// Whether sentences can be parsed here.
  static var isPossible: Bool { pipeline != nil }

  /// The tree of a text.
  static func tree(_ text: String) -> ParseTree? {
    pipeline.map { ParseTree($0.annotate(text)) }
  }
}
