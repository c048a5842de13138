import Foundation

/// Where set-up put the models and the gazetteer, for tests that need them.
public enum TestData {
  /// The data folder by the rule of the program; an empty variable counts as unset.
  public static let folder: String = {
    let environment = ProcessInfo.processInfo.environment
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    return set("PATCHWORK_DATA") ?? set("XDG_DATA_HOME").map { $0 + "/patchwork" }
      ?? (set("HOME") ?? NSHomeDirectory()) + "/.local/share/patchwork"
  }()

  /// The folder of a language model ("sm").
  public static func model(_ size: String) -> String {
    folder + "/models/en_core_web_\(size)-3.8.0"
  }
}
