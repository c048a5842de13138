/// The names that other event data give to a kind of happening.
public struct CodingSchemes: Hashable, Sendable {
  /// Root type of PLOVER ("ASSAULT"), or nil where PLOVER has none.
  public var plover: String?
  /// Sub-event type of ACLED ("Air/drone strike"), or nil where ACLED has none or the words do not tell which.
  public var acled: String?

  /// The names for one happening, chosen by its type and, within a type, by the words that name it.
  public static func codes(of happening: Happening) -> CodingSchemes {
    let words = [
      happening.trigger.text, happening.weapon?.text ?? "", happening.actor?.quote.text ?? "",
    ].joined(separator: " ").lowercased()
    let rule = rules.first { rule in
      rule.type == happening.type
        && (rule.words.isEmpty || rule.words.contains { words.contains($0) })
    }
    return CodingSchemes(plover: rule?.plover, acled: rule?.acled)
  }

  /// One pairing: a type, words of trigger, weapon or actor of which one must occur (none: always), and the two names.
  private struct Rule: Sendable {
    let type: HappeningType
    let words: [String]
    let plover: String?
    let acled: String?

    init(_ type: HappeningType, _ words: [String], _ plover: String?, _ acled: String?) {
      self.type = type
      self.words = words
      self.plover = plover
      self.acled = acled
    }

    init(_ type: HappeningType, _ plover: String?, _ acled: String?) {
      self.init(type, [], plover, acled)
    }
  }

  /// PLOVER names follow PLOVER's own conversion table (2021), ACLED names are verbatim; the pairing is ours.
  ///
  /// The first rule that fits wins.
  private static let rules: [Rule] = [
    Rule(.airStrike, "ASSAULT", "Air/drone strike"),
    Rule(.shelling, "ASSAULT", "Shelling/artillery/missile attack"),
    Rule(.clash, "ASSAULT", "Armed clash"),
    Rule(.bombing, ["suicide"], "ASSAULT", "Suicide bomb"),
    Rule(.bombing, ["grenade"], "ASSAULT", "Grenade"),
    Rule(.bombing, "ASSAULT", "Remote explosive/landmine/IED"),
    Rule(.chemicalAttack, "ASSAULT", "Chemical weapon"),
    Rule(.shooting, "ASSAULT", "Attack"),
    Rule(.abduction, "ASSAULT", "Abduction/forced disappearance"),
    Rule(.arrest, "COERCE", "Arrests"),
    Rule(.destruction, "ASSAULT", "Looting/property destruction"),
    Rule(.siege, "COERCE", "Other"),
    Rule(
      .territoryChange,
      ["rebel", "opposition", "insurgent", "militant", "fighters", "islamic state"],
      "COERCE", "Non-state actor overtakes territory"),
    Rule(
      .territoryChange, ["government", "army", "regime", "loyalist"], "COERCE",
      "Government regains territory"),
    Rule(.territoryChange, "COERCE", nil),
    Rule(.troopMovement, ["base", "headquarters"], "MOBILIZE", "Headquarters or base established"),
    Rule(.troopMovement, "MOBILIZE", "Change to group/activity"),
    Rule(.protest, ["riot"], "PROTEST", "Violent demonstration"),
    Rule(.protest, ["peaceful"], "PROTEST", "Peaceful protest"),
    Rule(.protest, "PROTEST", nil),
    Rule(.displacement, nil, "Other"),
    Rule(.aidMovement, ["deliver", "distribut", "reach"], "AID", nil),
    Rule(.aidMovement, ["enter", "allow", "let in", "access"], "RETREAT", nil),
    Rule(.aidMovement, nil, nil),
    Rule(
      .aidAttack, ["air", "strike", "struck", "plane", "jet", "helicopter", "barrel"], "ASSAULT",
      "Air/drone strike"),
    Rule(
      .aidAttack, ["shell", "mortar", "artillery", "missile", "rocket"], "ASSAULT",
      "Shelling/artillery/missile attack"),
    Rule(.aidAttack, "ASSAULT", "Attack"),
    Rule(.ceasefireAct, ["held", "holding", "observ", "respect"], "RETREAT", "Agreement"),
    Rule(.ceasefireAct, "CONCEDE", "Agreement"),
    Rule(.talks, "CONSULT", nil),
    Rule(.agreement, ["sign"], "SUPPORT", "Agreement"),
    Rule(.agreement, "AGREE", "Agreement"),
    Rule(.sanction, ["embargo"], "COERCE", nil),
    Rule(.sanction, "SANCTION", nil),
    Rule(.withdrawal, "RETREAT", "Non-violent transfer of territory"),
    Rule(.release, "RETREAT", "Other"),
    Rule(.droneOrOverflight, nil, nil),
    Rule(.killing, "ASSAULT", "Attack"),
    Rule(.attack, "ASSAULT", "Attack"),
    Rule(.abuse, ["rape", "raping", "sexual"], "ASSAULT", "Sexual violence"),
    Rule(.abuse, "ASSAULT", "Attack"),
    Rule(.politicalAct, nil, "Other"),
    Rule(.other, nil, "Other"),
  ]
}
