import Foundation
import PatchworkPlaces

/// What became of the gazetteer index that set-up built.
enum GazetteerState: Equatable, Sendable {
  /// There is none.
  case missing
  /// It is as set-up built it.
  case verified(places: Int)
  /// Its user imported further files into it.
  case extended(places: Int, by: [String])
  /// It was written by another version of Patchwork.
  case otherFormat(found: Int, expected: Int)
  /// A file of it is missing or holds something else.
  case damaged(file: String)

  /// Looks at the folder of a gazetteer; gives the index too, where it can be read.
  static func of(_ folder: String) -> (state: GazetteerState, gazetteer: Gazetteer?) {
    let sums = FolderState.of(folder)
    let gazetteer: Gazetteer
    do throws(GazetteerError) {
      gazetteer = try Gazetteer(path: folder + "/world.places")
    } catch .otherVersion(_, let found, let expected) {
      return (.otherFormat(found: found, expected: expected), nil)
    } catch {
      return (sums == .missing ? .missing : .damaged(file: "world.places"), nil)
    }
    if sums.isVerified { return (.verified(places: gazetteer.count), gazetteer) }
    let known = try? String(contentsOfFile: folder + "/FILES", encoding: .utf8)
    let ours = Set((known ?? "").split(separator: "\n").map(String.init))
    let further = gazetteer.files.map(\.name).filter { !ours.contains($0) }
    if !further.isEmpty {
      return (.extended(places: gazetteer.count, by: further), gazetteer)
    }
    guard case .damaged(let file) = sums else { return (.missing, nil) }
    return (.damaged(file: file), nil)
  }

  /// The state in a few words.
  var words: String {
    switch self {
    case .missing: "not installed"
    case .verified(let places): "verified, \(places) places"
    case .extended(let places, let files):
      "\(places) places, extended by \(files.joined(separator: ", "))"
    case .otherFormat(let found, let expected): "of format \(found) instead of \(expected)"
    case .damaged(let file): "damaged: \(file)"
    }
  }

  /// What must be mended, as the end of a sentence about the index; nil when nothing must.
  var fault: String? {
    switch self {
    case .verified, .extended: nil
    case .missing: "is not installed"
    case .otherFormat: "is \(words)"
    case .damaged(let file): "is damaged (\(file))"
    }
  }
}
