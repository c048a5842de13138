import Foundation
import PatchworkText

/// The lexicons that come with the target, by file name.
enum LexiconFolder {
  /// Reads a table that ships with this target; a build without it is broken and stops here.
  static func table(_ file: String) -> LexiconTable {
    let url = Bundle.module.bundleURL.appendingPathComponent("Lexicons")
      .appendingPathComponent(file)
    do {
      return try LexiconTable(
        file: file, text: String(decoding: Data(contentsOf: url), as: UTF8.self))
    } catch {
      preconditionFailure("The lexicon \(file) of this build cannot be used: \(error)")
    }
  }
}
