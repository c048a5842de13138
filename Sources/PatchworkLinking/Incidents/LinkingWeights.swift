import PatchworkRecord
public import PatchworkText

/// What speaks for two tellings being of one moment, and how much.
public struct LinkingWeights: Sendable {
  private let table: [String: Double]

  /// Reads the table `linking-weights.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let rows = try LexiconFolder.table("linking-weights.tsv")
    var table: [String: Double] = [:]
    for row in rows.rows {
      guard let value = Double(row["value"]) else {
        throw .unknownValue(
          file: rows.file, line: row.line, field: "value", value: row["value"])
      }
      table[row["name"]] = value
    }
    self.table = table
  }

  private subscript(name: String) -> Double { table[name] ?? 0 }

  var sameReport: Double { self["same-report-threshold"] }
  /// From which score on two reports tell one moment.
  public var sameIncident: Double { self["same-incident-threshold"] }
  /// From which score on two reports possibly tell one moment.
  public var possibly: Double { self["possibly-threshold"] }
  /// How much all members of an incident count beside the one that is most like.
  var allMembers: Double { self["all-members"] }
  var sameMeans: Double { self["means-same"] }
  var opposedMeans: Double { self["means-opposed"] }
  var sharedWord: Double { self["shared-word"] }
  var mostWords: Double { self["shared-words-most"] }
  var about: Double { self["about"] }
  var sameSentence: Double { self["same-sentence"] }
  var anaphor: Double { self["anaphor"] }
  var continued: Double { self["continued"] }
  var distance: Double { self["distance"] }
  var sameFigure: Double { self["figure-same"] }
  var sameSmallFigure: Double { self["figure-same-small"] }
  var otherFigure: Double { self["figure-other"] }

  /// What a gap between two ranges of days says.
  func days(apart gap: Int) -> Double {
    switch gap {
    case 0: self["days-same"]
    case 1: self["days-next"]
    case 2...3: self["days-near"]
    case 4...31: self["days-far"]
    default: self["days-beyond"]
    }
  }

  /// What two places say: the same, one within the other, near, apart; nothing where one is unresolved.
  func places(_ a: Place, _ b: Place) -> Double {
    guard let first = a.id, let second = b.id else { return 0 }
    if first == second {
      return a.precision <= 2 ? self["place-same"] : self["place-same-wide"]
    }
    if a.within.contains(second) || b.within.contains(first) {
      return max(a.precision, b.precision) <= 4
        ? self["place-within"] : self["place-within-country"]
    }
    guard let (x, y) = zipped(a.latitude, b.latitude),
      let (u, v) = zipped(a.longitude, b.longitude),
      max(a.precision, b.precision) <= 2
    else { return self["place-apart"] }
    switch kilometres(x, u, y, v) {
    case ..<5: return self["place-near"]
    case ..<25: return self["place-region"]
    default: return self["place-apart"]
    }
  }

  private func zipped(_ a: Double?, _ b: Double?) -> (Double, Double)? {
    if let a, let b { (a, b) } else { nil }
  }
}
