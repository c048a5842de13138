import PatchworkRecord

extension Disclosure {
  /// What of an imprint may be shown: agencies without the lines that name them beside people, notes of changes with
  /// their names masked, and when entries of a live blog came, whose words stand in the report's text.
  mutating func imprint(_ imprint: Imprint) -> Imprint {
    var shown = imprint
    shown.dateline = imprint.dateline.map {
      Imprint.Dateline(
        place: text($0.place), day: $0.day, agency: $0.agency, text: text($0.text))
    }
    shown.credits = imprint.credits.filter(\.isAgency).map {
      Imprint.Credit(who: $0.who, role: $0.role, isAgency: true, text: $0.who)
    }
    let people = imprint.credits.count - shown.credits.count
    if people > 0 { removals.add(.byline, why: "credit of a person", times: people) }
    shown.notes = imprint.notes.compactMap { note in
      if rules.movements.isTold(in: note.text) {
        removals.add(.movement, why: MovementRules.movement)
        return nil
      }
      return Imprint.Note(kind: note.kind, day: note.day, text: text(note.text))
    }
    shown.entries = imprint.entries.map {
      Imprint.Entry(published: $0.published, title: "", text: "")
    }
    return shown
  }
}
