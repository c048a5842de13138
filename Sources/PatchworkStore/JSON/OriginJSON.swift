import PatchworkRecord

/// The machine form of an origin.
public enum OriginJSON {
  /// One origin as a line.
  public static func line(_ view: OriginView) -> [UInt8] {
    var writer = JSONWriter(capacity: 1024)
    writer.begin(.object)
    writer.member("id", view.first)
    writer.list("reports", view.reports) { $1.string($0) }
    writer.list("agencies", view.agencies) { $1.string($0) }
    writer.list("members", view.members) { member, writer in
      writer.begin(.object)
      writer.member("report", member.report)
      writer.member("outlet", member.outlet)
      writer.member("published", orNull: member.published)
      writer.member("role", member.role.rawValue)
      writer.member("share", orNull: (member.share * 1000).rounded() / 1000)
      writer.list("agencies", member.agencies) { $1.string($0) }
      writer.end(.object)
    }
    writer.list("passages", view.passages) { passage, writer in
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
    writer.member("first", view.first)
    writer.end(.object)
    writer.newline()
    return writer.bytes
  }
}
