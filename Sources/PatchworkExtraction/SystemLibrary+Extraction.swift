internal import CLibXML2
public import PatchworkText

extension SystemLibrary {
  /// The libxml2 that parses HTML.
  public static var libxml2: SystemLibrary {
    // It gives "20914" for 2.9.14, sometimes with letters behind.
    let digits = String(cString: loaded_libxml2_version()).prefix { $0.isNumber }
    let number = Int(digits) ?? 0
    let parts = [number / 10_000, number / 100 % 100, number % 100]
    let version = number > 0 ? parts.map(String.init).joined(separator: ".") : "unknown"
    return SystemLibrary(name: "libxml2", version: version, use: "HTML")
  }
}
