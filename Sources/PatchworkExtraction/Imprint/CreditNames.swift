import PatchworkRecord

/// Names in a list such as "Zara Mill in Oldport, Ben Rook and Agence France-Presse".
enum CreditNames {
  /// Most names of one list.
  private static let most = 24
  /// Words that say what somebody is and not who.
  private static let roles: Set<String> = [
    "writer", "writers", "journalist", "journalists", "reporter", "reporters", "correspondent",
    "correspondents", "editor", "editors", "staff", "by", "producer", "producers",
  ]

  /// The credits of a list of names; agencies in it are told by their names.
  static func people(
    _ list: String, role: Imprint.Credit.Role, text: String
  ) -> [Imprint.Credit] {
    let items = list.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .replacing(" / ", with: ",").replacing(" with ", with: ",").split(separator: ",")
    var credits: [Imprint.Credit] = []
    for item in items.prefix(most) {
      if let agency = AgencyNames.shipped.agency(item.trimmed) {
        credits.append(Imprint.Credit(who: agency, role: role, isAgency: true, text: text))
        continue
      }
      var rest = item.trimmed[...]
      if let (agency, length) = AgencyNames.shipped.leading(String(rest)) {
        credits.append(Imprint.Credit(who: agency, role: role, isAgency: true, text: text))
        rest = rest.dropFirst(length)
      }
      // What somebody is stands before the name ("Oldport Herald correspondent Zara Mill").
      let all = rest.split(separator: " ")
      let words = all.dropFirst((all.lastIndex { roles.contains($0.lowercased()) } ?? -1) + 1)
      // A name ends where a word in lower case begins to say where somebody was ("in Oldport").
      let name = words.prefix { word in
        word.first.map { $0.isUppercase || !$0.isLetter } == true
          || particles.contains(String(word))
      }
      let joined = name.joined(separator: " ").trimmingPunctuation
      if joined.contains(where: \.isUppercase), name.count <= 6 {
        credits.append(Imprint.Credit(who: joined, role: role, isAgency: false, text: text))
      }
    }
    return credits
  }

  private static let particles: Set<String> = [
    "al", "bin", "ibn", "de", "del", "della", "der", "van", "von", "da", "di", "la", "le", "el",
    "ben", "abu", "ter", "den",
  ]
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String { String(self).trimmed }
}

extension String {
  /// The text without full stops, colons and dashes at its ends.
  var trimmingPunctuation: String {
    let marks: Set<Character> = [".", ":", ";", "-", "–", "—", "|", "(", ")", " "]
    var rest = self[...]
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    return String(rest)
  }
}
