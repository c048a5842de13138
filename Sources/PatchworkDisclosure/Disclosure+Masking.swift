import PatchworkRecord
import PatchworkText

/// How single values are masked: names, contacts, movements, points.
extension Disclosure {
  func prepare(_ scanned: ScannedReport, on day: CivilDay) -> Prepared {
    let (report, reading) = (scanned.report, scanned.reading)
    let cuts =
      Self.cuts(names.runs(in: scanned.words), scanned.contacts)
      + rules.movements.cuts(of: report, reading, on: day)
    let mask = MaskedText(report.text, cuts: cuts)
    return Prepared(
      report: report, reading: reading, mask: mask,
      withheld: Set(
        reading.accounts.filter { mask.touches($0.sentence.span, .movement) }.map(\.number)))
  }

  /// Names of private persons, contacts and coordinates in a text.
  func personal(_ text: String) -> [MaskedText.Cut] {
    Self.cuts(names.runs(in: text), ContactScan(text).all())
  }

  static func cuts(
    _ names: [(span: Span, person: Int)], _ contacts: [ContactScan.Found]
  ) -> [MaskedText.Cut] {
    names.map {
      MaskedText.Cut(
        span: $0.span, replacement: "[person \($0.person)]", kind: .name,
        why: "no public office of the person is stated")
    }
      + contacts.map {
        MaskedText.Cut(
          span: $0.span,
          replacement: $0.kind == .contact ? "[contact withheld]" : "[coordinates withheld]",
          kind: $0.kind, why: $0.why)
      }
  }

  /// A quote as it stands in the masked text; one whose words are not the report's own is masked by itself.
  func quote(_ quote: Quote, _ mask: MaskedText) -> Quote {
    if quote.span.end <= mask.original.utf8.count, mask.original[quote.span] == quote.text {
      return mask.quote(quote)
    }
    return Quote(
      span: mask.map(quote.span), text: MaskedText(quote.text, cuts: personal(quote.text)).text)
  }

  func participant(_ participant: Participant, _ mask: MaskedText) -> Participant {
    Participant(
      quote: quote(participant.quote, mask),
      who: MaskedText(participant.who, cuts: personal(participant.who)).text)
  }

  mutating func place(_ place: Place, _ mask: MaskedText) -> Place {
    var shown = coarse(place)
    shown.quote = quote(place.quote, mask)
    shown.name = text(place.name)
    return shown
  }

  func count(_ count: Count, _ mask: MaskedText) -> Count {
    var shown = count
    shown.quote = quote(count.quote, mask)
    shown.of = count.of.map { MaskedText($0, cuts: personal($0)).text }
    return shown
  }

  static func time(_ time: TimeExpression, _ mask: MaskedText) -> TimeExpression {
    var shown = time
    shown.quote = mask.quote(time.quote)
    return shown
  }

  mutating func coarse(_ place: Place) -> Place {
    let own = rules.places.own(place)
    let level = max(own.level, levels[place.id ?? place.name] ?? own.level)
    let shown = rules.places.shown(place, level, isSite: own.isSite)
    if shown.latitude != place.latitude || shown.longitude != place.longitude {
      removals.add(
        .coordinates, why: "\(level.name) place: \(level.decimals) decimals of a degree stay")
    }
    if shown.id != place.id || shown.pcode != place.pcode {
      removals.add(.identifier, why: "\(level.name) place: its identifier leads to the point")
    }
    return shown
  }

  /// A text in which every sign that parts words in identifiers and addresses is a space.
  static func spaced(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte in
        [0x2D, 0x5F, 0x2E, 0x2F, 0x2B, 0x25, 0x23, 0x3D, 0x26, 0x3F].contains(byte) ? 0x20 : byte
      }, as: UTF8.self)
  }
}
