import Foundation

/// A file, folder or standard input, with the id that a report has which is the whole of it.
struct InputPath: Equatable {
  /// As given, or as found in a folder given.
  var path: String
  var id: String

  /// The name of a file without its folders and ending.
  static func identifier(of path: String) -> String {
    if path == "-" { return "standard-input" }
    return withoutEnding(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// What a folder holds, sorted by name, hidden files and linked folders left out; nil when it is no folder.
  ///
  /// Files in a folder have their way from it in their ids, so that no two are the same.
  func inside(_ identify: (String) -> String) -> [InputPath]? {
    guard path != "-", Self.isFolder(path, followingLinks: true) else { return nil }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return nil
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      let inner = "\(folder)/\(name)"
      if Self.isFolder(inner, followingLinks: true), !Self.isFolder(inner, followingLinks: false) {
        return nil
      }
      let isPath = identify(inner) == inner
      return InputPath(path: inner, id: isPath ? inner : "\(id)/\(Self.withoutEnding(name))")
    }
  }

  private static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    let path = followingLinks ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func withoutEnding(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
