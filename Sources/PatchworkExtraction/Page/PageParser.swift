import CLibXML2

/// libxml2's event interface, poured into a flat arena; known here and to `PageBuilder` alone.
enum PageParser {
  private static let initialised: Void = xmlInitParser()

  /// Parses UTF-8 bytes of a page.
  ///
  /// Throws when the page has more nodes or text than the limits allow.
  static func parse(
    _ bytes: [UInt8], limits: ExtractionLimits
  ) throws(ExtractionError) -> PageArena {
    _ = initialised
    let builder = UnsafeMutablePointer<PageBuilder>.allocate(capacity: 1)
    builder.initialize(to: PageBuilder(limits: limits))
    defer {
      builder.deinitialize(count: 1)
      builder.deallocate()
    }
    let cleaned = TagScan.cleaned(bytes, attributeLimit: limits.attributes)
    cleaned.withUnsafeBytes { raw in
      guard let context = htmlNewParserCtxt() else { return }
      builder.pointee.context = context
      install(on: context)
      context.pointee.userData = UnsafeMutableRawPointer(builder)
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      let page = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let document = htmlCtxtReadMemory(
        context, page, Int32(clamping: raw.count), nil, "UTF-8", Int32(options))
      xmlFreeDoc(document)
      builder.pointee.context = nil
      htmlFreeParserCtxt(context)
    }
    if let error = builder.pointee.error { throw error }
    builder.pointee.finish()
    return builder.pointee.arena
  }

  private static func install(on context: htmlParserCtxtPtr) {
    guard let sax = context.pointee.sax else { return }
    sax.pointee = htmlSAXHandler()
    sax.pointee.startElement = { user, name, attributes in
      PageParser.builder(user)?.pointee.start(name, attributes)
    }
    sax.pointee.endElement = { user, name in PageParser.builder(user)?.pointee.end(name) }
    sax.pointee.characters = { user, text, length in
      PageParser.builder(user)?.pointee.characters(text, length)
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.cdataBlock = sax.pointee.characters
  }

  private static func builder(
    _ user: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<PageBuilder>? {
    user?.assumingMemoryBound(to: PageBuilder.self)
  }
}
