import Foundation
import PatchworkDisplay

/// The folder that set-up fills and every verb reads: models, gazetteer and their sources.
struct DataFolder: Equatable, Sendable {
  /// Absolute path.
  let path: String

  /// The folder that the environment names: `PATCHWORK_DATA`, else XDG's data folder, else `~/.local/share/patchwork`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let working = FileManager.default.currentDirectoryPath
    if let named = environment["PATCHWORK_DATA"], !named.isEmpty {
      path = URL(filePath: named, relativeTo: URL(filePath: working)).standardizedFileURL.path
    } else if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") {
      path = base + "/patchwork"
    } else {
      path = (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/patchwork"
    }
  }

  /// The index of the world gazetteer.
  var gazetteerIndex: String { path + "/gazetteer/world.places" }

  /// The folder of a language model (`"en_core_web_sm"`, `"3.8.0"`).
  func model(_ name: String, version: String) -> String { path + "/models/\(name)-\(version)" }
}
