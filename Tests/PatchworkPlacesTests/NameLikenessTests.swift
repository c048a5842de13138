import Testing

@testable import PatchworkPlaces

@Suite struct NameLikenessTests {
  private func likeness(_ a: String, _ b: String) -> Double {
    var likeness = NameLikeness()
    return likeness.of(a, b)
  }

  @Test(arguments: [
    ("Muadamiyat al-Sham", "Moadamieh"), ("Deir ez-Zor", "Dayr az Zawr"), ("Kharkiv", "Kharkov"),
    ("Urum al-Kubra", "أورم الكبرى"), ("Bakhmut", "Бахмут"), ("Tell Abyad", "Tal Abiad"),
    ("Qamishli", "Kamechlié"), ("Khirbet Ghazaleh", "Ghazalah"),
  ])
  func `spellings of one name are told as one`(a: String, b: String) {
    #expect(likeness(a, b) >= NameLikeness.oneName)
    #expect(likeness(a, b) == likeness(b, a))
  }

  @Test(arguments: [
    ("Aleppo", "Homs"), ("Bakhmut", "Kherson"), ("Tell Abyad", "Tell Rifaat"), ("Douma", "Raqqa"),
    ("", "Aleppo"),
  ])
  func `different names are not`(a: String, b: String) {
    #expect(likeness(a, b) < NameLikeness.oneName)
  }

  @Test func `the same name is wholly like itself however it is written`() {
    #expect(likeness("Idlib", "IDLIB") == 1)
    #expect(likeness("al-Bab", "Al Bab") == 1)
  }

  @Test func `names longer than what is compared are heard to that length`() {
    let long = String(repeating: "Kafr Nabudah ", count: 40)
    #expect(likeness(long, long) == 1)
  }
}
