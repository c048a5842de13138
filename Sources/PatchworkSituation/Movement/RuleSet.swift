import Foundation
import PatchworkRecord
import PatchworkText

/// The rules of a case file and its numbers, read from one file a rule.
public struct RuleSet: Sendable {
  /// The rules, by id.
  public let rules: [Rule]
  /// SHA-256 over the files, by name, so that a case file says by which rules it was made.
  public let digest: String
  /// The files as they were read, by name.
  public let files: [(name: String, text: String)]
  /// Groups that must be known of before an outcome says more than that too little is known.
  public let leastKnownGroups: Int
  /// Hours after which a case file is stale.
  public let staleHours: Int
  /// Kilometres from the destination in which incidents are counted.
  public let distanceBands: [Double]
  /// Days before, in which incidents are counted.
  public let daysBands: [Int]

  /// Layers whose statements are looked at: by some rule, for the history, or to tell one movement from another.
  public var layers: Set<Layer> {
    Set(rules.flatMap(\.layers)).union(FactorFinder.ofMovements).union([.violence])
  }

  /// Layers of which a statement counts that names no place: those that some rule takes of a wider area.
  public var widerLayers: Set<Layer> { Set(rules.filter(\.takesWider).flatMap(\.layers)) }

  /// Layers whose statements are of one movement, whether or not they name where it goes.
  public static var movementLayers: Set<Layer> { FactorFinder.ofMovements }

  /// How many days back and how many kilometres from the way a statement of a layer may lie and still count for some rule.
  ///
  /// Those of movements are looked at as far as anything is, since one to elsewhere tells whose a nameless one is not.
  public func reach(of layer: Layer) -> (days: Int, kilometres: Double) {
    let own = rules.filter { $0.layers.contains(layer) }
    let days = own.map(\.days) + (layer == .violence ? daysBands : [])
    let kilometres = own.map(\.kilometres) + (layer == .violence ? distanceBands : [])
    guard FactorFinder.ofMovements.contains(layer) else {
      return (days.max() ?? 0, kilometres.max() ?? 0)
    }
    return ((rules.map(\.days) + daysBands).max() ?? 0, Movement.farthest)
  }

  /// The rules of a folder; without one, those that ship with the target.
  public init(folder: String? = nil) throws {
    let url =
      folder.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? Bundle.module.bundleURL.appendingPathComponent("Rules")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
      throw RuleError.unreadable(file: url.path)
    }
    var files: [(name: String, text: String)] = []
    for name in names where name.hasSuffix(".json") {
      guard let data = try? Data(contentsOf: url.appendingPathComponent(name)) else {
        throw RuleError.unreadable(file: name)
      }
      files.append((name, String(decoding: data, as: UTF8.self)))
    }
    guard !files.isEmpty else { throw RuleError.unreadable(file: url.path) }
    try self.init(files: files)
  }

  /// The same rules with some files in place of those of their names, or beside them; an empty text takes a rule out.
  public func edited(_ edits: [(name: String, text: String)]) throws -> RuleSet {
    guard !edits.isEmpty else { return self }
    let names = Set(edits.map(\.name))
    return try RuleSet(
      files: files.filter { !names.contains($0.name) } + edits.filter { !$0.text.isEmpty })
  }

  private init(files: [(name: String, text: String)]) throws {
    self.files = files.sorted { $0.name < $1.name }
    rules = try self.files.map { try Rule(file: $0.name, json: Array($0.text.utf8)) }
    digest = sha256Hex(self.files.map { "\($0.name)\n\($0.text)\n" }.joined())
    let numbers = try AssessmentNumbers()
    leastKnownGroups = numbers.first("least-known-groups") ?? 3
    staleHours = numbers.first("stale-hours") ?? 12
    distanceBands = numbers.all("distance-band").map(Double.init)
    daysBands = numbers.all("days-band")
  }
}
