import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Joins the words of a sentence that tell one happening: "an explosion … killed", "were killed in a bombing".
struct HappeningJoiner: Sendable {
  let lexical: LexicalTree
  let verbs: VerbRoles

  private var tree: ParseTree { lexical.tree }

  /// The drafts after outcomes were joined to their means and paired outcomes to one another.
  func join(_ drafts: [HappeningDraft]) -> [HappeningDraft] {
    guard drafts.count > 1 else { return drafts }
    var byHead: [Int: Int] = [:]
    for (number, draft) in drafts.enumerated() { byHead[draft.head] = number }
    var owner = [Int?](repeating: nil, count: drafts.count)
    for (number, draft) in drafts.enumerated() {
      guard draft.isOutcome || (draft.type == .attack && draft.isVerb) || draft.isMeans else {
        continue
      }
      owner[number] = means(of: draft, number, drafts, byHead)
    }
    for (number, draft) in drafts.enumerated() where owner[number] == nil && draft.isOutcome {
      // "two were killed and three wounded when …": the means told with the second is the first's too.
      if let other = second(after: draft, byHead), drafts[other].isOutcome, other != number,
        let means = owner[other], drafts[means].isMeans
      {
        owner[number] = means
        continue
      }
      if let told = retold(draft, number, drafts, byHead) {
        owner[number] = told
        continue
      }
      owner[number] = pairedOutcome(of: draft, number, drafts, byHead)
    }
    var result = drafts
    for number in drafts.indices.reversed() where owner[number] != nil {
      var root = number
      var steps = 0
      while let up = owner[root], steps < drafts.count { (root, steps) = (up, steps + 1) }
      guard root != number else { continue }
      absorb(drafts[number], into: &result[root])
    }
    return result.indices.filter { owner[$0] == nil }.map { result[$0] }
  }

  private func absorb(_ outcome: HappeningDraft, into means: inout HappeningDraft) {
    means.joined.append(outcome.head)
    means.joined += outcome.joined
    means.tolls += outcome.tolls
    // Who suffers the means does not bring about its outcome.
    let suffers = means.target
    if means.target == nil || means.target == means.head { means.target = outcome.target }
    if means.actor == nil, let actor = outcome.actor, actor != means.head, actor != suffers {
      means.actor = actor
    }
    if means.weapon == nil { means.weapon = outcome.weapon }
    if means.modality == nil && outcome.match.row.type == .killing {
      means.modality = outcome.modality
    }
  }

  /// The means that an outcome, or a bare "hit", belongs to.
  private func means(
    of draft: HappeningDraft, _ number: Int, _ drafts: [HappeningDraft], _ byHead: [Int: Int]
  ) -> Int? {
    func isMeans(_ head: Int?) -> Int? {
      guard let head, let other = byHead[head], other != number, drafts[other].isMeans,
        !(drafts[other].isOutcome)
      else { return nil }
      return other
    }
    if let found = isMeans(draft.actor) { return found }
    if let found = sameTelling(draft, number, drafts, byHead) { return found }
    guard draft.isOutcome else { return nil }
    if draft.type == .destruction, !draft.isVerb { return nil }
    var hosts = [draft.head]
    if !draft.isVerb { hosts += namesBelow(draft.head) }
    if !draft.isVerb, let head = tree.head(draft.head), verbs.isVerb(head) {
      hosts.append(head)
      if let subject = tree.child(head, .nsubj), subject != draft.head,
        let found = isMeans(subject)
      {
        return found
      }
    }
    for host in hosts {
      for child in tree.children(host) {
        switch tree[child].dep {
        case .prep, .agent:
          if let found = isMeans(meansBelow(child)) { return found }
        case .advcl, .xcomp:
          if let found = isMeans(child), drafts[found].type != .protest { return found }
          for inner in tree.children(child) where tree[inner].dep == .prep {
            if lexical.tree.isWord(child, "fighting") { return isMeans(meansBelow(inner)) }
          }
        default: break
        }
      }
    }
    // "opened fire, killing two", "shot dead a man and wounded his son"
    if draft.isVerb, let head = tree.head(draft.head) {
      let dep = tree[draft.head].dep
      let hasSubject = tree.child(draft.head, .nsubj, .nsubjpass) != nil
      if dep == .advcl || dep == .conj || dep == .xcomp || dep == .dep, !hasSubject {
        var at = head
        for _ in 0..<3 {
          if let found = isMeans(at), drafts[found].type != .protest { return found }
          // The means may be the object or adjunct of the verb: "carried out a raid, killing two".
          for child in tree.children(at) where child != draft.head {
            if tree[child].dep == .dobj || tree[child].dep == .nsubj
              || tree[child].dep == .nsubjpass
            {
              if let found = isMeans(child), tree[draft.head].dep == .advcl { return found }
            }
            if tree[child].dep == .prep, child < draft.head, tree[draft.head].dep == .advcl,
              let found = isMeans(meansBelow(child))
            {
              return found
            }
          }
          // "was attacked while it was unloading, killing two": past the clause of circumstance.
          let isAside = tree[at].dep == .advcl && tree[draft.head].tag == .vbg
          guard tree[at].dep == .conj || isAside, let up = tree.head(at) else { break }
          at = up
        }
      }
    }
    return nil
  }

