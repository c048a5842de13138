import CLibXML2

/// libxml2's event interface, poured into a flat arena; the only file that knows the library.
enum PageParser {
  private static let initialised: Void = xmlInitParser()

  /// Parses UTF-8 bytes of a page.
  ///
  /// Throws when the page has more nodes or text than the limits allow.
  static func parse(
    _ bytes: [UInt8], limits: ExtractionLimits
  ) throws(ExtractionError) -> PageArena {
    _ = initialised
    let builder = PageBuilder(limits: limits)
    let cleaned = TagScan.cleaned(bytes, attributeLimit: limits.attributes)
    cleaned.withUnsafeBytes { raw in
      guard let context = htmlNewParserCtxt() else { return }
      builder.context = context
      install(on: context)
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      let page = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      withExtendedLifetime(builder) {
        let document = htmlCtxtReadMemory(
          context, page, Int32(clamping: raw.count), nil, "UTF-8", Int32(options))
        xmlFreeDoc(document)
      }
      builder.context = nil
      htmlFreeParserCtxt(context)
    }
    if let error = builder.error { throw error }
    builder.finish()
    return builder.arena
  }

  private static func install(on context: htmlParserCtxtPtr) {
    guard let sax = context.pointee.sax else { return }
    sax.pointee = htmlSAXHandler()
    sax.pointee.startElement = { user, name, attributes in
      PageParser.builder(user)?.start(name, attributes)
    }
    sax.pointee.endElement = { user, name in PageParser.builder(user)?.end(name) }
    sax.pointee.characters = { user, text, length in
      PageParser.builder(user)?.characters(text, length)
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.cdataBlock = sax.pointee.characters
  }

  private static func builder(_ user: UnsafeMutableRawPointer?) -> PageBuilder? {
    user.map { Unmanaged<PageBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// Gathers the parser's events.
private final class PageBuilder {
  private(set) var arena = PageArena()
  private(set) var error: ExtractionError?
  var context: htmlParserCtxtPtr?

  private let limits: ExtractionLimits
  /// For every open element whether it has a node of its own.
  private var open: [Bool] = []
  /// Nodes of the open elements.
  private var parents: [Int32] = []
  private var tags: [UnsafePointer<xmlChar>: Tag] = [:]
  private var attributeNames: [UnsafePointer<xmlChar>: AttributeName?] = [:]

  private static let kept: [String: AttributeName] = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.map { ($0.written, $0) })

  init(limits: ExtractionLimits) { self.limits = limits }

  func start(
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

  func end(_ name: UnsafePointer<xmlChar>?) {
    guard error == nil, let hasNode = open.popLast() else { return }
    if hasNode { close() }
  }

  func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
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
  func finish() {
    while !parents.isEmpty { close() }
  }

  private func close() {
    guard let node = parents.popLast() else { return }
    arena.nodes[Int(node)].end = Int32(arena.nodes.count)
  }

  private func add(_ node: PageNode) {
    guard arena.nodes.count < limits.nodes else { return fail(.limit(limits.nodes)) }
    arena.nodes.append(node)
  }

  private func fail(_ cause: ExtractionError.Cause) {
    error = ExtractionError(.tooComplex, cause: cause)
    if let context { xmlStopParser(context) }
  }

  /// Whether text inside an element is of no use: styles, and scripts but linked data.
  private func isUnread(_ parent: Int32) -> Bool {
    let tag = arena.nodes[Int(parent)].tag
    guard tag == .script || tag == .style else { return false }
    guard tag == .script, let type = arena.bytes(.type, of: Int(parent)) else { return true }
    return type.firstOffset(of: Array("ld+json".utf8)) == nil
  }

  private func tag(_ name: UnsafePointer<xmlChar>) -> Tag {
    if let known = tags[name] { return known }
    let tag = Tag(name: String(cString: name))
    tags[name] = tag
    return tag
  }

  private func keepAttributes(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let pairs else { return }
    var index = 0
    while let name = pairs[index] {
      defer { index += 2 }
      guard let known = attribute(name) else { continue }
      let start = arena.values.count
      if var value = pairs[index + 1] {
        while value.pointee != 0 {
          arena.values.append(value.pointee)
          value += 1
        }
      }
      arena.attributes.append(
        PageArena.Attribute(
          name: known, start: Int32(start), length: Int32(arena.values.count - start)))
    }
  }

  private func attribute(_ name: UnsafePointer<xmlChar>) -> AttributeName? {
    if let seen = attributeNames[name] { return seen }
    let known = Self.kept[String(cString: name)]
    attributeNames.updateValue(known, forKey: name)
    return known
  }
}
