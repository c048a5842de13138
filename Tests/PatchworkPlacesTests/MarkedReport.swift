import PatchworkRecord
import PatchworkText

@testable import PatchworkPlaces

/// A report written with its marks: «…» around expected places, ‹x:…› around what a recogniser would say.
///
/// In ‹…›, `l` is a place, `p` a person, `o` an organisation, `n` a nationality and `!` the subject of a verb of speech.
struct MarkedReport {
  var text = ""
  var expected: [Span] = []
  var context = PlaceContext(text: "", tokens: [])

  init(_ marked: String) {
    var named: [(span: Span, entity: PlaceToken.Entity, speaks: Bool)] = []
    var opened: [Int] = []
    var kind: (PlaceToken.Entity, Bool) = (.none, false)
    var entityStart = 0
    var skip = 0
    let characters = Array(marked)
    for (index, character) in characters.enumerated() {
      if skip > 0 {
        skip -= 1
        continue
      }
      switch character {
      case "«": opened.append(text.utf8.count)
      case "»": expected.append(Span(opened.removeLast(), text.utf8.count))
      case "‹":
        let entities: [Character: PlaceToken.Entity] = [
          "l": .place, "p": .person, "o": .organisation, "n": .demonym, "!": .place,
        ]
        kind = (entities[characters[index + 1]] ?? .other, characters[index + 1] == "!")
        entityStart = text.utf8.count
        skip = 2
      case "›": named.append((Span(entityStart, text.utf8.count), kind.0, kind.1))
      default: text.append(character)
      }
    }
    context = PlaceContext(text: text, tokens: Self.tokens(text, named))
  }

  private static func tokens(
    _ text: String, _ named: [(span: Span, entity: PlaceToken.Entity, speaks: Bool)]
  ) -> [PlaceToken] {
    let words = FoldedWords(folding: text)
    var previous = -1
    return (0..<words.count).map { word in
      let span = words.spans[word]
      let name = named.firstIndex { $0.span.contains(span) }
      defer { previous = name ?? -1 }
      let starts = word == 0 || words.gaps[word] == .stop
      return PlaceToken(
        span: span, entity: name.map { named[$0].entity } ?? .none,
        startsEntity: name != nil && name != previous,
        isProper: words.cases[word].contains(.initial) && (!starts || name != nil),
        startsSentence: starts, speaks: name.map { named[$0].speaks } ?? false)
    }
  }
}
