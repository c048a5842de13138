package import PatchworkRecord

/// Accounts of one report that tell, answer or pass on the same thing, for showing side by side.
package struct AccountGroup: Equatable, Sendable {
  /// What the accounts are about.
  package enum Subject: Hashable, Sendable {
    case happening(HappeningType)
    case condition(ConditionKind)
    /// Words without a happening or state.
    case statement
  }

  /// What they are about; violence that its tellers name differently goes by the plainest name.
  package var subject: Subject
  /// The most specific place that one of them gives.
  package var place: Place?
  /// The time that the first of them gives.
  package var time: TimeExpression?
  /// Positions in the reading's accounts, ascending.
  package var members: [Int]

  /// Name of the subject for people: "air strike".
  package var subjectText: String {
    switch subject {
    case .happening(let type): type.words
    case .condition(let kind): kind.rawValue
    case .statement: "statements"
    }
  }

  /// The groups of a reading in the order in which they are first told; words without a happening come last.
  ///
  /// Grouping is for the eye: it compares type, place, day and `about`, and claims no more than that.
  package static func groups(of accounts: [Account]) -> [AccountGroup] {
    var groups: [AccountGroup] = []
    var groupOf: [Int: Int] = [:]
    var position: [Int: Int] = [:]
    for (index, account) in accounts.enumerated() where position[account.number] == nil {
      position[account.number] = index
    }
    for (index, account) in accounts.enumerated() {
      let linked = account.about.flatMap { position[$0] }.flatMap { groupOf[$0] }
      let home: Int?
      if let happening = account.happening {
        home = groups.home(of: happening, in: account.sentence, accounts: accounts, linked: linked)
      } else if let condition = account.condition {
        home = groups.suffix([AccountGroup].reach).lastIndex {
          $0.subject == .condition(condition.kind) && $0.fits(condition)
        }
      } else {
        home = linked ?? groups.firstIndex { $0.subject == .statement }
      }
      if let home {
        groups[home].add(account, at: index)
        groupOf[index] = home
      } else {
        groupOf[index] = groups.count
        groups.append(AccountGroup(index, account))
      }
    }
    groups.followForwardLinks(of: accounts, position: position, groupOf: &groupOf)
    return groups.filter { !$0.members.isEmpty && $0.subject != .statement }
      + groups.filter { !$0.members.isEmpty && $0.subject == .statement }
  }

  private init(_ index: Int, _ account: Account) {
    if let happening = account.happening {
      subject = .happening(happening.type)
    } else if let condition = account.condition {
      subject = .condition(condition.kind)
    } else {
      subject = .statement
    }
    members = []
    add(account, at: index)
  }

  private mutating func add(_ account: Account, at index: Int) {
    members.append(index)
    if case .happening(let type) = subject, let other = account.happening?.type {
      subject = .happening(type.shared(with: other))
    }
    if let found = account.happening?.place ?? account.condition?.place,
      place.map({ found.precision < $0.precision }) ?? true
    {
      place = found
    }
    if time == nil { time = account.happening?.time }
  }

  /// Whether nothing speaks against one happening's being the other.
  fileprivate func fits(_ other: AccountGroup) -> Bool {
    place?.differs(from: other.place) != true && time?.differs(from: other.time) != true
  }

  /// Takes over the members of another group, and what it says of place and time.
  fileprivate mutating func take(_ other: AccountGroup) {
    members = (members + other.members).sorted()
    if case .happening(let type) = subject, case .happening(let other) = other.subject {
      subject = .happening(type.shared(with: other))
    }
    if let found = other.place, place.map({ found.precision < $0.precision }) ?? true {
      place = found
    }
    time = time ?? other.time
  }

  /// Whether a state is told of the same place, or of no other.
  fileprivate func fits(_ condition: Condition) -> Bool {
    place?.differs(from: condition.place) != true
  }

  /// Whether nothing that a telling says speaks against its belonging here.
  fileprivate func fits(_ happening: Happening) -> Bool {
    place?.differs(from: happening.place) != true && time?.differs(from: happening.time) != true
  }
}

extension [AccountGroup] {
  /// Groups looked back to for one that fits, so that a report of any length is grouped in linear time.
  fileprivate static var reach: Int { 200 }

  /// Brings together what an account answers only further down: a headline's denial and the attack told in the body.
  fileprivate mutating func followForwardLinks(
    of accounts: [Account], position: [Int: Int], groupOf: inout [Int: Int]
  ) {
    for (index, account) in accounts.enumerated() {
      guard let about = account.about.flatMap({ position[$0] }), about > index,
        let here = groupOf[index], let there = groupOf[about], here != there
      else { continue }
      switch (self[here].subject, self[there].subject) {
      case (.statement, .happening):
        self[here].members.removeAll { $0 == index }
        self[there].members = ([index] + self[there].members).sorted()
        groupOf[index] = there
      case (.happening(let one), .happening(let other))
      where (one == other || one.isAttack && other.isAttack) && self[here].fits(self[there]):
        for member in self[there].members { groupOf[member] = here }
        self[here].take(self[there])
        self[there].members = []
      default: break
      }
    }
  }

  /// Where another telling of the same happening stands, nil when this is the first.
  fileprivate func home(
    of happening: Happening, in sentence: Quote, accounts: [Account], linked: Int?
  ) -> Int? {
    if let linked, case .happening(let type) = self[linked].subject,
      type == happening.type || type.isAttack && happening.type.isAttack,
      self[linked].fits(happening)
    {
      return linked
    }
    let bare = happening.place == nil && happening.time == nil
    return suffix(Self.reach).lastIndex { group in
      guard case .happening(let type) = group.subject, group.fits(happening) else { return false }
      let isSame = type == happening.type
      guard isSame || type.isAttack && happening.type.isAttack else { return false }
      if bare {
        // A mention without place, time or figures takes up what was told before, if that is known by any of these.
        return (isSame || happening.type == .attack) && !happening.hasFigures
          && (group.place != nil || group.time != nil)
      }
      // "…was attacked, killing 20": one sentence tells the act and its toll.
      if !isSame, group.members.last.map({ accounts[$0].sentence == sentence }) == true {
        return true
      }
      let samePlace = group.place.map { $0.isSame(as: happening.place) } ?? false
      let sameTime = group.time.map { $0.isSame(as: happening.time) } ?? false
      return samePlace || isSame && sameTime
    }
  }
}

extension Happening {
  fileprivate var hasFigures: Bool { killed != nil || injured != nil || affected != nil }
}

extension HappeningType {
  /// Whether different speakers may call one moment of violence by this and another such name.
  fileprivate var isAttack: Bool {
    switch self {
    case .airStrike, .shelling, .bombing, .attack, .aidAttack, .killing, .destruction: true
    default: false
    }
  }

  /// The name that two tellings of one happening can share without taking a side on the means.
  fileprivate func shared(with other: HappeningType) -> HappeningType {
    if self == other || !isAttack || !other.isAttack { return self }
    return self == .aidAttack || other == .aidAttack ? .aidAttack : .attack
  }
}
