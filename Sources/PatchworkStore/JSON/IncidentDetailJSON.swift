import PatchworkLinking
public import PatchworkRecord

/// What an incident's page shows beside its accounts, as members of its JSON object.
public enum IncidentDetailJSON {
  static func write(_ view: IncidentView, to writer: inout JSONWriter) {
    let analysis = view.analysis
    writer.member("grade_rule", analysis.grade.rule)
    writer.list("former_ids", view.aliases) { $1.string($0) }
    writer.list("sides", analysis.sides) { side, writer in
      writer.begin(.object)
      writer.member("party", orNull: side.party?.name)
      writer.list("accounts", side.accounts) { $1.integer($0) }
      writer.end(.object)
    }
    writer.list("positions", analysis.positions) { position, writer in
      writer.begin(.object)
      writer.member("holding", position.holding.rawValue)
      writer.list("blames", position.blamed) { $1.string($0.name) }
      writer.end(.object)
    }
    writer.list("contradictions", analysis.contradictions) { found, writer in
      writer.begin(.object)
      writer.member("slot", found.slot.rawValue)
      writer.list("accounts", [found.first, found.second]) { $1.integer($0) }
      writer.end(.object)
    }
    writer.list("threads", analysis.threads) { thread, writer in
      writer.begin(.object)
      writer.member("speaker", thread.speaker)
      writer.list("accounts", thread.statements) { $1.integer($0) }
      writer.list("shifts", thread.shifts) { shift, writer in
        writer.begin(.object)
        writer.member("change", shift.change.rawValue)
        writer.member("slot", shift.slot)
        writer.list("accounts", [shift.from, shift.to]) { $1.integer($0) }
        writer.end(.object)
      }
      writer.end(.object)
    }
    figures("killed_figures", analysis.killed, analysis.killedTable, to: &writer)
    figures("injured_figures", analysis.injured, analysis.injuredTable, to: &writer)
    classes("killed_classes", analysis.killedTable, to: &writer)
    classes("injured_classes", analysis.injuredTable, to: &writer)
    groups("killed_by_speaker", analysis.killedTable.bySpeaker, to: &writer) {
      $1.member("who", $0)
    }
    groups("injured_by_speaker", analysis.injuredTable.bySpeaker, to: &writer) {
      $1.member("who", $0)
    }
    groups("killed_by_day", analysis.killedTable.byDay, to: &writer) {
      $1.member("published", orNull: $0?.iso)
    }
    groups("injured_by_day", analysis.injuredTable.byDay, to: &writer) {
      $1.member("published", orNull: $0?.iso)
    }
    writer.list("unknown", analysis.unknowns) { $1.string($0.rawValue) }
    writer.list("links", view.links) { link, writer in
      writer.begin(.object)
      writer.member("report", link.report)
      writer.member("like", link.to)
      writer.member("reasons", link.reasons)
      writer.end(.object)
    }
    writer.list("refutations", view.refutations) { $1.string($0) }
    writer.list("possibly_same", view.possiblySame) { same, writer in
      writer.begin(.object)
      writer.member("id", same.id)
      writer.member("reasons", same.reasons)
      writer.end(.object)
    }
    writer.list("judgements", view.judgements) { write($0, to: &$1) }
  }

  /// Every figure with its standing, who gives it when, and how it stands to others, by their positions in the list.
  private static func figures(
    _ name: StaticString, _ range: CasualtyRange?, _ table: CasualtyTable,
    to writer: inout JSONWriter
  ) {
    let standings = range?.figures.map(\.standing) ?? []
    writer.list(name, Array(table.figures.enumerated())) { entry, writer in
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
      writer.list("relations", table.relations.filter { $0.first == entry.offset }) {
        relation, writer in
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
    writer.list(name, table.classes) { entry, writer in
      writer.begin(.object)
      writer.member("victims", entry.victims.rawValue)
      bounds(entry.range, to: &writer)
      writer.end(.object)
    }
  }

  /// Figures by what they have in common: their positions in the list, and their range.
  private static func groups<Key: Hashable & Sendable>(
    _ name: StaticString, _ groups: [FigureGroup<Key>], to writer: inout JSONWriter,
    _ key: (Key, inout JSONWriter) -> Void
  ) {
    writer.list(name, groups) { group, writer in
      writer.begin(.object)
      key(group.key, &writer)
      writer.list("figures", group.figures) { $1.integer($0) }
      bounds(group.range, to: &writer)
      writer.end(.object)
    }
  }

  private static func bounds(_ range: CasualtyRange?, to writer: inout JSONWriter) {
    writer.member("low", orNull: range?.low)
    writer.member("best", orNull: range?.best)
    writer.member("high", orNull: range?.high)
    writer.key("open")
    writer.boolean(range?.isOpen ?? false)
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
}
