import PatchworkRecord

/// The machine form of an origin.
public enum OriginJSON {
  /// One origin as a line.
  public static func line(_ view: OriginView) -> [UInt8] {
    var writer = JSONWriter(capacity: 1024)
    writer.begin(.object)
    writer.member("id", view.first)
    writer.key("reports")
    writer.begin(.array)
    for report in view.reports { writer.string(report) }
    writer.end(.array)
    writer.key("passages")
    writer.begin(.array)
    for passage in view.passages {
      writer.begin(.object)
      writer.member("report", passage.report)
      writer.key("span")
      writer.begin(.object)
      writer.member("start", orNull: passage.points.lowerBound)
      writer.member("end", orNull: passage.points.upperBound)
      writer.member("text", passage.text)
      writer.end(.object)
      writer.end(.object)
    }
    writer.end(.array)
    writer.member("first", view.first)
    writer.end(.object)
    writer.newline()
    return writer.bytes
  }
}
