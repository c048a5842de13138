import GRDB

/// Why a record cannot be used.
public enum RecordFileError: Error, Equatable, Sendable {
  /// There is no file.
  case missing(path: String)
  /// The file is not a record.
  case notARecord(path: String)
  /// The file was written by a newer program.
  case newer(path: String, version: Int, known: Int)
  /// The file was written by an older program and was opened for reading only; what is asked for came later.
  case older(path: String, version: Int, needed: Int)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// The record is in a mode in which this is not done.
  case held(path: String, RecordModeState)
  /// The file cannot be written.
  case readOnly(path: String)
  /// Another program is writing for longer than one waits.
  case busy(path: String)
  /// There is no room left on the disk.
  case full(path: String)
  /// Another failure of the file or the disk; nothing acknowledged is lost, and the file must be opened anew.
  case unusable(path: String, reason: String)

  init(_ error: DatabaseError, path: String) {
    self =
      switch error.resultCode {
      case .SQLITE_CORRUPT: .damaged(path: path, reason: error.message ?? "")
      case .SQLITE_NOTADB: .notARecord(path: path)
      case .SQLITE_READONLY: .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_FULL: .full(path: path)
      default: .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
      }
  }
}
