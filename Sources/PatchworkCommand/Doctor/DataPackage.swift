import Foundation
import PatchworkText

/// A data package that set-up can install: a row of the table that set-up reads too.
struct DataPackage: Equatable, Sendable {
  /// Name in the data folder ("en_core_web_sm").
  let id: String
  /// "model" or "gazetteer".
  let kind: String
  let version: String
  /// "default", or the make target that brings it.
  let install: String
  let licence: String
  /// Whose work it is.
  let credit: String
  /// Its folder under the data folder.
  let folder: String
  /// SHA-256 that its SHA256SUMS must have.
  let sums: String

  /// Name and version together.
  var title: String { "\(id) \(version)" }
  /// Whether Patchwork needs it; the others serve an option.
  var isNeeded: Bool { install == "default" }
  /// The command that installs or mends it.
  var command: String { isNeeded ? "make setup" : "make \(install)" }

  /// The packages that this version of Patchwork knows, in the table's order.
  static func known() throws -> [DataPackage] {
    let url = Bundle.module.bundleURL.appending(path: "Packages/packages.tsv")
    let text = try String(contentsOf: url, encoding: .utf8)
    return try read(LexiconTable(file: "packages.tsv", text: text))
  }

  /// The packages of a table.
  static func read(_ table: LexiconTable) -> [DataPackage] {
    table.rows.map { row in
      DataPackage(
        id: row["id"], kind: row["kind"], version: row["version"], install: row["install"],
        licence: row["licence"], credit: row["credit"], folder: row["into"], sums: row["sums"])
    }
  }
}
