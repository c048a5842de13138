import ArgumentParser
import PatchworkLanguage

/// The language models that set-up installs.
enum LanguageModelChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// The small one, without pretrained vectors.
  case sm
  /// The middle one, a little better with names.
  case md

  /// Name of the model.
  var name: String { "en_core_web_\(rawValue)" }

  /// The version that set-up pins.
  static let version = "3.8.0"

  /// Loads the model, or says what is missing and how it is mended.
  func load(from data: DataFolder) throws -> Pipeline {
    let folder = data.model(name, version: Self.version)
    do {
      return try Pipeline(folder: folder)
    } catch {
      switch error {
      case .unreadable(let file):
        throw ExitStatus.unavailable.saying(
          "the language model \(name) is not in \(folder) (no \(file)); `make setup` or `make demo` installs it"
        )
      case .damaged(let file, let offset, let cause):
        throw ExitStatus.unavailable.saying(
          "the language model's file \(folder)/\(file) is damaged at byte \(offset) (\(cause)); `make setup` mends it"
        )
      case .unsupported(let file, let cause):
        throw ExitStatus.unavailable.saying(
          "the language model's file \(folder)/\(file) is of another kind: \(cause); `make setup` mends it"
        )
      case .unknownLabel(let file, let label):
        throw ExitStatus.unavailable.saying(
          "the language model's file \(folder)/\(file) has the unknown label \"\(label)\"; `make setup` mends it"
        )
      }
    }
  }
}
