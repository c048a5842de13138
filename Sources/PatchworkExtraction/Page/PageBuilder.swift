import CLibXML2

/// Gathers the parser's events.
struct PageBuilder {
  private(set) var arena = PageArena()
  private(set) var error: ExtractionError?
  var context: htmlParserCtxtPtr?

  private let limits: ExtractionLimits
  /// For every open element whether it has a node of its own.
  private var open: [Bool] = []
  /// Nodes of the open elements.
  private var parents: [Int32] = []
  /// The parser keeps every name once: what its address stands for.
  private var tags = NameCache<Tag>()
  private var attributeNames = NameCache<AttributeName?>()

  private static let kept: [String: AttributeName] = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.map { ($0.written, $0) })

  private static let linkedData = Array("ld+json".utf8)

  init(limits: ExtractionLimits) { self.limits = limits }

  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard error == nil, let name else { return }
    guard parents.count < limits.depth else {
      open.append(false)
      return
    }
    let first = arena.attributes.count
    keepAttributes(pairs)
    add(
      PageNode(
        tag: tag(name), parent: parents.last ?? -1, end: 0, first: Int32(first),
        count: Int32(arena.attributes.count - first)))
    open.append(true)
    parents.append(Int32(arena.nodes.count - 1))
  }

  mutating func end(_ name: UnsafePointer<xmlChar>?) {
    guard error == nil, let hasNode = open.popLast() else { return }
    if hasNode { close() }
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard error == nil, let text, length > 0, let parent = parents.last else { return }
    if isUnread(parent) { return }
    guard arena.text.count + Int(length) <= limits.pageText else {
      return fail(.limit(limits.pageText))
    }
    let last = arena.nodes.count - 1
    if arena.nodes[last].tag == .text, arena.nodes[last].parent == parent {
      arena.nodes[last].count += length
    } else {
      add(
        PageNode(
          tag: .text, parent: parent, end: Int32(arena.nodes.count + 1),
          first: Int32(arena.text.count), count: length))
    }
    arena.text.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(length)))
  }

  /// Closes what the page left open.
  mutating func finish() {
    while !parents.isEmpty { close() }
  }

  private mutating func close() {
    guard let node = parents.popLast() else { return }
    arena.nodes[Int(node)].end = Int32(arena.nodes.count)
  }

  private mutating func add(_ node: PageNode) {
    guard arena.nodes.count < limits.nodes else { return fail(.limit(limits.nodes)) }
    arena.nodes.append(node)
  }

  private mutating func fail(_ cause: ExtractionError.Cause) {
    error = ExtractionError(.tooComplex, cause: cause)
    if let context { xmlStopParser(context) }
  }

  /// Whether text inside an element is of no use: styles, and scripts but linked data.
  private func isUnread(_ parent: Int32) -> Bool {
    let tag = arena.nodes[Int(parent)].tag
    guard tag == .script || tag == .style else { return false }
    guard tag == .script, let type = arena.bytes(.type, of: Int(parent)) else { return true }
    return type.firstOffset(of: Self.linkedData) == nil
  }

  private mutating func tag(_ name: UnsafePointer<xmlChar>) -> Tag {
    tags.value(of: name) { Tag(name: $0) }
  }

  private mutating func keepAttributes(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let pairs else { return }
    var index = 0
    while let name = pairs[index] {
      defer { index += 2 }
      guard let known = attribute(name) else { continue }
      let start = arena.values.count
      if let value = pairs[index + 1] {
        arena.values.append(
          contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
      }
      arena.attributes.append(
        PageArena.Attribute(
          name: known, start: Int32(start), length: Int32(arena.values.count - start)))
    }
  }

  private mutating func attribute(_ name: UnsafePointer<xmlChar>) -> AttributeName? {
    attributeNames.value(of: name) { Self.kept[$0] }
  }
}

/// What the parser's names stand for, by their addresses.
private struct NameCache<Value> {
  private var recent: [(name: UnsafePointer<xmlChar>, value: Value)?] = Array(
    repeating: nil, count: 256)

  /// The value of a name; asked for where the name was not met lately.
  mutating func value(of name: UnsafePointer<xmlChar>, make: (String) -> Value) -> Value {
    let bits = UInt(bitPattern: name)
    let slot = Int((bits ^ bits >> 8) & 255)
    if let known = recent[slot], known.name == name { return known.value }
    let value = make(String(cString: name))
    recent[slot] = (name, value)
    return value
  }
}
