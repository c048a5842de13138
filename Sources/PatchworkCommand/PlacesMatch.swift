import ArgumentParser
import Foundation
import PatchworkPlaces
import PatchworkRecord

/// `patchwork places match`: whether names may be spellings of one.
struct PlacesMatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Tells whether two names may be spellings of one, by how they are heard.",
    discussion: """
      Without names it reads pairs from standard input, two names a line with a tab between them, and prints a line of \
      JSON for each. A likeness is 1 for the same name and about 0 for chance; from \(NameLikeness.oneName) on, one in a \
      hundred pairs of different names is told as one. No gazetteer is asked.

      Example:
        patchwork places match "Muadamiyat al-Sham" "Moadamieh"
      """)

  @Argument(help: "Two names.")
  var names: [String] = []

  func validate() throws {
    guard names.isEmpty || names.count == 2 else {
      throw ValidationError("Give two names, or none to read pairs from standard input.")
    }
  }

  func run() throws {
    var likeness = NameLikeness()
    if names.count == 2 {
      let value = likeness.of(names[0], names[1])
      return print(
        "\(Self.rounded(value))  \(value >= NameLikeness.oneName ? "may be one name" : "two names")"
      )
    }
    var number = 0
    var bad = 0
    while let line = readLine() {
      number += 1
      let pair = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      var writer = JSONWriter()
      writer.begin(.object)
      if pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty {
        let value = likeness.of(pair[0], pair[1])
        writer.key("likeness")
        writer.number(Self.rounded(value))
        writer.key("same")
        writer.boolean(value >= NameLikeness.oneName)
      } else {
        bad += 1
        writer.key("error")
        writer.begin(.object)
        writer.member("code", "not-a-pair")
        writer.member("message", "line \(number) does not hold two names with a tab between them")
        writer.end(.object)
      }
      writer.end(.object)
      writer.newline()
      FileHandle.standardOutput.write(Data(writer.bytes))
    }
    if bad > 0 { throw ExitStatus.inputData.saying("\(bad) lines do not hold two names") }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
