/// Why a folder could not be loaded as a language model.
public enum ModelError: Error, Hashable, Sendable {
  /// A file that every model has is missing or cannot be read.
  case unreadable(file: String)
  /// A file's bytes do not follow its format at the given offset.
  case damaged(file: String, offset: Int, cause: String)
  /// A file is well formed but does not hold what this engine can run.
  case unsupported(file: String, cause: String)
  /// A file names a label outside the closed lists of this library.
  case unknownLabel(file: String, label: String)

  /// The file at fault, relative to the model's folder.
  public var file: String {
    switch self {
    case .unreadable(let file), .damaged(let file, _, _), .unsupported(let file, _),
      .unknownLabel(let file, _):
      file
    }
  }
}
