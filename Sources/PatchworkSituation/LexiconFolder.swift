import Foundation
import PatchworkText

/// The tables that come with the target, by file name.
enum LexiconFolder {
  /// Reads a table that ships with this target.
  static func table(_ file: String) throws(LexiconError) -> LexiconTable {
    let url = Bundle.module.bundleURL.appendingPathComponent("Lexicons")
      .appendingPathComponent(file)
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: file) }
    return try LexiconTable(file: file, text: String(decoding: data, as: UTF8.self))
  }
}
