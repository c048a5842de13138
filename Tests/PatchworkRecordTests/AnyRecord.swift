import PatchworkRecord
import PatchworkText

/// Makes arbitrary records, the same ones for the same seed.
struct AnyRecord {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  private mutating func chance() -> Bool { below(2) == 0 }
  private mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
  private mutating func maybe<Value>(_ make: (inout AnyRecord) -> Value) -> Value? {
    chance() ? make(&self) : nil
  }
  private mutating func some<Value>(_ make: (inout AnyRecord) -> Value) -> [Value] {
    (0..<below(4)).map { _ in make(&self) }
  }

  /// A string of plain letters, marks that JSON escapes, controls, and letters of two to four bytes.
  mutating func text() -> String {
    // No U+FEFF: Foundation, which reads the lines back here, loses it at the start of a run.
    let scalars: [Unicode.Scalar] = [
      "a", "Z", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{2028}",
      "é", "ح", "ل", "“", "’", "\u{301}", "🚚", "\u{202E}", "\u{FFFF}", "襲",
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<below(400) { view.append(one(of: scalars)) }
    return String(view)
  }

  mutating func report() -> Report {
    let words = text()
    return Report(
      id: text(), text: words, blocks: [],
      dropped: some { DroppedText(quote: $0.quote(in: words), why: .advert) }, title: text(),
      outlet: text(), published: maybe { SourcedDate(value: $0.text(), origin: "supplied") },
      textIsDerived: chance())
  }

  mutating func quote(in words: String) -> Quote {
    var offsets = [0]
    for scalar in words.unicodeScalars {
      offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
    }
    let (a, b) = (one(of: offsets), one(of: offsets))
    let bytes = Array(words.utf8)[min(a, b)..<max(a, b)]
    return Quote(span: Span(min(a, b), max(a, b)), text: String(decoding: bytes, as: UTF8.self))
  }

  mutating func reading(of words: String) -> Reading {
    let accounts = (0..<below(5)).map { account($0, words) }
    return Reading(
      accounts: accounts, places: some { $0.place(words) }, times: some { $0.time(words) },
      quantities: some { $0.count(words) },
      entities: some { EntityMention(quote: $0.quote(in: words), label: "GPE") },
      implied: maybe { any in
        ImpliedInterval(
          from: any.maybe { $0.text() }, to: any.maybe { $0.text() },
          afterDay: any.maybe { $0.text() },
          times: any.some { $0.quote(in: words) }, sentences: any.some { $0.quote(in: words) })
      })
  }

  private mutating func account(_ number: Int, _ words: String) -> Account {
    var account = Account(
      number: number, sentence: quote(in: words), part: one(of: TextPart.allCases),
      source: Source(
        kind: one(of: SourceKind.allCases), who: text(), mention: maybe { $0.quote(in: words) },
        rule: text()),
      cue: some { $0.quote(in: words) }, content: some { $0.quote(in: words) },
      quoted: one(of: Quotation.allCases), stance: one(of: Stance.allCases),
      about: maybe { $0.below(9) },
      via: text())
    account.happening = maybe { any in
      var happening = Happening(
        type: any.one(of: HappeningType.allCases), trigger: any.quote(in: words))
      happening.actor = any.maybe { Participant(quote: $0.quote(in: words), who: $0.text()) }
      happening.place = any.maybe { $0.place(words) }
      happening.time = any.maybe { $0.time(words) }
      happening.killed = any.maybe { $0.count(words) }
      happening.weapon = any.maybe { $0.quote(in: words) }
      return happening
    }
    account.condition = maybe { any in
      Condition(
        kind: any.one(of: ConditionKind.allCases), value: any.text(), trigger: any.quote(in: words),
        place: any.maybe { $0.place(words) }, people: any.maybe { $0.count(words) })
    }
    account.evidence = some { any in
      Evidence(kind: any.one(of: EvidenceKind.allCases), quote: any.quote(in: words))
    }
    account.said = maybe { $0.time(words) }
    account.entry = maybe { $0.text() }
    return account
  }

  private mutating func place(_ words: String) -> Place {
    Place(
      quote: quote(in: words), id: maybe { $0.text() }, name: text(),
      latitude: maybe { $0.one(of: [36.2, -0.0, .nan, .infinity, 1e-300, 7]) },
      radius: maybe { $0.one(of: [0.5, 25, .infinity]) }, use: one(of: PlaceUse.allCases),
      within: some { $0.text() })
  }

  private mutating func time(_ words: String) -> TimeExpression {
    TimeExpression(
      quote: quote(in: words), kind: one(of: TimeKind.allCases), edtf: text(),
      from: maybe { $0.text() }, precision: below(6), length: maybe { $0.text() },
      value: maybe { $0.text() }, zone: maybe { $0.text() }, rule: text())
  }

  private mutating func count(_ words: String) -> Count {
    Count(
      quote: quote(in: words), low: maybe { $0.below(99) }, high: maybe { $0.below(99) },
      relation: one(of: CountRelation.allCases), measure: one(of: Measure.allCases), unit: text(),
      note: maybe { $0.text() })
  }
}
