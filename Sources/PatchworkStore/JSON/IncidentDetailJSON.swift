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
    figures("killed_figures", analysis.killed, analysis.killedTable, to: &writer)
    figures("injured_figures", analysis.injured, analysis.injuredTable, to: &writer)
    classes("killed_classes", analysis.killedTable, to: &writer)
    classes("injured_classes", analysis.injuredTable, to: &writer)
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

  /// Every figure with its standing, who gives it when, and how it stands to others, by their positions in the list.
  private static func figures(
    _ name: StaticString, _ range: CasualtyRange?, _ table: CasualtyTable,
    to writer: inout JSONWriter
  ) {
    let standings = range?.figures.map(\.standing) ?? []
    list(name, Array(table.figures.enumerated()), to: &writer) { entry, writer in
      let figure = entry.element
      writer.begin(.object)
      writer.member("report", figure.report)
      writer.member("n", orNull: figure.account)
      writer.member("published", orNull: figure.published?.iso)
      writer.member("who", figure.speaker)
      writer.member("low", orNull: figure.count.low)
      writer.member("high", orNull: figure.count.high)
      writer.member("unit", figure.count.unit)
      writer.member("victims", figure.victims.rawValue)
      writer.member("convention", orNull: figure.count.convention)
      writer.member(
        "standing",
        entry.offset < standings.count
          ? standings[entry.offset].rawValue : CasualtyRange.Standing.addition.rawValue)
      list(
        "relations", table.relations.filter { $0.first == entry.offset }, to: &writer
      ) { relation, writer in
        writer.begin(.object)
        writer.member("kind", relation.kind.rawValue)
        writer.member("to", orNull: relation.second)
        writer.end(.object)
      }
      writer.end(.object)
    }
  }

  /// The range of each class of victims that figures are of.
  private static func classes(
    _ name: StaticString, _ table: CasualtyTable, to writer: inout JSONWriter
  ) {
    list(name, table.classes, to: &writer) { entry, writer in
      writer.begin(.object)
      writer.member("victims", entry.victims.rawValue)
      writer.member("low", orNull: entry.range.low)
      writer.member("best", orNull: entry.range.best)
      writer.member("high", orNull: entry.range.high)
      writer.key("open")
      writer.boolean(entry.range.isOpen)
      writer.end(.object)
    }
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
