import Foundation
import PatchworkExtraction
import PatchworkRecord

/// What came out of an input: the reports and what went wrong, in order.
struct Parcels {
  var ids: [String?] = []
  var places: [Parcel.Place] = []
  var results: [Result<Report, ExtractionError>] = []
  var passedOver = 0

  /// The reports.
  var reports: [Report] { results.compactMap { try? $0.get() } }
  /// The codes of the errors.
  var codes: [ExtractionError.Code] {
    results.compactMap { if case .failure(let error) = $0 { error.code } else { nil } }
  }
}

/// Puts bytes through the door that recognises them, or the one named, as a file is.
func parcels(
  of bytes: [UInt8], named: String? = nil, limits: ExtractionLimits = ExtractionLimits()
) throws -> Parcels {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  let file = try FileHandle(forReadingFrom: url)
  defer { try? file.close() }
  let begun = try file.read(upToCount: 1 << 12).map { Array($0) } ?? []
  let door =
    named.flatMap { name in Door.standard.first { $0.name == name } }
    ?? Door.recognising(begun, among: Door.standard)
  var found = Parcels()
  guard
    var stream = door?.parcels(
      of: DoorInput(id: "input", descriptor: file.fileDescriptor, begun: begun, limits: limits))
  else { return found }
  while let parcel = stream.next() {
    let made = parcel.report()
    found.ids.append(made.id)
    found.places.append(parcel.place)
    found.results.append(made.result)
  }
  found.passedOver = stream.passedOver
  return found
}

/// The folder of measured data, where the environment names it.
func sharedFolder(_ path: String) -> String? {
  let shared = ProcessInfo.processInfo.environment["PATCHWORK_SHARED"] ?? ""
  return shared.isEmpty ? nil : "\(shared)/\(path)"
}
