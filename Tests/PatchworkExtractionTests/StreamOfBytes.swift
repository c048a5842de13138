import Foundation
import PatchworkExtraction

/// Feeds bytes to a stream of reports through a temporary file and gathers what comes out.
func reportLines(
  of bytes: [UInt8], limits: ExtractionLimits = ExtractionLimits()
) throws -> [ReportLine] {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  let file = try FileHandle(forReadingFrom: url)
  defer { try? file.close() }
  return Array(ReportStream(descriptor: file.fileDescriptor, limits: limits))
}

/// Feeds a text to a stream of reports.
func reportLines(
  of text: String, limits: ExtractionLimits = ExtractionLimits()
) throws -> [ReportLine] {
  try reportLines(of: Array(text.utf8), limits: limits)
}
