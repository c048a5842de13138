import PatchworkText

@testable import PatchworkExtraction

/// Feeds bytes to the readers of what a page says of itself: linked data, dates in their many spellings, languages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMetadata(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let linked = LinkedData([bytes[...]])
  let text = String(decoding: bytes, as: UTF8.self)
  let written = [text, linked.published, linked.modified] + linked.updates.map(\.published)
  for monthFirst in [false, true] {
    for text in written {
      let stamp = StampLine(text, monthFirst: monthFirst)
      let days = [
        PageDate.normalised(text), PageDate.inAddress(text),
        PageDate.inFigures(text, monthFirst: monthFirst), stamp.published, stamp.modified,
        StampLine.leading(text, monthFirst: monthFirst), MailDate.normalised(text),
      ]
      for day in days {
        if let day, !ReportDate.isValid(day) { fatalError("a date \(day)") }
      }
    }
  }
  _ = StampLine.isNothingElse(bytes)
  let guess = LanguageGuess(bytes)
  guard (0...1).contains(guess.confidence) else {
    fatalError("a confidence of \(guess.confidence)")
  }
  return 0
}
