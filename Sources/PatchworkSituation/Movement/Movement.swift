public import PatchworkRecord

/// A planned movement: who goes where by which legs and when, and what the parties were asked and told.
public struct Movement: Hashable, Sendable {
  /// A place on the way.
  public struct Waypoint: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its identifier in the gazetteer, nil for a bare point.
    public var id: String?
    /// Identifiers of the wider places that it lies in, nearest first.
    public var within: [String]
    /// Degrees north, WGS 84.
    public var latitude: Double?
    /// Degrees east, WGS 84.
    public var longitude: Double?

    /// Makes a waypoint.
    public init(
      name: String, id: String? = nil, within: [String] = [], latitude: Double? = nil,
      longitude: Double? = nil
    ) {
      self.name = name
      self.id = id
      self.within = within
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// A stretch from one place to the next.
  public struct Leg: Hashable, Sendable {
    /// Where it begins.
    public var from: Waypoint
    /// Where it ends.
    public var to: Waypoint
    /// Points of the way between, latitude and longitude; a straight line where none are given.
    public var line: [GeoPoint]

    /// Makes a leg.
    public init(from: Waypoint, to: Waypoint, line: [GeoPoint] = []) {
      self.from = from
      self.to = to
      self.line = line
    }
  }

  /// What a party was asked or told, as a person entered it.
  public struct Contact: Hashable, Sendable {
    /// How it stands.
    public enum Status: String, Sendable, CaseIterable {
      /// Of approvals.
      case requested, approved, refused
      /// Of notifications; acknowledged is not approved.
      case sent, acknowledged, objected
    }
    /// The party.
    public var party: String
    /// How it stands.
    public var status: Status
    /// When it came to stand so, nil where that was not entered.
    public var at: Moment?
    /// Who entered it.
    public var enteredBy: String

    /// Makes a contact.
    public init(party: String, status: Status, at: Moment?, enteredBy: String) {
      self.party = party
      self.status = status
      self.at = at
      self.enteredBy = enteredBy
    }
  }

  /// What it is for.
  public var purpose: String
  /// Who moves.
  public var organisation: String
  /// Who plans it.
  public var assessor: String
  /// The stretches, in order; at least one.
  public var legs: [Leg]
  /// When it sets out.
  public var start: Moment
  /// When it is to arrive.
  public var arrival: Moment
  /// How long unloading takes.
  public var unloadingMinutes: Int
  /// Approvals asked for, by party.
  public var approvals: [Contact]
  /// Notifications, by party.
  public var notifications: [Contact]

  /// Makes a movement.
  public init(
    purpose: String, organisation: String, assessor: String, legs: [Leg], start: Moment,
    arrival: Moment, unloadingMinutes: Int, approvals: [Contact] = [],
    notifications: [Contact] = []
  ) {
    self.purpose = purpose
    self.organisation = organisation
    self.assessor = assessor
    self.legs = legs
    self.start = start
    self.arrival = arrival
    self.unloadingMinutes = unloadingMinutes
    self.approvals = approvals
    self.notifications = notifications
  }

  /// Where it goes.
  public var destination: Waypoint { legs[legs.count - 1].to }
  /// The places on the way, from first to last.
  public var points: [Waypoint] { [legs[0].from] + legs.map(\.to) }
  /// When unloading ends.
  public var end: Moment { arrival + unloadingMinutes }
}
