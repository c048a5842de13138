import PatchworkText

/// Classes of the words that tie a happening to its scene, from `scene-words.tsv`.
struct SceneClasses: Sendable {
  /// Verbs whose object, or passive subject, is where their subject happens ("protests swept the country").
  let befalls: ClassSet
  /// Verbs whose subject is where their object happens ("Homs saw clashes").
  let sees: ClassSet
  /// Verbs whose subject is where what they lead into happens ("Syria could slip into civil war").
  let slides: ClassSet
  /// Nouns that make a place the scene of what "of" names.
  let scenes: ClassSet
  /// Verbs of going somewhere to do something.
  let goes: ClassSet
  /// Those who tell what happens where they live.
  let dwellers: ClassSet
  /// Struggles that a country's adjective places ("the Libyan uprising"), as it does not place a strike.
  let struggles: ClassSet
  /// What is fought for over a place.
  let holds: ClassSet
  /// Words by which a happening is everywhere in a country.
  let wholeCountry: ClassSet

  init(words: WordClasses) {
    func named(_ name: String) -> ClassSet { words.named(name) ?? [] }
    befalls = named("befalls")
    sees = named("sees-happening")
    slides = named("slides-into")
    scenes = named("scene-of")
    goes = named("goes-there")
    dwellers = named("dweller")
    struggles = named("own-struggle")
    holds = named("hold-of")
    wholeCountry = named("whole-country")
  }
}
