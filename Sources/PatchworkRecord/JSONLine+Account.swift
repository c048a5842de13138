extension RecordJSON {
  mutating func write(_ account: Account) {
    object { json in
      json.writer.member("n", orNull: account.number)
      json.span("sentence", account.sentence)
      if account.part != .body { json.writer.member("part", account.part.rawValue) }
      json.writer.key("source")
      json.write(account.source)
      json.list("cue", account.cue) { $0.write($1) }
      json.list("content", account.content) { $0.write($1) }
      json.writer.member("quoted", account.quoted.rawValue)
      json.writer.member("stance", account.stance.rawValue)
      json.writer.member("polarity", account.polarity.rawValue)
      json.writer.member("about", orNull: account.about)
      json.writer.member("via", account.via)
      json.writer.member("to", account.addressee)
      json.member("happening", account.happening) { $0.write($1) }
      json.member("condition", account.condition) { $0.write($1) }
      if !account.evidence.isEmpty {
        json.list("evidence", account.evidence) { json, evidence in
          json.object { json in
            json.writer.member("kind", evidence.kind.rawValue)
            json.span("span", evidence.quote)
          }
        }
      }
      if let said = account.said { json.member("said", said) { $0.write($1) } }
      if let entry = account.entry { json.writer.member("entry", entry) }
    }
  }

  mutating func write(_ source: Source) {
    object { json in
      json.writer.member("kind", source.kind.rawValue)
      json.writer.member("who", source.who)
      json.writer.member("role", source.role)
      json.span("span", source.mention)
      json.writer.member("rule", source.rule)
    }
  }

  mutating func write(_ happening: Happening) {
    let codes = CodingSchemes.codes(of: happening)
    object { json in
      json.writer.member("type", happening.type.rawValue)
      json.writer.member("plover", orNull: codes.plover)
      json.writer.member("acled", orNull: codes.acled)
      json.span("trigger", happening.trigger)
      json.member("actor", happening.actor) { $0.write($1) }
      json.member("target", happening.target) { $0.write($1) }
      json.member("place", happening.place) { $0.write($1) }
      json.member("time", happening.time) { $0.write($1) }
      json.writer.member("modality", happening.modality.rawValue)
      json.member("killed", happening.killed) { $0.write($1) }
      json.member("injured", happening.injured) { $0.write($1) }
      json.member("affected", happening.affected) { $0.write($1) }
      json.span("weapon", happening.weapon)
    }
  }

  mutating func write(_ condition: Condition) {
    object { json in
      json.writer.member("kind", condition.kind.rawValue)
      json.member("place", condition.place) { $0.write($1) }
      json.member("holder", condition.holder) { $0.write($1) }
      json.writer.member("value", condition.value)
      json.member("since", condition.since) { $0.write($1) }
      json.member("until", condition.until) { $0.write($1) }
      json.member("people", condition.people) { $0.write($1) }
      json.span("trigger", condition.trigger)
    }
  }

  mutating func write(_ participant: Participant) {
    object { json in
      json.writer.member("text", participant.quote.text)
      json.writer.member("who", participant.who)
      json.span("span", participant.quote)
    }
  }
}
