import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkPlaces
import PatchworkSituation

/// Reads movements and rules from files; ends with a sentence where that fails.
enum MovementFile {
  /// Bytes of a movement's file at most.
  private static let most = 1 << 20

  static func bytes(_ path: String) throws -> [UInt8] {
    let data =
      path == "-"
      ? FileHandle.standardInput.readData(ofLength: most + 1)
      : FileManager.default.contents(atPath: path)
    guard let data else {
      throw ExitStatus.noInput.saying("\(ShownText.clean(path)) cannot be read")
    }
    guard data.count <= most else {
      throw ExitStatus.inputData.saying("\(ShownText.clean(path)) is larger than a megabyte")
    }
    return Array(data)
  }

  static func movement(_ bytes: [UInt8], name: String) throws -> Movement {
    let gazetteer = try? Gazetteer.inDataFolder(DataFolder().path)
    do {
      return try Movement(json: bytes) { name in
        guard let gazetteer, let found = gazetteer.find(name, near: nil, limit: 1).first?.place
        else { return nil }
        return Movement.Waypoint(
          name: found.name, id: found.id,
          within: gazetteer.ancestors(of: found.number).map(gazetteer.id), latitude: found.latitude,
          longitude: found.longitude)
      }
    } catch {
      throw ExitStatus.inputData.saying("\(ShownText.clean(name)): \(error.sentence)")
    }
  }

  static func rules(_ folder: String?) throws -> RuleSet {
    do {
      return try RuleSet(folder: folder)
    } catch let error as RuleError {
      throw ExitStatus.inputData.saying(error.sentence)
    }
  }
}

extension MovementError {
  /// What is wrong, in one sentence.
  var sentence: String {
    switch self {
    case .notJSON(let offset): "this is no JSON (byte \(offset))"
    case .member(let path, let expected): "\(path) must be \(expected)"
    case .place(let path, let name):
      "\(path): no place of the name “\(ShownText.clean(name))” is known; give lat and lon"
    case .order(let path): "\(path) ends before it begins"
    }
  }
}

extension RuleError {
  /// What is wrong, in one sentence.
  var sentence: String {
    switch self {
    case .unreadable(let file): "\(ShownText.clean(file)) holds no rules that can be read"
    case .notJSON(let file, let offset): "\(ShownText.clean(file)) is no JSON (byte \(offset))"
    case .member(let file, let name):
      "\(ShownText.clean(file)): “\(name)” is missing or is not one of its words"
    }
  }
}
