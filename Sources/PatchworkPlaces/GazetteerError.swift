/// Why a gazetteer could not be opened, read or written.
public enum GazetteerError: Error, Equatable, Sendable {
  /// The file could not be read.
  case unreadable(file: String, cause: String)
  /// The file is no gazetteer index.
  case notAnIndex(file: String)
  /// The index was written by another version of Patchwork.
  case otherVersion(file: String, found: Int, expected: Int)
  /// The index is damaged.
  case damaged(file: String, cause: String)
  /// The file could not be written.
  case unwritable(file: String, cause: String)
  /// A file to import is of no kind that is known.
  case unknownKind(file: String)
}
