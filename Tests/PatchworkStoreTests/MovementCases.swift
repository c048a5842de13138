import PatchworkSituation
import Testing

/// Named cases of a movement to Darayya on 25 September 2016: what was reported before, and what the case file comes to.
struct MovementCase: Sendable, CustomTestStringConvertible {
  let name: String
  let reports: [(day: String, text: String)]
  var approvals: [Movement.Contact.Status] = [.approved]
  var notifications: [Movement.Contact.Status] = [.acknowledged]
  let outcome: CaseFile.Outcome

  var testDescription: String { name }

  /// A movement to Darayya, assessed at six in the morning of its day.
  var movement: Movement {
    func contacts(_ statuses: [Movement.Contact.Status]) -> [Movement.Contact] {
      statuses.map {
        Movement.Contact(
          party: "Syrian government", status: $0, at: Moment(rfc3339: "2016-09-24T10:00:00+03:00"),
          enteredBy: "desk")
      }
    }
    let damascus = Movement.Waypoint(
      name: "Damascus", id: "geonames:170654", latitude: 33.5102, longitude: 36.29128)
    let darayya = Movement.Waypoint(
      name: "Darayya", id: Self.darayya, within: Self.wider, latitude: 33.45835, longitude: 36.23256
    )
    return Movement(
      purpose: "food for 40,000 people", organisation: "inter-agency convoy", assessor: "desk",
      legs: [Movement.Leg(from: damascus, to: darayya)],
      start: Moment(rfc3339: "2016-09-25T09:00:00+03:00")!,
      arrival: Moment(rfc3339: "2016-09-25T11:00:00+03:00")!, unloadingMinutes: 240,
      approvals: contacts(approvals), notifications: contacts(notifications))
  }

  static let asOf = Moment(rfc3339: "2016-09-25T06:00:00+03:00")!
  /// Which of the towns of that name is meant.
  static let setting = " Darayya is a suburb of Damascus."
  static let darayya = "geonames:170892"
  static let wider = ["geonames:170652", "geonames:163843"]

  /// An open road and an earlier arrival, so that enough is known.
  private static let open = [
    (day: "2016-09-24", text: "The road to Darayya is open, the local council said."),
    (day: "2016-09-23", text: "A convoy entered Darayya on Thursday, the United Nations said."),
  ]

  static let all: [MovementCase] = [
    MovementCase(
      name: "nothing is reported and nobody was asked", reports: [], approvals: [],
      notifications: [], outcome: .tooLittle),
    MovementCase(
      name: "approvals alone say too little", reports: [], outcome: .tooLittle),
    MovementCase(
      name: "a party was asked and has not answered", reports: [], approvals: [.requested],
      outcome: .unmet),
    MovementCase(
      name: "a party refused", reports: [], approvals: [.refused], outcome: .blocking),
    MovementCase(
      name: "a strike on the destination the week before",
      reports: [
        (
          "2016-09-21",
          "Warplanes bombed Darayya on Tuesday and killed four people, the civil defence said."
        )
      ],
      outcome: .unmet),
    MovementCase(
      name: "a strike far away changes nothing",
      reports: [
        (
          "2016-09-21",
          "Warplanes bombed the city of Raqqa on Tuesday and killed four people, activists said."
        )
      ],
      outcome: .tooLittle),
    MovementCase(
      name: "a truce that lapses on the day of unloading",
      reports: [
        (
          "2016-09-19",
          "A truce took effect in Syria on September 18 and will last for seven days, Russia said."
        )
      ],
      outcome: .unmet),
    MovementCase(
      name: "a truce that outlasts the movement, an open road and an earlier arrival",
      reports: [
        (
          "2016-09-24",
          "A truce took effect in Syria on September 24 and will last for ten days, Russia said."
        )
      ] + open,
      outcome: .noBlock),
    // Two cases apart by the hour of the lapse alone: unloading ends at 15:00.
    MovementCase(
      name: "a truce that lapses an hour after unloading ends",
      reports: [
        (
          "2016-09-19",
          "A truce took effect in Syria at 4 p.m. on September 18 and will last for seven days, Russia said."
        )
      ] + open,
      outcome: .noBlock),
    MovementCase(
      name: "a truce that lapses an hour before unloading ends",
      reports: [
        (
          "2016-09-19",
          "A truce took effect in Syria at 2 p.m. on September 18 and will last for seven days, Russia said."
        )
      ] + open,
      outcome: .unmet),
    MovementCase(
      name: "a truce that begins when the convoy is on its way",
      reports: [
        (
          "2016-09-24",
          "A truce will take effect in Syria at 10 a.m. on September 25 and will last for ten days, Russia said."
        )
      ] + open,
      outcome: .unmet),
    MovementCase(
      name: "the road is said to be closed",
      reports: [("2016-09-24", "The road to Darayya is closed, the local council said.")],
      outcome: .blocking),
    MovementCase(
      name: "access is said to be denied",
      reports: [
        (
          "2016-09-24",
          "The government denied aid workers access to Darayya, the United Nations said."
        )
      ],
      outcome: .blocking),
    MovementCase(
      name: "a convoy was attacked there the month before",
      reports: [
        ("2016-09-02", "An aid convoy was bombed in Darayya on September 1, the Red Crescent said.")
      ],
      outcome: .unmet),
    MovementCase(
      name: "the organisation has suspended its convoys",
      reports: [
        (
          "2016-09-24",
          "The United Nations suspended all aid convoys in Syria for 48 hours on September 24."
        )
      ],
      outcome: .blocking),
    MovementCase(
      name: "an ultimatum runs out on the day",
      reports: [
        (
          "2016-09-24",
          "The army gave the people of Darayya 48 hours to surrender, a resident said."
        )
      ],
      outcome: .unmet),
    MovementCase(
      name: "rebels hold the town and were not asked",
      reports: [
        ("2016-09-24", "The town of Darayya is held by armed opposition groups, the UN said.")
      ],
      outcome: .unmet),
  ]
}
