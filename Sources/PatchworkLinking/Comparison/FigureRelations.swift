import PatchworkRecord

/// How one figure of an incident stands to another.
public struct FigureRelation: Hashable, Sendable {
  /// In what way.
  public enum Kind: String, Sendable, CaseIterable {
    /// The first counts some of those that the second counts.
    case isPart = "is-part"
    /// The first comes on top of the second.
    case adds
    /// The first is what the same speaker said later.
    case supersedes
    /// Both cannot be so.
    case excludes
    /// The first is the second again, in copied words.
    case copies
  }

  /// Positions of the two figures in the table.
  public let first: Int
  /// Position of the other figure.
  public let second: Int
  /// In what way the first stands to the second.
  public let kind: Kind
}

/// The figures of an incident for one measure (killed, injured), by class of victim, and how they stand to each other.
public struct CasualtyTable: Sendable {
  /// Every figure, in order of publication.
  public let figures: [Figure]
  /// The range of each class that figures are of, in the order of classes.
  public let classes: [(victims: VictimClass, range: CasualtyRange)]
  /// How figures stand to each other, by the first and then by the second.
  public let relations: [FigureRelation]

  /// The table of some figures in the order of their reports.
  public init(_ figures: [Figure]) {
    self.figures = figures
    classes = VictimClass.allCases.compactMap { victims in
      let own = figures.filter { $0.victims == victims }
      guard !own.isEmpty else { return nil }
      return CasualtyRange(victims == .people ? figures : own).map { (victims, $0) }
    }
    // The total of a war is nothing that an event's figures are parts of or rivals to.
    let isWider = CasualtyRange.wider(figures)
    var relations: [FigureRelation] = []
    for first in figures.indices where !isWider[first] {
      for second in figures.indices where first != second && !isWider[second] {
        if let kind = Self.relation(of: first, to: second, in: figures) {
          relations.append(FigureRelation(first: first, second: second, kind: kind))
        }
      }
    }
    self.relations = relations
  }

  private static func relation(
    of first: Int, to second: Int, in figures: [Figure]
  ) -> FigureRelation.Kind? {
    let (own, other) = (figures[first], figures[second])
    let (isLater, isOneReport) = (first > second, own.report == other.report)
    if isOneReport, own.count.isAdditional, !other.count.isAdditional,
      figures[..<first].lastIndex(where: {
        $0.report == own.report && $0.victims == own.victims && !$0.count.isAdditional
      }) == second
    {
      return .adds
    }
    if isOneReport, CasualtyRange.isPart(own, of: other) { return .isPart }
    guard own.victims == other.victims, isLater else { return nil }
    if own.origin == other.origin, own.count.low == other.count.low,
      own.count.high == other.count.high
    {
      return isOneReport ? nil : .copies
    }
    let isExcluded = RivalAccounts.exclude(own.count, other.count)
    if !own.speaker.isEmpty, own.speaker == other.speaker {
      return isExcluded && own.published != other.published ? .supersedes : nil
    }
    // A report that is told by one voice corrects itself; only two speakers that it names exclude each other in it.
    let areRivals =
      isOneReport ? !own.speaker.isEmpty && !other.speaker.isEmpty : own.origin != other.origin
    let areWhole = [own, other].allSatisfy { $0.count.of == nil && !$0.count.isAdditional }
    return areWhole && areRivals && isExcluded ? .excludes : nil
  }
}
