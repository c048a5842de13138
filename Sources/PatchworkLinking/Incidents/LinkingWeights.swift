public import PatchworkText

/// What speaks for two tellings being of one moment, and how much.
public struct LinkingWeights: Sendable {
  /// Grounds on which two claims of one report are compared.
  enum Inside: String, CaseIterable {
    case start, about, anaphor, another, continued, nearby, sentence, setting, words
    case meansSame = "means-same"
    case meansCompatible = "means-compatible"
    case meansOpposed = "means-opposed"
    case placeSame = "place-same"
    case placeWide = "place-wide"
    case placeInside = "place-inside"
    case placeNear = "place-near"
    case placeReach = "place-reach"
    case placeRegion = "place-region"
    case placeApart = "place-apart"
    case placeCarried = "place-apart-carried"
    case daysSame = "days-same"
    case daysNext = "days-next"
    case daysApart = "days-apart"
    case targetsDiffer = "targets-differ"
    case figureSame = "figure-same"
    case figureOther = "figure-other"
  }

  /// Grounds on which occurrences are compared.
  enum Across: String, CaseIterable {
    case start, words
    case meansSame = "means-same"
    case meansCompatible = "means-compatible"
    case meansOpposed = "means-opposed"
    case placeSame = "place-same"
    case placeWide = "place-wide"
    case placeInside = "place-inside"
    case placeNear = "place-near"
    case placeReach = "place-reach"
    case placeRegion = "place-region"
    case placeApart = "place-apart"
    case daysSame = "days-same"
    case daysNext = "days-next"
    case daysNear = "days-near"
    case daysFar = "days-far"
    case daysBeyond = "days-beyond"
    case targetsDiffer = "targets-differ"
    case figureSame = "figure-same"
    case figureSmall = "figure-same-small"
    case figureOther = "figure-other"
    case sameReport = "same-report"
  }

  private var inside: [Inside: Double]
  private var across: [Across: Double]
  /// From which score on two occurrences that are not one are possibly the same.
  public let possibly: Double

  /// Reads the table `linking-weights.tsv` that ships with the target.
  public init() throws(LexiconError) { try self.init(LexiconFolder.table("linking-weights.tsv")) }

  /// Reads a table of that form.
  package init(_ table: LexiconTable) throws(LexiconError) {
    var inside: [Inside: Double] = [:]
    var across: [Across: Double] = [:]
    var possibly = 0.0
    for row in table.rows {
      guard let value = Double(row["value"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "value", value: row["value"])
      }
      switch (row["between"], row["ground"]) {
      case ("claims", let name) where Inside(rawValue: name) != nil:
        inside[Inside(rawValue: name) ?? .start] = value
      case ("occurrences", let name) where Across(rawValue: name) != nil:
        across[Across(rawValue: name) ?? .start] = value
      case ("occurrences", "possibly"): possibly = value
      case (_, let name):
        throw .unknownValue(file: table.file, line: row.line, field: "ground", value: name)
      }
    }
    self.inside = inside
    self.across = across
    self.possibly = possibly
  }

  /// Which weight: between claims or occurrences, on what ground.
  package struct Name: Hashable, Sendable {
    /// "claims" or "occurrences".
    package let between: String
    /// The ground, as the table names it.
    package let ground: String
  }

  /// The names of all weights, in the order of the table.
  package static let names =
    Inside.allCases.map { Name(between: "claims", ground: $0.rawValue) }
    + Across.allCases.map { Name(between: "occurrences", ground: $0.rawValue) }

  /// A weight by its name.
  package subscript(name: Name) -> Double {
    get {
      name.between == "claims"
        ? Inside(rawValue: name.ground).map { self[inside: $0] } ?? 0
        : Across(rawValue: name.ground).map { self[across: $0] } ?? 0
    }
    set {
      if name.between == "claims" {
        if let ground = Inside(rawValue: name.ground) { inside[ground] = newValue }
      } else if let ground = Across(rawValue: name.ground) {
        across[ground] = newValue
      }
    }
  }

  subscript(inside ground: Inside) -> Double { inside[ground, default: 0] }
  subscript(across ground: Across) -> Double { across[ground, default: 0] }
}
