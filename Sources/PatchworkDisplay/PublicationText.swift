package import PatchworkRecord

/// The day of a report in words.
package enum PublicationText {
  /// Its day of publication, else what its own words say of it.
  package static func of(_ report: Report, _ reading: Reading) -> String {
    if let published = report.published { return DayText.of(published.value) }
    guard let implied = reading.implied else { return "date unknown" }
    var bounds: [String] = []
    switch (implied.from.map(DayText.of), implied.to.map(DayText.of)) {
    case (let from?, let to?): bounds.append("between \(from) and \(to)")
    case (let from?, nil): bounds.append("not before \(from)")
    case (nil, let to?): bounds.append("not after \(to)")
    case (nil, nil): break
    }
    if let day = implied.afterDay.flatMap(DayText.ofYear) { bounds.append("after a \(day)") }
    return bounds.isEmpty
      ? "date unknown" : "date unknown; by its words \(bounds.joined(separator: " and "))"
  }
}
