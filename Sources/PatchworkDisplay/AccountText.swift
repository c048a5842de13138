package import PatchworkRecord

extension Account {
  /// What sets this telling apart from others of its group, each a few words; what a group's head says is left out.
  package func details(in group: AccountGroup? = nil) -> [String] {
    var details: [String] = []
    if let happening {
      let saysType = happening.type == .killing && happening.killed != nil
      if let group, group.subject != .happening(happening.type), !saysType {
        details.append(happening.type.words)
      }
      if happening.modality != .happened, happening.modality != stance.impliedModality {
        details.append(happening.modality.rawValue)
      }
      if let group, let place = happening.place, place.quote.text != group.place?.quote.text {
        details.append("in \(place.quote.text)")
      }
      if let group, let time = happening.time, time.text != group.time?.text {
        details.append(time.text)
      }
      details += happening.details
    } else if let condition {
      if let group, let place = condition.place, place.quote.text != group.place?.quote.text {
        details.append("in \(place.quote.text)")
      }
      details += condition.details
    }
    details += evidence.map { $0.words }
    return details
  }

  /// Between whom the words passed, and where they stand when not in the body.
  package var passage: [String] {
    var passage: [String] = []
    if !addressee.isEmpty { passage.append("to \(Phrase.inside(addressee))") }
    if !via.isEmpty { passage.append(Phrase.passage(via)) }
    if part != .body { passage.append("in the \(part.rawValue)") }
    return passage
  }
}

extension Happening {
  /// The figures and what else tells this telling from another, each a few words.
  package var details: [String] {
    var details: [String] = []
    if let killed { details.append("\(killed.numberText) killed") }
    if let injured { details.append("\(injured.numberText) injured") }
    if let affected {
      let what = affected.measure == .other ? "affected" : affected.measure.rawValue
      details.append("\(affected.numberText) \(what)")
    }
    if let actor, !actor.who.isEmpty { details.append("by \(Phrase.inside(actor.who))") }
    if let weapon, weapon.text != actor?.who, weapon.text != actor?.quote.text {
      details.append(weapon.text)
    }
    return details
  }
}

extension Evidence {
  /// The evidence in words, as claimed: "video posted online" stands for itself.
  var words: String {
    "\(kind.rawValue.split(separator: "-").joined(separator: " ")): “\(ShownText.clean(quote.text))”"
  }
}

extension Condition {
  /// What sets this state apart, each a few words.
  package var details: [String] {
    var details: [String] = []
    if !value.isEmpty { details.append(value) }
    if let people {
      details.append(
        people.unit.isEmpty || people.unit == "person"
          ? "\(people.numberText) people" : "\(people.numberText) \(people.unit)")
    }
    if let holder, !holder.who.isEmpty { details.append("by \(Phrase.inside(holder.who))") }
    if let since { details.append("since \(since.from.map(DayText.of) ?? since.text)") }
    if let until { details.append("until \(until.to.map(DayText.of) ?? until.text)") }
    return details
  }
}

extension HappeningType {
  /// The type in words: "air strike".
  package var words: String {
    self == .other ? "other happening" : rawValue.split(separator: "-").joined(separator: " ")
  }
}

extension Stance {
  /// The standing of a happening that goes without saying beside the stance's verb.
  fileprivate var impliedModality: Modality? {
    switch self {
    case .deny, .reject: .denied
    case .propose: .proposed
    case .threaten: .threatened
    case .promise: .planned
    default: nil
    }
  }
}
