import PatchworkRecord
import PatchworkText

/// Everything that the reading of happenings and conditions knows about words.
struct HappeningLexicons: Sendable {
  /// What the subject of a verb is to a happening that is the verb's object.
  enum LightSubject: String, Sendable {
    case actor, target
  }

  let words: WordClasses

  /// A tree with its words' numbers and classes, for the readers of happenings and conditions.
  func lexical(_ tree: ParseTree) -> LexicalTree { LexicalTree(tree, words: words) }

  let triggers: TriggerLexicon
  let conditions: ConditionLexicon
  let evidence: EvidenceLexicon
  let modalities: ModalityLexicon
  let factuality: FactualityLexicon
  let refinements: RefinementLexicon
  let lightVerbs: [Int32: LightSubject]
  let objectControl: Set<Int32>
  /// Classes of those who fight or govern.
  let armedOrState: ClassSet
  /// Classes of whatever can be used as a weapon.
  let weapons: ClassSet
  /// Classes of words that describe a place.
  let placeLike: ClassSet
  /// Classes of words that describe a place of which a state is told, more than where things happen.
  let stateLike: ClassSet
  /// Classes of sites and buildings.
  let sites: ClassSet
  /// Class of happenings that are called after their place.
  let namedAfterPlaces: ClassSet
  /// Classes of the words that tie a happening to its scene.
  let scenes: SceneClasses
  /// Classes of whoever and whatever can be struck.
  let struck: ClassSet
  /// Class of people who can be counted.
  let people: ClassSet

  /// Reads the tables that ship with the target.
  init() throws(LexiconError) {
    var words = WordClasses(tables: [
      try LexiconFolder.table("actors.tsv"), try LexiconFolder.table("weapons.tsv"),
      try LexiconFolder.table("things.tsv"), try LexiconFolder.table("scene-words.tsv"),
      try LexiconFolder.table("condition-things.tsv"),
      try LexiconFolder.table("evidence-things.tsv"),
    ])
    triggers = try TriggerLexicon(try LexiconFolder.table("triggers.tsv"), words: &words)
    conditions = try ConditionLexicon(
      try LexiconFolder.table("conditions.tsv"), words: &words)
    evidence = try EvidenceLexicon(try LexiconFolder.table("evidence.tsv"), words: &words)
    modalities = try ModalityLexicon(try LexiconFolder.table("modality.tsv"), words: &words)
    factuality = try FactualityLexicon(
      words: try LexiconFolder.table("factuality-words.tsv"),
      marks: try LexiconFolder.table("factuality-marks.tsv"),
      weights: try LexiconFolder.table("factuality-weights.tsv"), numbers: &words)
    refinements = try RefinementLexicon(
      try LexiconFolder.table("refinements.tsv"), words: &words)
    var light: [Int32: LightSubject] = [:]
    let table = try LexiconFolder.table("lightverbs.tsv")
    for row in table.rows {
      guard let subject = LightSubject(rawValue: row["subject"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "subject", value: row["subject"])
      }
      for word in row["words"].split(separator: " ") { light[words.intern(String(word))] = subject }
    }
    lightVerbs = light
    var control: Set<Int32> = []
    for row in try LexiconFolder.table("control-verbs.tsv").rows {
      for word in row["words"].split(separator: " ") { control.insert(words.intern(String(word))) }
    }
    objectControl = control
    func union(_ names: String...) -> ClassSet {
      names.reduce(into: ClassSet()) { $0.formUnion(words.named($1) ?? []) }
    }
    armedOrState = union("armed", "state", "rebel", "police")
    weapons = union(
      "aircraft", "artillery", "explosive", "gun", "melee", "chemical", "weapon", "incendiary")
    placeLike = union("place", "site", "building")
    stateLike = union("place", "site", "building", "locality", "road", "crossing")
    sites = union("site", "building")
    namedAfterPlaces = union("named-after-place")
    scenes = SceneClasses(words: words)
    struck = union("person", "armed", "state", "place", "site", "thing", "aid", "flight")
    people = union("person", "armed", "politics", "rebel")
    self.words = words
  }
}
