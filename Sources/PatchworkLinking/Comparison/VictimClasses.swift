public import PatchworkRecord
public import PatchworkText

/// A class of people by which casualty figures are kept apart.
public enum VictimClass: String, Sendable, CaseIterable {
  /// People of any class.
  case people
  /// Civilians, and those of them that a figure names.
  case civilian, child, woman
  /// Those who help.
  case aidWorker = "aid-worker"
  /// Medical staff.
  case healthWorker = "health-worker"
  /// Soldiers, fighters and police.
  case combatant

  /// Whether a figure of this class can be a part of a figure of another one.
  func isWithin(_ other: Self) -> Bool {
    self != other
      && (other == .people || other == .civilian && self != .people && self != .combatant)
  }
}

/// Which class of people a count counts.
public struct VictimClasses: Sendable {
  private let classes: [String: VictimClass]

  /// Reads the table `victim-classes.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("victim-classes.tsv")
    var classes: [String: VictimClass] = [:]
    for row in table.rows {
      guard let found = VictimClass(rawValue: row["class"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "class", value: row["class"])
      }
      classes[row["unit"]] = found
    }
    self.classes = classes
  }

  /// The class that a count is of, by its unit.
  public func of(_ count: Count) -> VictimClass { classes[count.unit] ?? .people }
}
