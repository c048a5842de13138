/// A library of the operating system that was loaded, with the version it gives of itself.
public struct SystemLibrary: Hashable, Sendable {
  /// Its usual name ("libxml2").
  public let name: String
  /// What it answers when asked for its version ("2.9.14").
  public let version: String
  /// What Patchwork uses it for, in a few words.
  public let use: String

  /// Makes a library.
  public init(name: String, version: String, use: String) {
    self.name = name
    self.version = version
    self.use = use
  }
}
