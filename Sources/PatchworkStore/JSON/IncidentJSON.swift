import PatchworkLinking
public import PatchworkRecord
import PatchworkText

/// The machine form of an incident.
public enum IncidentJSON {
  /// One incident as a line; `whole` adds what its page shows beside the accounts.
  public static func line(_ view: IncidentView, whole: Bool = false) -> [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    write(view, whole: whole, to: &writer)
    writer.newline()
    return writer.bytes
  }

  /// Writes one incident as an object; `whole` adds what its page shows beside the accounts, `more` any members at its end.
  public static func write(
    _ view: IncidentView, whole: Bool, to writer: inout JSONWriter,
    _ more: (inout JSONWriter) -> Void = { _ in }
  ) {
    writer.begin(.object)
    writer.member("id", view.id)
    writer.member("title", view.title)
    writer.member("type", view.summary.type.rawValue)
    writer.member("from", orNull: view.summary.days?.lowerBound.iso)
    writer.member("to", orNull: view.summary.days?.upperBound.iso)
    writer.key("place")
    if let place = view.summary.place { write(place, to: &writer) } else { writer.null() }
    writer.member("grade", view.gradeWord.rawValue)
    writer.member("origins", orNull: view.origins)
    for (name, range) in [
      ("killed" as StaticString, view.analysis.killed), ("injured", view.analysis.injured),
    ] {
      writer.key(name)
      if let range { write(range, to: &writer) } else { writer.null() }
    }
    writer.key("accounts")
    writer.begin(.array)
    for entry in view.accounts { write(entry, view.texts[entry.report] ?? "", to: &writer) }
    writer.end(.array)
    if whole { IncidentDetailJSON.write(view, to: &writer) }
    more(&writer)
    writer.end(.object)
  }

  private static func write(_ place: Place, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("id", orNull: place.id)
    writer.member("pcode", orNull: place.pcode)
    writer.member("name", place.name)
    writer.member("kind", place.kind)
    writer.member("lat", orNull: place.latitude)
    writer.member("lon", orNull: place.longitude)
    writer.member("radius_km", orNull: place.radius)
    writer.member("precision", orNull: place.precision)
    writer.key("within")
    writer.begin(.array)
    for wider in place.within { writer.string(wider) }
    writer.end(.array)
    writer.member("rule", place.rule)
    writer.end(.object)
  }

  private static func write(_ range: CasualtyRange, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("low", orNull: range.low)
    writer.member("best", orNull: range.best)
    writer.member("high", orNull: range.high)
    writer.key("open")
    writer.boolean(range.isOpen)
    writer.end(.object)
  }

  private static func write(
    _ entry: IncidentAccount, _ text: String, to writer: inout JSONWriter
  ) {
    let points = CodePoints(text)
    let sentence = entry.account.sentence
    writer.begin(.object)
    writer.member("report", entry.report)
    writer.member("n", orNull: entry.account.number)
    writer.key("sentence")
    writer.begin(.object)
    writer.member("start", orNull: points.offset(ofByte: sentence.span.start))
    writer.member("end", orNull: points.offset(ofByte: sentence.span.end))
    writer.member("text", sentence.text)
    writer.end(.object)
    writer.member("who", entry.account.source.who)
    writer.member("stance", entry.account.stance.rawValue)
    writer.member("origin", entry.origin)
    writer.end(.object)
  }
}
