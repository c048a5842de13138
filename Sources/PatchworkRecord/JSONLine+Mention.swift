extension RecordJSON {
  mutating func write(_ place: Place) {
    object { json in
      json.span("span", place.quote)
      json.writer.member("id", orNull: place.id)
      json.writer.member("pcode", orNull: place.pcode)
      json.writer.member("name", place.name)
      json.writer.member("kind", place.kind)
      json.writer.member("lat", orNull: place.latitude)
      json.writer.member("lon", orNull: place.longitude)
      json.writer.member("radius_km", orNull: place.radius)
      json.writer.member("precision", orNull: place.precision)
      json.writer.member("use", place.use.rawValue)
      json.list("within", place.within) { $0.writer.string($1) }
      json.writer.member("candidates", orNull: place.candidates)
      json.writer.member("rule", place.rule)
    }
  }

  mutating func write(_ time: TimeExpression) {
    object { json in
      json.span("span", time.quote)
      json.writer.member("kind", time.kind.rawValue)
      json.writer.member("edtf", time.edtf)
      json.writer.member("from", orNull: time.from)
      json.writer.member("to", orNull: time.to)
      json.writer.member("precision", orNull: time.precision)
      json.writer.member("length", orNull: time.length)
      json.writer.member("value", orNull: time.value)
      if let zone = time.zone { json.writer.member("zone", zone) }
      json.writer.member("rule", time.rule)
    }
  }

  mutating func write(_ implied: ImpliedInterval) {
    object { json in
      json.writer.member("edtf", implied.edtf)
      json.writer.member("from", orNull: implied.from)
      json.writer.member("to", orNull: implied.to)
      if let day = implied.afterDay { json.writer.member("after_day", day) }
      json.list("spans", implied.times) { $0.write($1) }
      json.list("sentences", implied.sentences) { $0.write($1) }
    }
  }

  mutating func write(_ count: Count) {
    object { json in
      json.span("span", count.quote)
      json.writer.member("low", orNull: count.low)
      json.writer.member("high", orNull: count.high)
      json.writer.member("relation", count.relation.rawValue)
      json.writer.member("measure", count.measure.rawValue)
      json.writer.member("unit", count.unit)
      json.writer.key("additional")
      json.writer.boolean(count.isAdditional)
      json.writer.member("of", orNull: count.of)
      json.writer.member("convention", orNull: count.convention)
      if let note = count.note { json.writer.member("note", note) }
    }
  }
}
