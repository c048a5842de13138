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

  /// How many days back a statement may lie and still count.
  public var lookedBack: Int { (rules.map(\.days) + daysBands).max() ?? 0 }

  /// The rules of a folder; without one, those that ship with the target.
  public init(folder: String? = nil) throws {
    let url =
      folder.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? Bundle.module.bundleURL.appendingPathComponent("Rules")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
      throw RuleError.unreadable(file: url.path)
    }
    var rules: [Rule] = []
    var files: [(name: String, text: String)] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      guard let data = try? Data(contentsOf: url.appendingPathComponent(name)) else {
        throw RuleError.unreadable(file: name)
      }
      rules.append(try Rule(file: name, json: Array(data)))
      files.append((name, String(decoding: data, as: UTF8.self)))
    }
    guard !rules.isEmpty else { throw RuleError.unreadable(file: url.path) }
    self.rules = rules
    self.files = files
    digest = sha256Hex(files.map { "\($0.name)\n\($0.text)\n" }.joined())
    let table = try LexiconFolder.table("assessment.tsv")
    func values(_ name: String) throws(LexiconError) -> [Int] {
      var values: [Int] = []
      for row in table.rows where row["name"] == name {
        guard let value = Int(row["value"]) else {
          throw .unknownValue(
            file: table.file, line: row.line, field: "value", value: row["value"])
        }
        values.append(value)
      }
      return values
    }
    leastKnownGroups = try values("least-known-groups").first ?? 3
    staleHours = try values("stale-hours").first ?? 12
    distanceBands = try values("distance-band").map(Double.init)
    daysBands = try values("days-band")
  }
}
