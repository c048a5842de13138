import ArgumentParser
import PatchworkExtraction
import PatchworkPDF

/// In which form reports come in: through one door, or whichever recognises the content.
struct ReadSource: ExpressibleByArgument {
  /// The doors of the program.
  static let doors: [Door] = [.pdf] + Door.standard

  /// Told by content.
  static let auto = ReadSource(door: nil)

  /// The one door, nil where content tells.
  let door: Door?

  static var allValueStrings: [String] { ["auto"] + doors.map(\.name).sorted() }

  var defaultValueDescription: String { door?.name ?? "auto" }

  init?(argument: String) {
    guard argument != "auto" else {
      self = .auto
      return
    }
    guard let door = Self.doors.first(where: { $0.name == argument }) else { return nil }
    self.door = door
  }

  private init(door: Door?) { self.door = door }
}
