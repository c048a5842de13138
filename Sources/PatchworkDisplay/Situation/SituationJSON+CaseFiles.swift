import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// Case files of movements.
extension SituationJSON {
  /// Hash of what a case file says, whenever it is looked at: signatures stand under it.
  package static func digest(_ file: CaseFile) -> String {
    var writer = JSONWriter(capacity: 16_384)
    writer.begin(.object)
    writer.member("outcome", file.outcome.rawValue)
    list("factors", file.factors, to: &writer) { write($0, to: &$1) }
    list("unknown", file.unknown, to: &writer) { $1.string($0.rawValue) }
    writer.member("rules_sha256", file.rulesDigest)
    writer.end(.object)
    return sha256Hex(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// A case file, whole.
  package static func write(_ file: CaseFile, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("outcome", file.outcome.rawValue)
    writer.member("as_of", file.asOf.rfc3339)
    writer.member("stale_at", file.staleAt.rfc3339)
    writer.member("purpose", file.movement.purpose)
    writer.member("organisation", file.movement.organisation)
    writer.member("destination", file.movement.destination.name)
    writer.member("start", file.movement.start.rfc3339)
    writer.member("arrival", file.movement.arrival.rfc3339)
    writer.member("end_of_unloading", file.movement.end.rfc3339)
    writer.key("window_is_past")
    writer.boolean(file.isPast)
    list("factors", file.factors, to: &writer) { write($0, to: &$1) }
    list("unknown", file.unknown, to: &writer) { $1.string($0.rawValue) }
    list("not_known", CaseFileUnknowns(file).gaps, to: &writer) { gap, writer in
      writer.begin(.object)
      writer.member("of", gap.of)
      writer.member("words", gap.words)
      writer.end(.object)
    }
    list("grades", file.grades.sorted { $0.key < $1.key }, to: &writer) { grade, writer in
      writer.begin(.object)
      writer.member("incident", grade.key)
      writer.member("grade", grade.value.rawValue)
      writer.end(.object)
    }
    list("parts", file.partFindings, to: &writer) { finding, writer in
      writer.begin(.object)
      switch finding.part {
      case .point(let index)?:
        writer.member("kind", "point")
        writer.member("name", file.movement.points[index].name)
      case .leg(let index)?:
        let leg = file.movement.legs[index]
        writer.member("kind", "leg")
        writer.member("name", "\(leg.from.name) → \(leg.to.name)")
      case nil:
        writer.member("kind", "wider")
        writer.member("name", "")
      }
      writer.member("group", finding.group.rawValue)
      list("factors", finding.factors, to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    list("history", file.history, to: &writer) { band, writer in
      writer.begin(.object)
      writer.member("kilometres", orNull: band.kilometres)
      writer.member("days", orNull: band.days)
      list("incidents", band.incidents, to: &writer) { $1.string($0) }
      writer.end(.object)
    }
    list("would_change_it", file.counterfactuals, to: &writer) { change, writer in
      writer.begin(.object)
      writer.member("change", SituationText.change(change.change))
      writer.member("outcome", change.outcome.rawValue)
      writer.end(.object)
    }
    writer.member("rules_sha256", file.rulesDigest)
    writer.end(.object)
  }

  private static func write(_ factor: Factor, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("rule", factor.rule.id)
    writer.member("group", factor.rule.group.rawValue)
    writer.member("direction", factor.direction.rawValue)
    writer.member("consequence", factor.rule.consequence.rawValue)
    writer.member("title", factor.rule.title)
    writer.member("party", factor.party)
    writer.member("kilometres", orNull: factor.kilometres)
    writer.member("newest", orNull: factor.newest?.iso)
    writer.member("expires", orNull: factor.expires?.day.iso)
    if let time = factor.expires?.time { writer.member("expires_at", time.stored) }
    writer.member("origins", orNull: factor.origins)
    list("incidents", factor.incidents, to: &writer) { $1.string($0) }
    list("grounds", factor.grounds, to: &writer) { ground, writer in
      switch ground {
      case .said(let said): write(said, to: &writer)
      case .clock(_, let act, _): write(act.said, to: &writer)
      case .entered(let contact):
        writer.begin(.object)
        writer.member("party", contact.party)
        writer.member("status", contact.status.rawValue)
        writer.member("at", orNull: contact.at?.rfc3339)
        writer.member("entered_by", contact.enteredBy)
        writer.end(.object)
      case .almanac(let light):
        let offset = 0
        writer.begin(.object)
        writer.member("sunrise", Moment(minutes: light.sunrise, offset: offset).rfc3339)
        writer.member("sunset", Moment(minutes: light.sunset, offset: offset).rfc3339)
        writer.end(.object)
      }
    }
    writer.end(.object)
  }
}
