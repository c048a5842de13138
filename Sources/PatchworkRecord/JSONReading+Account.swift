import PatchworkText

extension JSONMember {
  func account() throws(ReadingError) -> Account {
    Account(
      number: try integer("n") ?? 0, sentence: try quote("sentence"),
      part: value["part"] == nil ? .body : try word("part"), source: try object("source").source(),
      cue: try list("cue") { m throws(ReadingError) in try m.quote() },
      content: try list("content") { m throws(ReadingError) in try m.quote() },
      quoted: try word("quoted"), stance: try word("stance"), polarity: try word("polarity"),
      about: try integer("about"), via: try string("via"), addressee: try string("to"),
      happening: try optional("happening")?.happening(),
      condition: try optional("condition")?.condition(),
      evidence: value["evidence"] == nil
        ? []
        : try list("evidence") { m throws(ReadingError) in
          Evidence(kind: try m.word("kind"), quote: try m.quote("span"))
        },
      said: try optional("said")?.time(), entry: value["entry"]?.string)
  }

  private func source() throws(ReadingError) -> Source {
    Source(
      kind: try word("kind"), who: try string("who"), role: try string("role"),
      mention: try optional("span")?.quote(), rule: try string("rule"))
  }

  private func participant() throws(ReadingError) -> Participant {
    Participant(quote: try quote("span"), who: try string("who"))
  }

  private func happening() throws(ReadingError) -> Happening {
    var happening = Happening(
      type: try word("type"), trigger: try quote("trigger"), modality: try word("modality"))
    happening.actor = try optional("actor")?.participant()
    happening.target = try optional("target")?.participant()
    happening.place = try optional("place")?.place()
    happening.time = try optional("time")?.time()
    happening.killed = try optional("killed")?.count()
    happening.injured = try optional("injured")?.count()
    happening.affected = try optional("affected")?.count()
    happening.weapon = try optional("weapon")?.quote()
    return happening
  }

  private func condition() throws(ReadingError) -> Condition {
    Condition(
      kind: try word("kind"), value: try string("value"), trigger: try quote("trigger"),
      place: try optional("place")?.place(), holder: try optional("holder")?.participant(),
      since: try optional("since")?.time(), until: try optional("until")?.time(),
      people: try optional("people")?.count())
  }

  func place() throws(ReadingError) -> Place {
    Place(
      quote: try quote("span"),
      id: try optional("id").map { _ throws(ReadingError) in try string("id") },
      pcode: value["pcode"]?.string, name: try string("name"), kind: try string("kind"),
      latitude: try double("lat"), longitude: try double("lon"), radius: try double("radius_km"),
      precision: try integer("precision") ?? 6, use: try word("use"),
      within: try list("within") { m throws(ReadingError) in
        guard let id = m.value.string else { throw .member(path: m.path) }
        return id
      },
      candidates: try integer("candidates") ?? 0, rule: try string("rule"))
  }

  func time() throws(ReadingError) -> TimeExpression {
    TimeExpression(
      quote: try quote("span"), kind: try word("kind"), edtf: try string("edtf"),
      from: value["from"]?.string, to: value["to"]?.string,
      precision: try integer("precision") ?? 5,
      length: value["length"]?.string, value: value["value"]?.string,
      zone: value["zone"]?.string, rule: value["rule"]?.string ?? "")
  }

  func implied() throws(ReadingError) -> ImpliedInterval {
    ImpliedInterval(
      from: value["from"]?.string, to: value["to"]?.string,
      afterDay: value["after_day"]?.string,
      times: try list("spans") { m throws(ReadingError) in try m.quote() },
      sentences: try list("sentences") { m throws(ReadingError) in try m.quote() })
  }

  func count() throws(ReadingError) -> Count {
    Count(
      quote: try quote("span"), low: try integer("low"), high: try integer("high"),
      relation: try word("relation"), measure: try word("measure"), unit: try string("unit"),
      isAdditional: flag("additional"), of: value["of"]?.string,
      convention: value["convention"]?.string, note: value["note"]?.string)
  }
}
