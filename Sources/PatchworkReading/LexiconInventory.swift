import Foundation
public import PatchworkText

/// What became of the lexicons that ship with the reader.
public struct LexiconInventory: Sendable {
  /// Rows by file name, in the order of the names.
  public private(set) var rows: [(file: String, count: Int)] = []
  /// Why files could not be read.
  public private(set) var faults: [LexiconError] = []

  /// Reads every lexicon of the reader once.
  public init() {
    let folder = Bundle.module.bundleURL.appending(path: "Lexicons").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if names.isEmpty { faults.append(.unreadable(file: folder)) }
    for name in names.sorted() where name.hasSuffix(".tsv") {
      do throws(LexiconError) {
        rows.append((name, try LexiconFolder.table(name).rows.count))
      } catch {
        faults.append(error)
      }
    }
  }
}
