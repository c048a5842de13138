/// Patchwork's own table of places that world lists miss, and any table of the same columns.
enum SupplementImporter {
  /// Calls with every row; returns how many lines could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    TableReader(file).forEachRow { fields, columns in
      func field(_ column: String) -> String {
        guard let index = columns[column], index < fields.count else { return "" }
        return fields[index]
      }
      guard fields.count == columns.count, !field("name").isEmpty,
        let kind = PlaceKind(word: field("kind"))
      else {
        bad += 1
        return
      }
      // A country has many counties of one name, one a state.
      let around = [field("country"), kind.level == .second ? field("division") : ""]
      let own =
        field("pcode").isEmpty || !field("same").isEmpty
        ? "patchwork:" + around.filter { !$0.isEmpty }.map { $0.lowercased() + "/" }.joined()
          + slug(field("name"), kind)
        : "ocha:" + field("pcode")
      body(
        PlaceRow(
          id: own, sameAs: field("same"), pcode: field("pcode"), parent: field("within"),
          division: field("division"), country: field("country"), kind: kind, name: field("name"),
          names: field("names").split(separator: "|").map { PlaceName(String($0)) },
          latitude: Double(field("lat")), longitude: Double(field("lon")),
          population: Int(field("population")) ?? 0))
    }
    return bad
  }

  /// A stable identifier from a name and its kind, since one name may stand at several levels.
  private static func slug(_ name: String, _ kind: PlaceKind) -> String {
    var out = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        out.append(character)
      } else if out.last != "-" {
        out.append("-")
      }
    }
    return out + "." + kind.word
  }
}
