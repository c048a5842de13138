import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkPlaces
import PatchworkSituation
import PatchworkStore

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

  /// Looks up names of places in the installed gazetteer; finds nothing where there is none.
  static func places() -> @Sendable (String) -> Movement.Waypoint? {
    let gazetteer = try? Gazetteer.inDataFolder(DataFolder().path)
    return { name in
      guard let gazetteer, let found = gazetteer.find(name, near: nil, limit: 1).first?.place
      else { return nil }
      return Movement.Waypoint(
        name: found.name, id: found.id,
        within: gazetteer.ancestors(of: found.number).map(gazetteer.id), latitude: found.latitude,
        longitude: found.longitude)
    }
  }

  /// The key of a file, with which movements are sealed.
  static func seal(_ path: String) throws -> Seal {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ExitStatus.noInput.saying("\(ShownText.clean(path)) cannot be read")
    }
    guard let seal = Seal(key: Array(data)) else {
      throw ExitStatus.inputData.saying(
        "\(ShownText.clean(path)) is no key: \(Seal.keyLength) bytes are asked for")
    }
    return seal
  }

  static func movement(_ bytes: [UInt8], name: String) throws -> Movement {
    do {
      return try Movement(json: bytes, place: places())
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
