import PatchworkDisclosure
import PatchworkLinking
import PatchworkRecord
public import PatchworkStore

extension Brief {
  /// The brief as it may be shown: every account as its incident shows it; those that are on none fall out.
  public func shown(in record: DisclosedRecord) throws -> Brief {
    if record.right.isFull { return self }
    var shown = self
    var views: [String: IncidentView?] = [:]
    func view(_ id: String) throws -> IncidentView? {
      if let known = views[id] { return known }
      let found = try record.incident(id)?.value.view
      views[id] = .some(found)
      return found
    }
    /// The account that stands where one stood, as it may be shown.
    func account(_ entry: IncidentAccount, in id: String) throws -> IncidentAccount? {
      try view(id)?.accounts.first {
        $0.published == entry.published && $0.account.number == entry.account.number
          && $0.account.stance == entry.account.stance
      }
    }
    shown.new = try new.compactMap { try view($0.id) }
    shown.revised = try revised.compactMap { revision in
      guard let incident = try view(revision.incident.id) else { return nil }
      let accounts = try revision.accounts.compactMap { try account($0, in: incident.id) }
      return accounts.isEmpty
        ? nil
        : Revision(
          incident: incident, accounts: accounts, killedBefore: revision.killedBefore)
    }
    func entries(_ list: [Entry]) throws -> [Entry] {
      try list.compactMap { entry in
        try account(entry.account, in: entry.incident).map {
          Entry(account: $0, incident: entry.incident, reason: "")
        }
      }
    }
    shown.denied = try entries(denied)
    shown.withdrawn = try entries(withdrawn)
    shown.expiring = []
    return shown
  }
}
