/// Rules that set part of speech, morphology and some lemmas from tag, form and dependency.
struct AttributeRuler: Sendable {
  struct Rule: Sendable {
    let order: Int
    let tests: [TokenTest]
    /// Which token of the match changes.
    let index: Int
    let change: AttributeChange
  }

  private(set) var single: [Rule] = []
  private(set) var pairs: [Rule] = []
  private(set) var morphs: [String] = [""]
  private(set) var lemmas: [String] = []
  private var lowers = LowerKeys()

  init(_ file: ModelFile) throws(ModelError) {
    var order = 0
    for entry in try file.message().array() {
      let change = try change(try entry.required("attrs"))
      let index = try entry.required("index").integer()
      for pattern in try entry.required("patterns").array() {
        var tests: [TokenTest] = []
        for test in try pattern.array() { tests.append(try self.test(test)) }
        guard (1...2).contains(tests.count), tests.indices.contains(index) else {
          throw file.unsupported("a rule over \(tests.count) tokens")
        }
        let rule = Rule(order: order, tests: tests, index: index, change: change)
        if tests.count == 1 { single.append(rule) } else { pairs.append(rule) }
        order += 1
      }
    }
  }

  /// What the rules can tell of a lower-case form.
  func key(ofLower lower: [UInt8], using match: PatternMatch) -> Int32 {
    lowers.key(of: lower, using: match)
  }

  /// Whether a form can be the second one of a rule over two tokens.
  func endsPair(_ key: Int32) -> Bool {
    pairs.contains { $0.tests[1].acceptsLower(key) }
  }

  private mutating func change(_ node: MessageNode) throws(ModelError) -> AttributeChange {
    var change = AttributeChange()
    for (key, value) in try node.pairs() {
      let text = try value.text()
      switch try key.text() {
      case "TAG": change.tag = try Self.number(of: Tag.self, text, node.file)
      case "POS": change.pos = try Self.number(of: PartOfSpeech.self, text, node.file)
      case "DEP": change.dependency = try Self.number(of: Dependency.self, text, node.file)
      case "MORPH":
        change.morph = Int16(truncatingIfNeeded: Self.place(text == "_" ? "" : text, in: &morphs))
      case "LEMMA": change.lemma = Int16(truncatingIfNeeded: Self.place(text, in: &lemmas))
      case let other: throw node.file.unsupported("a rule that sets \(other)")
      }
    }
    return change
  }

  private static func place(_ text: String, in list: inout [String]) -> Int {
    if let known = list.firstIndex(of: text) { return known }
    list.append(text)
    return list.count - 1
  }

  private static func number<Label: CaseIterable & RawRepresentable<String>>(
    of type: Label.Type, _ text: String, _ file: ModelFile
  ) throws(ModelError) -> UInt8 {
    guard let number = Labels.number(of: type, text) else {
      throw .unknownLabel(file: file.name, label: text)
    }
    return number
  }

  private mutating func test(_ node: MessageNode) throws(ModelError) -> TokenTest {
    var test = TokenTest()
    for (key, value) in try node.pairs() {
      switch try key.text() {
      case "IS_SPACE": test.isSpace = try value.bool()
      case "TAG": test.tags = try Self.mask(of: Tag.self, value)
      case "DEP": test.dependencies = try Self.mask(of: Dependency.self, value)
      case "LOWER": test.lower = try lower(value)
      case let other: throw node.file.unsupported("a rule that tests \(other)")
      }
    }
    return test
  }

  /// A list of texts, or a single one, and whether it excludes.
  private static func list(_ node: MessageNode) throws(ModelError) -> ([String], excludes: Bool)? {
    guard case .map = node.value else { return ([try node.text()], false) }
    let pairs = try node.pairs()
    guard pairs.count == 1, let pair = pairs.first else {
      throw node.file.unsupported("a test with several conditions")
    }
    let condition = try pair.key.text()
    guard condition == "IN" || condition == "NOT_IN" else { return nil }
    var texts: [String] = []
    for text in try pair.value.array() { texts.append(try text.text()) }
    return (texts, condition == "NOT_IN")
  }

  private static func mask<Label: CaseIterable & RawRepresentable<String>>(
    of type: Label.Type, _ node: MessageNode
  ) throws(ModelError) -> UInt64 {
    guard let (texts, excludes) = try list(node) else {
      throw node.file.unsupported("a condition on a label")
    }
    var mask: UInt64 = 0
    for text in texts {
      // A label outside the list can never be met, so it adds nothing.
      if let number = Labels.number(of: type, text) { mask |= 1 << UInt64(number) }
    }
    return excludes ? ~mask : mask
  }

  private mutating func lower(_ node: MessageNode) throws(ModelError) -> TokenTest.Lower {
    if let (texts, excludes) = try Self.list(node) {
      let set = Set(texts.map { lowers.list(Array($0.utf8)) })
      return excludes ? .notListed(set) : .listed(set)
    }
    return .pattern(try lowers.pattern(try node.required("REGEX").text(), file: node.file))
  }
}
