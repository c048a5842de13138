/// Something that was left out of what is shown, and by which rule.
public struct Removal: Hashable, Sendable, Comparable {
  /// What is left out.
  public enum Kind: String, Sendable, CaseIterable {
    /// The name of a private person, or a part of it; the line that names an author.
    case name, byline
    /// A telephone number, an address of mail or of a page, an account of a social network.
    case contact
    /// Digits of a point, or the identifier by which a point can be looked up.
    case coordinates, identifier
    /// An account of a movement, or the sentence that tells it.
    case movement
    /// A small number in a table.
    case cell
  }

  /// What is left out.
  public let kind: Kind
  /// Why, in words of the rule's table.
  public let why: String

  /// Makes a removal.
  public init(_ kind: Kind, why: String) {
    self.kind = kind
    self.why = why
  }

  /// Order by kind, then by reason.
  public static func < (a: Removal, b: Removal) -> Bool {
    (a.kind.rawValue, a.why) < (b.kind.rawValue, b.why)
  }
}

/// What was left out, each with how often.
public struct Removals: Hashable, Sendable {
  private var counts: [Removal: Int] = [:]

  /// Makes an empty list.
  public init() {}

  /// Whether nothing was left out.
  public var isEmpty: Bool { counts.isEmpty }

  /// Everything that was left out, in order of kind and reason.
  public var list: [(removal: Removal, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How often something of a kind was left out.
  public func count(of kind: Removal.Kind) -> Int {
    counts.reduce(0) { $0 + ($1.key.kind == kind ? $1.value : 0) }
  }

  /// Adds something that was left out.
  public mutating func add(_ kind: Removal.Kind, why: String, times: Int = 1) {
    counts[Removal(kind, why: why), default: 0] += times
  }

  /// Adds all of another list.
  public mutating func add(_ other: Removals) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }
}
