import PatchworkLinking
public import PatchworkRecord

/// What an incident's page shows beside its accounts, as members of its JSON object.
public enum IncidentDetailJSON {
  static func write(_ view: IncidentView, to writer: inout JSONWriter) {
    let analysis = view.analysis
    writer.member("grade_rule", analysis.grade.rule)
    list("former_ids", view.aliases, to: &writer) { $1.string($0) }
    list("sides", analysis.sides, to: &writer) { side, writer in
      writer.begin(.object)
      writer.member("party", orNull: side.party?.name)
      list("accounts", side.accounts, to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    list("positions", analysis.positions, to: &writer) { position, writer in
      writer.begin(.object)
      writer.member("holding", position.holding.rawValue)
      list("blames", position.blamed, to: &writer) { $1.string($0.name) }
      writer.end(.object)
    }
    list("contradictions", analysis.contradictions, to: &writer) { found, writer in
      writer.begin(.object)
      writer.member("slot", found.slot.rawValue)
      list("accounts", [found.first, found.second], to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    list("threads", analysis.threads, to: &writer) { thread, writer in
      writer.begin(.object)
      writer.member("speaker", thread.speaker)
      list("accounts", thread.statements, to: &writer) { $1.integer($0) }
      list("shifts", thread.shifts, to: &writer) { shift, writer in
        writer.begin(.object)
        writer.member("change", shift.change.rawValue)
        writer.member("slot", shift.slot)
        list("accounts", [shift.from, shift.to], to: &writer) { $1.integer($0) }
        writer.end(.object)
      }
      writer.end(.object)
    }
    for (name, range) in [
      ("killed_figures" as StaticString, analysis.killed), ("injured_figures", analysis.injured),
    ] {
      list(name, range?.figures ?? [], to: &writer) { entry, writer in
        writer.begin(.object)
        writer.member("report", entry.figure.report)
        writer.member("n", orNull: entry.figure.account)
        writer.member("low", orNull: entry.figure.count.low)
        writer.member("high", orNull: entry.figure.count.high)
        writer.member("unit", entry.figure.count.unit)
        writer.member("standing", entry.standing.rawValue)
        writer.end(.object)
      }
    }
    list("unknown", analysis.unknowns, to: &writer) { $1.string($0.rawValue) }
    list("links", view.links, to: &writer) { link, writer in
      writer.begin(.object)
      writer.member("report", link.report)
      writer.member("like", link.to)
      writer.member("reasons", link.reasons)
      writer.end(.object)
    }
    list("possibly_same", view.possiblySame, to: &writer) { same, writer in
      writer.begin(.object)
      writer.member("id", same.id)
      writer.member("reasons", same.reasons)
      writer.end(.object)
    }
    list("judgements", view.judgements, to: &writer) { write($0, to: &$1) }
  }

  /// Writes a judgement as an object.
  public static func write(_ judgement: Judgement, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("entry", orNull: judgement.number)
    writer.member("action", judgement.action.rawValue)
    writer.member("report", judgement.report)
    writer.member("n", orNull: judgement.account)
    writer.member("field", judgement.field)
    writer.member("value", judgement.value)
    writer.member("by", judgement.who)
    writer.member("at", judgement.at)
    writer.member("reason", judgement.reason)
    writer.end(.object)
  }

  private static func list<Value>(
    _ name: StaticString, _ values: [Value], to writer: inout JSONWriter,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.begin(.array)
    for value in values { write(value, &writer) }
    writer.end(.array)
  }
}
