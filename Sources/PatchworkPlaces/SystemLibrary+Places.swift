internal import CZlib
public import PatchworkText

extension SystemLibrary {
  /// The zlib that unpacks tables of places.
  public static var zlib: SystemLibrary {
    let version = zlibVersion().map { String(cString: $0) } ?? "unknown"
    return SystemLibrary(name: "zlib", version: version, use: "gzip")
  }
}
