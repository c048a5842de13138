import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// The machine forms of areas, ceasefires and case files.
package enum SituationJSON {
  /// A statement: who says what of where and when, with its sentence.
  package static func write(_ said: SaidState, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("report", said.report)
    writer.member("n", orNull: said.entry.account)
    writer.member("published", orNull: said.published?.iso)
    writer.member("who", said.who)
    writer.member("party", said.party)
    writer.member("stance", said.stance.rawValue)
    writer.member("layer", said.entry.layer.rawValue)
    writer.member("state", said.entry.state)
    writer.member("holding", said.entry.holding.rawValue)
    writer.member("place", orNull: said.entry.place?.name)
    writer.member("place_id", orNull: said.entry.place?.id)
    writer.member("by", said.entry.party)
    writer.member("from", orNull: said.entry.first?.iso)
    writer.member("to", orNull: said.entry.last?.iso)
    // Only where hours are said, so that what was signed before stays what it was.
    if let time = said.entry.firstTime { writer.member("from_time", time.stored) }
    if let time = said.entry.lastTime { writer.member("to_time", time.stored) }
    writer.member("number", orNull: said.entry.number?.quote.text)
    writer.member("low", orNull: said.entry.number?.low)
    writer.member("high", orNull: said.entry.number?.high)
    writer.member("hours", orNull: said.entry.hours)
    writer.member("origin", said.origin)
    writer.member("incident", said.incident)
    writer.member("sentence", said.sentence)
    writer.end(.object)
  }

  static func list<Value>(
    _ name: StaticString, _ values: [Value], to writer: inout JSONWriter,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.begin(.array)
    for value in values { write(value, &writer) }
    writer.end(.array)
  }
}
