import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite final class FolderStateTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID())")
  let files = ["model": "weights", "parser/moves": "S R L"]

  init() throws {
    for (path, text) in files { try write(path, text) }
    let sums = files.sorted { $0.key < $1.key }.map { "\(sha256Hex($0.value))  \($0.key)\n" }
    try write("SHA256SUMS", sums.joined())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ text: String) throws {
    let url = folder.appending(path: path)
    let parent = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  var pinned: String {
    get throws {
      try sha256Hex(String(contentsOf: folder.appending(path: "SHA256SUMS"), encoding: .utf8))
    }
  }

  @Test func `is verified when every file is as its sum says`() throws {
    #expect(FolderState.of(folder.path) == .verified(files: 2))
    #expect(try FolderState.of(folder.path, pinned: pinned) == .verified(files: 2))
  }

  @Test(arguments: ["weightz", "wei", ""])
  func `names a file that holds something else`(text: String) throws {
    try write("model", text)
    #expect(FolderState.of(folder.path) == .damaged(file: "model"))
  }

  @Test func `names a file that is missing`() throws {
    try FileManager.default.removeItem(at: folder.appending(path: "parser/moves"))
    #expect(FolderState.of(folder.path) == .damaged(file: "parser/moves"))
  }

  @Test func `does not take sums that are not the pinned ones`() throws {
    let before = try pinned
    try write("model", "other")
    try write("SHA256SUMS", "\(sha256Hex("other"))  model\n")
    #expect(FolderState.of(folder.path) == .verified(files: 1))
    #expect(FolderState.of(folder.path, pinned: before) == .damaged(file: "SHA256SUMS"))
  }

  @Test(arguments: ["", "\n", "not a sum\n", String(repeating: "é", count: 80) + "\n"])
  func `does not take sums that are not sums`(text: String) throws {
    try write("SHA256SUMS", text)
    #expect(FolderState.of(folder.path) == .damaged(file: "SHA256SUMS"))
  }

  @Test func `is missing where there is no folder`() {
    #expect(FolderState.of(folder.path + "-other") == .missing)
  }
}
