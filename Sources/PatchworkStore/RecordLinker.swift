import PatchworkLinking
import PatchworkSituation
public import PatchworkText
import Synchronization

/// Links what comes into a record with what is there: copies of text to origins, occurrences to incidents.
///
/// Used by one writer at a time, within its transactions.
public struct RecordLinker: Sendable {
  let winnowing = Winnowing()
  let copies = CopyRule()
  let refutations: RefutationRule
  let reader: OccurrenceReader
  let partition: IncidentPartition
  let families: TypeFamilies
  let victims: VictimClasses
  let parties: Parties
  let layers: LayerReader
  let kept = KeptOccurrences()

  var matcher: OccurrenceMatcher { partition.matcher }

  /// A fingerprint in more reports than this is boilerplate.
  static let mostReports = 20
  /// Occurrences that share a key that are looked at at most, the newest, and candidates in all, those with most keys in
  /// common.
  static let mostOfAKey = 64
  static let mostCandidates = 64
  /// Weeks before and after its own in which an occurrence is looked for.
  static let weeksAround = 5

  /// Makes a linker with the tables that ship with the linking target.
  public init() throws(LexiconError) {
    refutations = try RefutationRule()
    reader = try OccurrenceReader()
    partition = try IncidentPartition()
    families = try TypeFamilies()
    victims = try VictimClasses()
    parties = try Parties()
    layers = try LayerReader()
  }
}

/// Occurrences that were looked at lately, so that they need not be decoded again.
final class KeptOccurrences: Sendable {
  private let rows = Mutex<[Int64: Occurrence]>([:])
  private static let most = 20_000

  subscript(row: Int64) -> Occurrence? {
    get { rows.withLock { $0[row] } }
    set {
      rows.withLock { rows in
        if rows.count >= Self.most { rows.removeAll(keepingCapacity: true) }
        rows[row] = newValue
      }
    }
  }

  func removeAll() { rows.withLock { $0.removeAll() } }
}
