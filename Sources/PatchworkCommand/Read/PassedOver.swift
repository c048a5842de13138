import PatchworkDisplay

/// The note on records of archives that hold no report: requests, metadata, pictures, pages that were not found.
enum PassedOver {
  /// One sentence for people, nil when there were none.
  static func note(_ count: Int) -> String? {
    count > 0 ? "passed over \(Plural.text(count, "record")) of archives without a report" : nil
  }
}
