import PatchworkDisplay

/// Addresses of the site's pages.
enum Address {
  static func incident(_ id: String) -> String { "/incidents/\(part(id))" }
  static func report(_ id: String) -> String { "/reports/\(part(id))" }
  /// Where an account stands highlighted in its report.
  static func account(_ report: String, _ number: Int) -> String {
    "\(self.report(report))#r-a\(number)"
  }
  static func judging(_ report: String, _ number: Int) -> String {
    "\(self.report(report))/accounts/\(number)"
  }
  static func speaker(_ name: String) -> String { "/speakers/\(part(name))" }
  static func place(_ id: String) -> String { "/places/\(part(id))" }
  static func rule(_ id: String) -> String { "/rules/\(part(id))" }
  static func movement(_ id: String) -> String { "/movements/\(part(id))" }
  static func ceasefire(_ id: String) -> String { "/ceasefires/\(part(id))" }
  static func area(_ id: String) -> String { "/areas/\(part(id))" }

  /// A path with values as its query, those that are empty left out.
  static func query(_ path: String, _ values: [(String, String)]) -> String {
    let pairs = values.filter { !$0.1.isEmpty }.map {
      "\(PercentCoding.encode($0.0))=\(PercentCoding.encode($0.1))"
    }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }

  /// One part of a path; a dot before `json` is encoded, so that it does not ask for JSON.
  private static func part(_ text: String) -> String {
    let encoded = PercentCoding.encode(text)
    return encoded.hasSuffix(".json") ? encoded.dropLast(5) + "%2Ejson" : encoded
  }
}
