package import PatchworkRecord

/// The day of a report in words.
package enum PublicationText {
  /// Its day of publication, else what its own words say of it.
  package static func of(_ report: Report, _ reading: Reading) -> String {
    if let published = report.published { return DayText.of(published.value) }
    guard let implied = reading.implied else { return "date unknown" }
    return switch (implied.from.map(DayText.of), implied.to.map(DayText.of)) {
    case (let from?, let to?): "date unknown; by its words between \(from) and \(to)"
    case (let from?, nil): "date unknown; by its words not before \(from)"
    case (nil, let to?): "date unknown; by its words not after \(to)"
    case (nil, nil): "date unknown"
    }
  }
}
