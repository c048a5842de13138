import PatchworkExtraction
import PatchworkRecord

/// Takes reports out of inputs, one after the other, never more than one in memory.
struct ReportSource: Sequence, IteratorProtocol {
  private var parcels: ParcelSource
  private let published: String?

  /// Reads inputs in order; "-" is standard input.
  init(
    _ inputs: [String], form: ReadSource, published: String?,
    limits: ExtractionLimits = ExtractionLimits()
  ) {
    parcels = ParcelSource(inputs, form: form, limits: limits)
    self.published = published
  }

  /// Bytes taken so far, for progress.
  var bytesTaken: Int { parcels.bytesTaken }

  /// Whether the next report can be had without waiting for whoever writes the input.
  var isReady: Bool { parcels.isReady }

  /// Records of archives that hold no report.
  var passedOver: Int { parcels.passedOver }

  mutating func next() -> ReadItem? {
    guard let (input, parcel) = parcels.next() else { return nil }
    let item = ReadItem(parcel, of: input)
    // The day named on the command line is for reports that have none of their own.
    guard let published, case .report(var report, let original) = item, report.published == nil
    else {
      return item
    }
    report.published = SourcedDate(value: published, origin: "supplied")
    return .report(report, original)
  }
}
