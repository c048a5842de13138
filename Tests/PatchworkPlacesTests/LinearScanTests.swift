import PatchworkText
import Testing

@testable import PatchworkPlaces

/// The slow obvious twin of the key table: folds every name of every place anew.
@Suite struct LinearScanTests {
  private static let gazetteer = try? Fixture.gazetteer(supplement: true)

  private func bearers(of name: String, in gazetteer: Gazetteer) -> Set<String> {
    let wanted = FoldedWords.fold(name)
    var out: Set<String> = []
    for value in 0..<UInt32(gazetteer.count) {
      let number = PlaceNumber(value: value)
      if gazetteer.names(of: number).contains(where: { FoldedWords.fold($0) == wanted }) {
        out.insert(gazetteer.id(number))
      }
    }
    return out
  }

  @Test func `every name of every place finds just the places that a linear scan finds`() throws {
    let gazetteer = try #require(Self.gazetteer)
    var checked = 0
    for value in stride(from: 0, to: UInt32(gazetteer.count), by: 3) {
      for name in gazetteer.names(of: PlaceNumber(value: value)).prefix(3) {
        let words = FoldedWords(folding: name)
        guard words.count > 0, words.count <= NameKeys.longest else { continue }
        let hash = NameKeys.hash(words, 0..<words.count, .name)
        let found = Set(gazetteer.places(gazetteer.postings(hash)).map(gazetteer.id))
        #expect(found == bearers(of: name, in: gazetteer))
        checked += 1
      }
    }
    #expect(checked > 200)
  }

  @Test(arguments: ["Nowhereville", "Al", "", "zzzz", "Damascuss"])
  func `a name that no place bears is under no key`(name: String) throws {
    let gazetteer = try #require(Self.gazetteer)
    let words = FoldedWords(folding: name)
    let hash = NameKeys.hash(words, 0..<words.count, .name)
    #expect(gazetteer.postings(hash).isEmpty)
  }

  @Test func `every first word is known with the lengths of its names`() throws {
    let gazetteer = try #require(Self.gazetteer)
    for value in 0..<UInt32(gazetteer.count) {
      for name in gazetteer.names(of: PlaceNumber(value: value)) {
        let words = FoldedWords(folding: name)
        guard words.count > 0, words.count <= NameKeys.longest else { continue }
        let counts = gazetteer.wordCounts(startingWith: words.bytes[words.range(0)])
        #expect(counts >> UInt32(words.count) & 1 == 1)
      }
    }
  }
}
