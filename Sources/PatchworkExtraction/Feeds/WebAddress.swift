/// Addresses given in relation to another.
enum WebAddress {
  /// A relative address made whole.
  static func resolved(_ address: String, against base: String) -> String {
    guard let scheme = base.range(of: "://") else { return address }
    let hostEnd = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
    if address.isEmpty { return base }
    if address.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + address }
    if address.hasPrefix("/") { return base[..<hostEnd] + address }
    if address.hasPrefix("#") { return base.prefix { $0 != "#" } + address }
    if address.prefix(while: { $0 != "/" }).contains(":") { return address }
    let path = base[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if !path.hasSuffix("/"), !parts.isEmpty { parts.removeLast() }
    for part in address.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(part)
      }
    }
    return base[..<hostEnd] + "/" + parts.joined(separator: "/")
  }
}

extension String {
  /// Where a text first stands.
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
