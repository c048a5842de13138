import PatchworkExtraction
import PatchworkPDF

/// Feeds bytes to the door for PDF.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPDFs(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let report = Door.pdf.report(Document(id: "input", bytes: bytes)), report.text.isEmpty {
    fatalError("a report without text")
  }
  return 0
}
