import PatchworkLinking
public import PatchworkText

/// What is known of each state of each layer: how it bears on people, and of which access obstacle it speaks.
public struct LayerStates: Sendable {
  /// A state's row.
  public struct Meaning: Hashable, Sendable {
    /// How it bears on people.
    public let bearing: Bearing
    /// Number of the access obstacle, 1 to 9, or nil.
    public let obstacle: Int?
    /// Severity that one account stands for, 0 to 3.
    public let level: Int
  }

  private let rows: [String: Meaning]
  /// Days on which aid must have entered, or been stopped, before that is taken for what is so regularly.
  public let regularDays: Int

  /// Reads the table `layer-states.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("layer-states.tsv")
    var rows: [String: Meaning] = [:]
    for row in table.rows {
      guard Layer(rawValue: row["layer"]) != nil else {
        throw .unknownValue(file: table.file, line: row.line, field: "layer", value: row["layer"])
      }
      guard let bearing = Bearing(rawValue: row["bearing"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "bearing", value: row["bearing"])
      }
      guard let obstacle = Int(row["obstacle"]), (0...9).contains(obstacle),
        let level = Int(row["level"]), (0...3).contains(level)
      else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "obstacle", value: row["obstacle"])
      }
      rows["\(row["layer"])/\(row["state"])"] = Meaning(
        bearing: bearing, obstacle: obstacle == 0 ? nil : obstacle, level: level)
    }
    self.rows = rows
    regularDays = try AssessmentNumbers().first("regular-days") ?? 3
  }

  /// What a state means; a state outside the list bears neither way.
  public func meaning(_ layer: Layer, _ state: String) -> Meaning {
    rows["\(layer.rawValue)/\(state)"] ?? rows["\(layer.rawValue)/*"]
      ?? Meaning(bearing: .neither, obstacle: nil, level: 0)
  }

  /// Whether a state is one of its layer's list.
  public func isKnown(_ layer: Layer, _ state: String) -> Bool {
    rows["\(layer.rawValue)/\(state)"] != nil || rows["\(layer.rawValue)/*"] != nil
  }

  /// The bearing of a state that an account asserts or denies: a denied harm is no harm said, and no good said either.
  public func bearing(_ entry: LayerEntry) -> Bearing {
    guard entry.holding == .asserts else { return .neither }
    return meaning(entry.layer, entry.state).bearing
  }
}
