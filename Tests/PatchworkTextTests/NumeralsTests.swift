import Testing

@testable import PatchworkText

@Suite struct NumeralsTests {
  @Test(arguments: [
    ("7", 7.0), ("40,000", 40_000), ("1,234,567", 1_234_567), ("40 000", 40_000), ("1.5", 1.5),
    ("1.5 million", 1_500_000), ("1.2m", 1_200_000), ("40k", 40_000), ("3bn", 3e9),
    ("3 hundred and one", 301), ("two hundred thousand", 200_000), ("zero", 0), ("nineteen", 19),
    ("twenty-five", 25), ("Twenty five", 25), ("a hundred", 100), ("an", .nan),
    ("a hundred and twenty", 120), ("one hundred and sixteen", 116),
    ("two hundred and twelve", 212), ("five thousand three hundred and one", 5301),
    ("twenty-one trillion three hundred", 21_000_000_000_300), ("half a million", 500_000),
    ("half a dozen", 6), ("a dozen", 12), ("two dozen", 24), ("two and a half million", 2_500_000),
    ("1 crore", 10_000_000), ("dozen", .nan), ("and", .nan), ("thousand", .nan),
  ])
  func `numbers in digits and words have their value`(text: String, value: Double) {
    let numeral = Numerals.read(at: 0, in: Atoms(text))
    if value.isNaN {
      #expect(numeral == nil)
    } else {
      #expect(numeral?.value == value)
      #expect(numeral?.atoms.upperBound == Atoms(text).count)
    }
  }

  @Test(arguments: [("4th", 4.0), ("third", 3), ("twenty-first", 21), ("22nd", 22)])
  func `ordinals are told apart`(text: String, value: Double) {
    let numeral = Numerals.read(at: 0, in: Atoms(text))
    #expect(numeral?.isOrdinal == true)
    #expect(numeral?.value == value)
  }

  @Test func `an address of four numbers is no number`() {
    #expect(Numerals.read(at: 0, in: Atoms("192.168.1.2")) == nil)
  }

  @Test func `several numbers of a text are found in order`() {
    let atoms = Atoms("13 were killed and twenty-five hurt, 1,200 fled")
    #expect(Numerals.all(in: atoms).map(\.value) == [13, 25, 1200])
  }

  @Test(arguments: [
    ("a 48-hour pause", ["a", "48", "-", "hour", "pause"]),
    ("12–20 people", ["12", "–", "20", "people"]),
    ("Su-24s", ["Su", "-", "24", "s"]),
    ("1,200, then", ["1,200", ",", "then"]),
    ("7:12 p.m.", ["7", ":", "12", "p", ".", "m", "."]),
    ("naïve Čas", ["naïve", "Čas"]),
    ("in 2016.", ["in", "2016", "."]),
  ])
  func `a text falls into atoms`(text: String, pieces: [String]) {
    let atoms = Atoms(text)
    #expect(atoms.list.indices.map { atoms.text($0..<$0 + 1) } == pieces)
  }

  @Test func `atoms cover every byte but white space, whatever the bytes`() {
    var state: UInt64 = 42
    for _ in 0..<200 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      let atoms = Atoms(bytes: bytes)
      var at = 0
      for atom in atoms.list {
        #expect(atom.span.start >= at && atom.span.length > 0)
        at = atom.span.end
      }
      #expect(at <= bytes.count)
      _ = Numerals.all(in: atoms)
    }
  }
}
