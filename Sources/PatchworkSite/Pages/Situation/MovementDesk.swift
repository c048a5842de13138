import PatchworkDisplay
public import PatchworkSituation
public import PatchworkStore

/// What a site needs to open movements: the key, the rules and where places lie.
public struct MovementDesk: Sendable {
  let seal: Seal
  let rules: RuleSet
  let place: @Sendable (String) -> Movement.Waypoint?

  /// Makes a desk; `place` looks up a place by its name.
  public init(
    seal: Seal, rules: RuleSet, place: @escaping @Sendable (String) -> Movement.Waypoint?
  ) {
    self.seal = seal
    self.rules = rules
    self.place = place
  }

  /// The movement of a file.
  func movement(_ bytes: [UInt8]) throws -> Movement {
    do { return try Movement(json: bytes, place: place) } catch {
      throw Refusal.against("The plan cannot be used: \(error.sentence).")
    }
  }
}

extension Visit {
  /// The desk, or why movements are closed here.
  func movementDesk() throws -> MovementDesk {
    guard let desk = site.options.movements else {
      throw Refusal(
        status: 409, code: "no-key",
        message:
          "Movements are closed here: the site was started without their key (--movement-key).")
    }
    return desk
  }
}

extension MovementSealError {
  /// The refusal that says so.
  var refusal: Refusal {
    switch self {
    case .none(let id): .missing("There is no movement “\(id)”.")
    case .wrongKey(let id): .against("Movement \(id) does not open with the key of this site.")
    case .unsealable:
      Refusal(status: 500, code: "failed", message: "The movement could not be sealed.")
    case .signedAlready(_, let who):
      .against("\(who) has signed this case file; the second signature is another person’s.")
    case .wordless: .against("Dissent must say what is objected to.")
    }
  }
}
