import Foundation

/// A file system of a few megabytes, where the system lets a test mount one.
enum SmallDisk {
  /// Whether one can be mounted, tried once.
  static let isPossible: Bool = {
    do {
      try with(megabytes: 1) { _ in }
      return true
    } catch {
      return false
    }
  }()

  struct CannotMount: Error {}

  /// Runs a body with the folder of a new file system, which is gone afterwards.
  static func with(megabytes: Int, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("disk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard
      run("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "patchwork-test", folder.path]) == 0
    else { throw CannotMount() }
    defer { _ = run("umount", ["-l", folder.path]) }
    try body(folder)
  }

  private static func run(_ program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
