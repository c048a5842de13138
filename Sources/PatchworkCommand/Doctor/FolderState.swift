import Foundation
import PatchworkRecord

/// What became of a folder's files since set-up wrote them.
enum FolderState: Equatable, Sendable {
  /// The folder is not there.
  case missing
  /// Every file has the hash that SHA256SUMS gives it.
  case verified(files: Int)
  /// A file is missing or holds something else.
  case damaged(file: String)

  /// Reads every byte that a folder's SHA256SUMS names.
  ///
  /// - Parameter pinned: the SHA-256 that SHA256SUMS itself must have, where it is known beforehand.
  static func of(_ folder: String, pinned: String? = nil) -> FolderState {
    guard FileManager.default.fileExists(atPath: folder) else { return .missing }
    let name = "SHA256SUMS"
    guard let sums = FileManager.default.contents(atPath: folder + "/" + name) else {
      return .damaged(file: name)
    }
    if let pinned, sha256Hex([UInt8](sums)) != pinned { return .damaged(file: name) }
    var files = 0
    for line in String(decoding: sums, as: UTF8.self).split(separator: "\n") {
      let hash = line.prefix(64)
      let path = line.dropFirst(64)
      guard hash.utf8.count == 64, path.hasPrefix("  "), path.utf8.count > 2 else {
        return .damaged(file: name)
      }
      let file = String(path.dropFirst(2))
      let url = URL(filePath: folder).appending(path: file)
      guard let bytes = try? Data(contentsOf: url, options: .mappedIfSafe),
        bytes.withUnsafeBytes({ sha256Hex($0) }) == hash
      else { return .damaged(file: file) }
      files += 1
    }
    return files > 0 ? .verified(files: files) : .damaged(file: name)
  }

  /// The state in a few words.
  var words: String {
    switch self {
    case .missing: "not installed"
    case .verified(let files): "verified (\(files) files)"
    case .damaged(let file): "damaged: \(file)"
    }
  }

  /// The state as the end of a sentence about the folder.
  var sentence: String {
    switch self {
    case .missing: "is not installed"
    case .verified: "is verified"
    case .damaged(let file): "is damaged (\(file))"
    }
  }

  /// Whether every file is as it should be.
  var isVerified: Bool {
    if case .verified = self { true } else { false }
  }
}
