import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// Areas: strips of days, weeks and months, and what is said of them.
extension SituationJSON {
  /// A state with how many assert it, deny it and leave it open.
  package static func write(_ answer: AreaStrip.Answer, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("state", answer.state)
    writer.member("asserted", orNull: answer.asserted)
    writer.member("denied", orNull: answer.denied)
    writer.member("open", orNull: answer.open)
    writer.end(.object)
  }

  /// An area: its strip by day and layer (each state with how many assert it, deny it and leave it open), the siege's tests,
  /// obstacles, weeks or months with ranges of numbers, and the newest statements of each layer, in which positions count.
  package static func write(
    _ picture: AreaPicture, by length: StripPeriod.Length = .month, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("id", picture.id)
    writer.member("name", picture.name)
    writer.member("from", picture.strip.days.lowerBound.iso)
    writer.member("to", picture.strip.days.upperBound.iso)
    writer.member("newest", orNull: picture.newest?.iso)
    list("layers", picture.strip.layers, to: &writer) { layer, writer in
      writer.begin(.object)
      writer.member("layer", layer.rawValue)
      writer.member("statements", orNull: picture.strip.count(layer))
      let cells = Array(picture.strip.cells(layer).enumerated()).filter {
        !$0.element.isSilent || $0.element.carried != nil
      }
      list("days", cells, to: &writer) { entry, writer in
        writer.begin(.object)
        writer.member("day", (picture.strip.days.lowerBound + entry.offset).iso)
        writer.member("last_said", orNull: entry.element.carried?.iso)
        list("answers", entry.element.answers, to: &writer) { write($0, to: &$1) }
        list("last_answers", entry.element.carriedAnswers, to: &writer) { write($0, to: &$1) }
        writer.end(.object)
      }
      writer.end(.object)
    }
    list("siege_tests", picture.siege.results, to: &writer) { result, writer in
      writer.begin(.object)
      writer.member("test", result.test.rawValue)
      writer.member("answer", result.answer.rawValue)
      list("yes", result.yes, to: &writer) { $1.integer($0) }
      list("no", result.no, to: &writer) { $1.integer($0) }
      list("denied", result.denied, to: &writer) { $1.integer($0) }
      list("days_entered", result.passed.sorted(), to: &writer) { $1.string($0.iso) }
      list("days_stopped", result.stopped.sorted(), to: &writer) { $1.string($0.iso) }
      writer.end(.object)
    }
    list("periods", picture.strip.periods(length), to: &writer) {
      write($0, of: picture, to: &$1)
    }
    list("obstacles", picture.obstacles.list, to: &writer) { obstacle, writer in
      writer.begin(.object)
      writer.member("number", orNull: obstacle.number)
      writer.member("name", SituationText.obstacle(obstacle.number))
      writer.key("level")
      if let level = obstacle.level { writer.integer(level) } else { writer.string("X") }
      writer.member("statements", orNull: obstacle.count)
      list("said", obstacle.said, to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    for (name, positions) in [
      ("populations" as StaticString, picture.populations), ("deliveries", picture.deliveries),
      ("control", picture.control),
    ] {
      list(name, positions, to: &writer) { $1.integer($0) }
    }
    list("states", picture.states, to: &writer) { write($0, to: &$1) }
    writer.end(.object)
  }

  /// A week or month: of each layer what is said, in how many days nothing is, and numbers as ranges.
  private static func write(
    _ period: StripPeriod, of picture: AreaPicture, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("from", period.days.lowerBound.iso)
    writer.member("to", period.days.upperBound.iso)
    list("layers", Layer.ofAreas, to: &writer) { layer, writer in
      writer.begin(.object)
      writer.member("layer", layer.rawValue)
      writer.member("days_without_report", orNull: period.silentDays[layer] ?? 0)
      list("answers", period.cells[layer]?.answers ?? [], to: &writer) { write($0, to: &$1) }
      list("numbers", picture.ranges(of: layer, in: period.days), to: &writer) { range, writer in
        writer.begin(.object)
        writer.member("state", range.state)
        writer.member("low", orNull: range.low)
        writer.member("high", orNull: range.high)
        writer.key("open_below")
        writer.boolean(range.isOpenBelow)
        writer.key("open_above")
        writer.boolean(range.isOpenAbove)
        list("speakers", range.speakers, to: &writer) { $1.string($0) }
        writer.member("statements_without_number", orNull: range.unnumbered)
        writer.end(.object)
      }
      writer.end(.object)
    }
    writer.end(.object)
  }
}