  /// The outcome told behind "and" after this one: "were killed and ten wounded", "were killed and dozens injured".
  private func second(after draft: HappeningDraft, _ byHead: [Int: Int]) -> Int? {
    for child in tree.children(draft.head) where tree[child].dep == .conj {
      if let other = byHead[child] { return other }
      for inner in tree.children(child) where tree[inner].dep == .acl {
        if let other = byHead[inner] { return other }
      }
    }
    return nil
  }

  /// The noun before a relative clause that tells its toll: "the massacre in which 108 died".
  private func retold(
    _ draft: HappeningDraft, _ number: Int, _ drafts: [HappeningDraft], _ byHead: [Int: Int]
  ) -> Int? {
    guard draft.isVerb else { return nil }
    let dep = tree[draft.head].dep
    guard dep == .relcl || dep == .advcl || dep == .ccomp, let head = tree.head(draft.head) else {
      return nil
    }
    if dep == .relcl {
      var at = head
      for _ in 0..<8 {
        if let other = byHead[at], other != number, !drafts[other].isVerb { return other }
        guard let up = tree.head(at),
          tree[at].dep == .pobj || tree[at].dep == .prep
            || tree[at].dep == .appos || tree[at].dep == .conj
        else { return nil }
        at = up
      }
      return nil
    }
    // "… worst massacre of recent times - when more than 10,000 people were killed"
    guard tree.children(draft.head).contains(where: { tree.isWord($0, "when") }) else { return nil }
    let start = tree.subtree(draft.head).lowerBound
    return drafts.indices.last {
      drafts[$0].head < start && !drafts[$0].isVerb && drafts[$0].type == .killing
        && $0 != number
    }
  }

  /// The noun under a preposition of means or circumstance, through "a series of".
  private func meansBelow(_ preposition: Int) -> Int? {
    guard
      tree.isWord(preposition, "in") || tree.isWord(preposition, "by")
        || tree.isWord(preposition, "during") || tree.isWord(preposition, "from")
        || tree.isWord(preposition, "with") || tree.isWord(preposition, "through")
        || tree.isWord(preposition, "to") || tree.isWord(preposition, "of")
        || tree.isWord(preposition, "after") || tree.isWord(preposition, "amid")
    else { return nil }
    guard let object = tree.child(preposition, .pobj, .pcomp) else { return nil }
    for child in tree.children(object) where tree.isWord(child, "of") {
      if let inner = tree.child(child, .pobj), lexical.measured(inner) == object { return inner }
    }
    return object
  }

  /// Nouns under a noun's prepositions, a few steps down ("70 injuries per day during the fighting").
  private func namesBelow(_ noun: Int) -> [Int] {
    var found: [Int] = []
    var front = [noun]
    for _ in 0..<3 {
      var next: [Int] = []
      for host in front {
        for child in tree.children(host) where tree[child].dep == .prep || tree[child].dep == .conj
        {
          if tree[child].dep == .conj {
            next.append(child)
          } else if let object = tree.child(child, .pobj) {
            next.append(object)
          }
        }
      }
      found += next
      front = next
    }
    return found
  }

  /// An act told twice: chanting at a protest, killings told with torture.
  private func sameTelling(
    _ draft: HappeningDraft, _ number: Int, _ drafts: [HappeningDraft], _ byHead: [Int: Int]
  ) -> Int? {
    if draft.type == .protest, draft.isVerb, lexical.tree.lemma(draft.head) == "chant" {
      return drafts.indices.first { $0 != number && drafts[$0].type == .protest }
    }
    guard draft.type == .killing, !draft.isVerb else { return nil }
    if tree[draft.head].dep == .conj, let head = tree.head(draft.head), let other = byHead[head],
      drafts[other].type == .abuse
    {
      return other
    }
    return tree.children(draft.head).compactMap { tree[$0].dep == .conj ? byHead[$0] : nil }
      .first { drafts[$0].type == .abuse }
  }

  /// The outcome before this one that it is told together with ("killed … and wounded").
  private func pairedOutcome(
    of draft: HappeningDraft, _ number: Int, _ drafts: [HappeningDraft], _ byHead: [Int: Int]
  ) -> Int? {
    guard draft.type != .destruction, var head = tree.head(draft.head) else { return nil }
    var dep = tree[draft.head].dep
    if dep == .acl, tree[head].dep == .conj, let up = tree.head(head) { (head, dep) = (up, .conj) }
    // "the number of dead and injured": what the noun before it counts.
    let counted =
      dep == .conj
      ? tree.children(head).first { tree.isWord($0, "of") }.flatMap { tree.child($0, .pobj) } : nil
    if dep == .conj || dep == .advcl || dep == .dep || dep == .parataxis,
      let other = byHead[head] ?? counted.flatMap({ byHead[$0] }), drafts[other].isOutcome,
      other != number,
      drafts[other].type != .destruction,
      draft.match.row.roles.contains(.injury) || drafts[other].match.row.roles.contains(.injury)
    {
      return other
    }
    return nil
  }
}
