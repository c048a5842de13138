import PatchworkText

extension Rule {
  /// Reads a rule from the text of its file.
  public init(file: String, json bytes: [UInt8]) throws(RuleError) {
    let root: JSONValue
    do { root = try bytes.withUnsafeBufferPointer { try JSONParser.parse($0) } } catch {
      throw .notJSON(file: file, offset: (error as? JSONError)?.offset ?? 0)
    }
    func text(_ name: String) throws(RuleError) -> String {
      guard let text = root[name]?.string, !text.isEmpty else {
        throw .member(file: file, name: name)
      }
      return text
    }
    func word<Word: RawRepresentable<String>>(_ name: String, _ usual: Word? = nil)
      throws(RuleError) -> Word
    {
      if root[name] == nil, let usual { return usual }
      guard let word = Word(rawValue: try text(name)) else {
        throw .member(file: file, name: name)
      }
      return word
    }
    func words<Word: RawRepresentable<String>>(_ name: String) throws(RuleError) -> [Word] {
      guard let value = root[name] else { return [] }
      guard case .array(let items) = value else { throw .member(file: file, name: name) }
      var words: [Word] = []
      for item in items {
        guard let word = item.string.flatMap(Word.init(rawValue:)) else {
          throw .member(file: file, name: name)
        }
        words.append(word)
      }
      return words
    }
    func number(_ name: String, _ usual: Double) throws(RuleError) -> Double {
      guard let value = root[name] else { return usual }
      guard case .number(let digits) = value, let number = Double(digits), number >= 0 else {
        throw .member(file: file, name: name)
      }
      return number
    }
    func flag(_ name: String) throws(RuleError) -> Bool {
      guard let value = root[name] else { return false }
      guard case .bool(let flag) = value else { throw .member(file: file, name: name) }
      return flag
    }
    id = String(file.dropLast(file.hasSuffix(".json") ? 5 : 0))
    group = try word("group")
    title = try text("title")
    rationale = try text("rationale")
    source = try text("source")
    test = try word("test", Test.said)
    layers = try words("layers")
    var states: [String] = []
    if let value = root["states"] {
      guard case .array(let items) = value else { throw .member(file: file, name: "states") }
      states = items.compactMap(\.string)
    }
    self.states = states
    isDenied = try flag("denied")
    instruments = try words("instruments")
    statuses = try words("statuses")
    place = try word("where", Where.route)
    kilometres = try number("kilometres", 5)
    takesWider = try flag("wider")
    days = Int(try number("days", 30))
    newestOnly = try flag("newest_only")
    direction = try word("direction")
    consequence = try word("consequence", Consequence.none)
    if test == .said, layers.isEmpty { throw .member(file: file, name: "layers") }
  }
}
