import ArgumentParser
import PatchworkPlaces

/// In which form places are printed.
enum PlaceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, geojson
}

extension Gazetteer {
  /// The names of the next two wider places, for lists.
  func widerNames(of number: PlaceNumber) -> String {
    ancestors(of: number).prefix(2).map { name($0) }.joined(separator: ", ")
  }

  /// The place with an identifier or P-code, else the likeliest of a name; ends with a sentence where there is none.
  func named(_ text: String) throws -> PlaceNumber {
    if let number = place(id: text) { return number }
    // A place that is only somewhat alike would be shown as if it were meant.
    if let likely = find(text, limit: 1).first, likely.likeness >= 0.85 {
      return likely.place.number
    }
    throw ExitStatus.inputData.saying(
      "no place is known as \(text); `patchwork places find` looks for names that are like it")
  }
}

extension Gazetteer {
  /// Other places that a text may mean as well as the one that `named` gives; none where it is an identifier.
  func namesakes(of text: String, besides number: PlaceNumber) -> [PlaceNumber] {
    guard place(id: text) == nil else { return [] }
    return find(text, limit: 5).filter { $0.likeness >= 0.95 && $0.place.number != number }
      .map(\.place.number)
  }
}

/// Directions of the compass in letters.
enum Compass {
  private static let winds = [
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
    "NNW",
  ]

  /// The nearest of sixteen directions to a number of degrees clockwise from north.
  static func wind(_ bearing: Double) -> String {
    winds[Int((bearing / 22.5).rounded()) % winds.count]
  }
}
