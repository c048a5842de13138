import PatchworkRecord

/// What ties an item to another one.
public enum Tie: Hashable, Sendable {
  /// A likeness above 0.
  case alike(Double)
  /// A person says that both are one, or are not.
  case together, apart
}

/// A set of occurrences that hands out what is asked for; items are numbers that mean something to it alone.
public protocol OccurrenceSet {
  /// What asking for an item may fail with.
  associatedtype Failure: Error
  /// The occurrence of an item.
  func occurrence(_ item: Int) throws(Failure) -> Occurrence
  /// What ties an item to others of the set: likenesses from both sides alike, and what a person said.
  func ties(of item: Int) throws(Failure) -> [(other: Int, tie: Tie)]
}

/// Average link where it is asked for: the group that one occurrence of a set comes to lie in, without looking at the set
/// as a whole.
///
/// From a group one goes on to the one that is most alike on average, and from that again, until two are each the nearest
/// of the other; those become one. A mean of a joined group is never above both means that it came from, so that these
/// are the groups that joining the best pair of all would come to, in whatever order one asks. Sums are whole numbers and
/// equal means are told apart by the order of occurrences: nothing depends on the order in which items came.
public struct NearestChains {
  private let matcher: OccurrenceMatcher
  private var groups: [Group] = []
  private var groupOf: [Int: Int] = [:]
  private var occurrences: [Int: Occurrence] = [:]
  private var decided: [Pair: Bool] = [:]

  /// Occurrences that one group holds at most, so that no text that everybody copies is without end.
  public static let most = 512

  private struct Group {
    var members: [Int]
    /// The member that precedes all others.
    var first: Int
    /// Sums of likeness with the groups that hold an item tied to one of these, once opened.
    var near: [Int: Int] = [:]
    var isOpen = false
  }

  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// Makes chains in which no item was asked for.
  public init(_ matcher: OccurrenceMatcher) { self.matcher = matcher }

  /// The items that are one group with an item, itself among them, in the order of occurrences.
  public mutating func group<Items: OccurrenceSet>(
    of item: Int, in set: Items
  ) throws(Items.Failure) -> [Int] {
    var chain = [try group(holding: item, in: set)]
    while let top = chain.last {
      try open(top, in: set)
      guard let next = nearest(to: top) else { break }
      if chain.count > 1, next == chain[chain.count - 2] {
        chain.removeLast(2)
        let joined = join(top, next)
        if chain.isEmpty { chain = [joined] }
      } else {
        chain.append(next)
      }
    }
    return groups[try group(holding: item, in: set)].members.sorted(by: precedes)
  }

  private mutating func group<Items: OccurrenceSet>(
    holding item: Int, in set: Items
  ) throws(Items.Failure) -> Int {
    if let known = groupOf[item] { return known }
    occurrences[item] = try set.occurrence(item)
    groups.append(Group(members: [item], first: item))
    groupOf[item] = groups.count - 1
    return groups.count - 1
  }

  /// Asks for what a single item is tied to; groups of several are open.
  private mutating func open<Items: OccurrenceSet>(
    _ group: Int, in set: Items
  ) throws(Items.Failure) {
    if groups[group].isOpen { return }
    let item = groups[group].first
    let ties = try set.ties(of: item)
    for (other, tie) in ties where tie == .together || tie == .apart {
      decided[Pair(item, other)] = tie == .together
    }
    for (other, tie) in ties where tie != .apart {
      let home = try self.group(holding: other, in: set)
      guard home != group, groups[group].near[home] == nil else { continue }
      groups[group].near[home] = groups[home].near[group] ?? sum(group, home)
    }
    groups[group].isOpen = true
    // Those that were opened before knew this one by the same sums, unless its word alone ties them.
    for (home, sum) in groups[group].near where groups[home].isOpen {
      groups[home].near[group] = sum
    }
  }

  /// The group that is most alike on average, or nil where none is alike.
  private func nearest(to group: Int) -> Int? {
    var best: (group: Int, sum: Int, count: Int)?
    let room = Self.most - groups[group].members.count
    for (other, sum) in groups[group].near where sum > 0 {
      let count = groups[other].members.count
      if count > room { continue }
      if let known = best {
        let (own, its) = (sum * known.count, known.sum * count)
        if own < its || own == its && !precedes(groups[other].first, groups[known.group].first) {
          continue
        }
      }
      best = (other, sum, count)
    }
    return best?.group
  }

  /// Makes one of two opened groups, a new one.
  private mutating func join(_ a: Int, _ b: Int) -> Int {
    let new = groups.count
    let (first, second) = (groups[a], groups[b])
    var near: [Int: Int] = [:]
    for other in Set(first.near.keys).union(second.near.keys) where other != a && other != b {
      near[other] = Self.added(
        first.near[other] ?? sum(a, other), second.near[other] ?? sum(b, other))
    }
    for (other, sum) in near where groups[other].isOpen {
      groups[other].near[a] = nil
      groups[other].near[b] = nil
      groups[other].near[new] = sum
    }
    groups.append(
      Group(
        members: first.members + second.members,
        first: precedes(first.first, second.first) ? first.first : second.first, near: near,
        isOpen: true))
    for member in groups[new].members { groupOf[member] = new }
    for old in [a, b] { groups[old] = Group(members: [], first: first.first) }
    return new
  }

  private func sum(_ a: Int, _ b: Int) -> Int {
    var sum = 0
    for one in groups[a].members {
      guard let occurrence = occurrences[one] else { continue }
      for two in groups[b].members {
        guard let other = occurrences[two] else { continue }
        switch decided.isEmpty ? nil : decided[Pair(one, two)] {
        case true?: sum += Self.certain
        case false?: return Self.never
        case nil:
          let likeness = Self.fixed(matcher.score(occurrence, other))
          if likeness == Self.never { return Self.never }
          sum += likeness
        }
      }
    }
    return sum
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    guard let one = occurrences[a], let other = occurrences[b] else { return a < b }
    return Occurrence.precedes(one, other)
  }

  /// A likeness as a whole number: sums of those do not depend on their order.
  static func fixed(_ likeness: Double) -> Int {
    likeness == -.infinity ? never : Int((likeness * 4096).rounded())
  }

  /// What a person's word counts beside likenesses.
  private static let certain = fixed(1e4)
  /// The sum of two groups with a pair that cannot be one, or that a person keeps apart.
  private static let never = Int.min

  static func added(_ a: Int, _ b: Int) -> Int {
    a == never || b == never ? never : a + b
  }
}
