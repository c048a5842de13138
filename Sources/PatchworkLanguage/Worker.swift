import PatchworkText

/// Runs the whole pipeline over texts on one thread, with its own caches and scratch space.
final class Worker {
  private let model: LanguageModel
  private let lexicon: Lexicon
  private let tokenizer: Tokenizer
  private let pages: EncodedPages
  private let entityPages: EncodedPages
  private let parser: DependencyParser
  private let tree: DependencyTree
  private let recognizer: EntityRecognizer
  private let assigner: AttributeAssigner

  private var tokens: [RawToken] = []
  private var textStarts: [Int] = []
  private let stream = Growable<Int32>(4096)
  private let entityStream = Growable<Int32>(4096)
  private let heads = Growable<Int32>(4096)
  private let dependencies = Growable<UInt8>(4096)
  private let starts = Growable<Bool>(4096)
  private static let lexemeLimit = 40_000
  private static let padding = 4

  init(_ model: LanguageModel, room: CacheRoom) {
    self.model = model
    lexicon = Lexicon(tables: model.lexical, rules: model.tokenizer, ruler: model.ruler)
    tokenizer = Tokenizer(rules: model.tokenizer, lexicon: lexicon)
    pages = EncodedPages(
      encoder: model.encoder, network: model.parser, tagCount: model.tagger.count,
      vectors: model.vectors, kernels: model.kernels, room: room)
    entityPages = EncodedPages(
      encoder: model.entityEncoder, network: model.entities, tagCount: 0, vectors: model.vectors,
      kernels: model.kernels, room: room)
    parser = DependencyParser(
      moves: model.parserMoves, pages: pages,
      scorer: StateScorer(network: model.parser, pages: pages, kernels: model.kernels))
    tree = DependencyTree(moves: model.parserMoves)
    recognizer = EntityRecognizer(
      moves: model.entityMoves,
      scorer: StateScorer(network: model.entities, pages: entityPages, kernels: model.kernels))
    assigner = AttributeAssigner(ruler: model.ruler, lemmatizer: model.lemmatizer)
  }

  /// Parses a few texts together; each answer is the same as for the text alone.
  func annotate(_ texts: ArraySlice<String>) -> [Parse] {
    tokens.removeAll(keepingCapacity: true)
    textStarts.removeAll(keepingCapacity: true)
    for text in texts {
      textStarts.append(tokens.count)
      var text = text
      text.withUTF8 { tokenizer.tokenize($0, into: &tokens) }
    }
    textStarts.append(tokens.count)
    fillStreams()
    parseAll()
    var parses: [Parse] = []
    parses.reserveCapacity(texts.count)
    let streamCount = tokens.count + Self.padding * textStarts.count
    entityPages.begin(entityStream.base, count: streamCount, lexemes: lexicon.lexemes)
    for (place, text) in texts.enumerated() { parses.append(parse(text, place)) }
    pages.end()
    entityPages.end()
    trim()
    return parses
  }

  private func offset(_ place: Int) -> Int { textStarts[place] + Self.padding * (place + 1) }

  private func fillStreams() {
    let count = tokens.count + Self.padding * textStarts.count
    stream.fill(-1, count: count)
    entityStream.fill(-1, count: count)
    for place in 0..<textStarts.count - 1 {
      let shift = offset(place) - textStarts[place]
      for index in textStarts[place]..<textStarts[place + 1] {
        let token = tokens[index]
        stream[index + shift] = pages.key(lexeme: token.lexeme, hasSpace: token.hasSpace)
        entityStream[index + shift] = entityPages.key(
          lexeme: token.lexeme, hasSpace: token.hasSpace)
      }
    }
    pages.begin(stream.base, count: count, lexemes: lexicon.lexemes)
  }

  private func isSpace(_ token: Int) -> Bool { lexicon.lexemes[Int(tokens[token].lexeme)].isSpace }

  private func parseAll() {
    heads.reserve(tokens.count)
    dependencies.reserve(tokens.count)
    starts.reserve(tokens.count)
    for place in 0..<textStarts.count - 1 {
      let first = textStarts[place]
      let count = textStarts[place + 1] - first
      parser.parse(count: count, offset: offset(place))
      tree.finish(
        count: count, heads: parser.heads.base, labels: parser.labels.base,
        isSpace: { isSpace(first + $0) })
      for index in 0..<count {
        heads[first + index] = parser.heads[index]
        dependencies[first + index] = tree.dependency(parser.labels[index])
        starts[first + index] = tree.starts[index]
      }
    }
  }

  private func before(_ index: Int, _ shift: Int) -> AttributeAssigner.Before {
    let lexeme = lexicon.lexemes[Int(tokens[index].lexeme)]
    return AttributeAssigner.Before(
      tag: model.tagger[Int(pages.tags[index + shift])], dependency: dependencies[index],
      isSpace: lexeme.isSpace, key: lexeme.ruleKey)
  }

  private func parse(_ text: String, _ place: Int) -> Parse {
    let first = textStarts[place]
    let count = textStarts[place + 1] - first
    let shift = offset(place) - first
    let entities = recognizer.entities(
      count: count, offset: offset(place), startsSentence: { starts[first + $0] },
      isSpace: { isSpace(first + $0) })
    var text = text
    let made = text.withUTF8 { bytes in
      [Token](unsafeUninitializedCapacity: count) { buffer, filled in
        var current = count > 0 ? before(first, shift) : nil
        var previous: AttributeAssigner.Before?
        for index in 0..<count {
          guard let token = current else { break }
          let next = index + 1 < count ? before(first + index + 1, shift) : nil
          (buffer.baseAddress.unsafelyUnwrapped + index).initialize(
            to: makeToken(first, index, bytes, token, previous, next))
          previous = token
          current = next
        }
        filled = count
      }
    }
    return Parse(text: text, tokens: made, entities: entities)
  }

  private func makeToken(
    _ first: Int, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ state: AttributeAssigner.Before, _ previous: AttributeAssigner.Before?,
    _ next: AttributeAssigner.Before?
  ) -> Token {
    let raw = tokens[first + index]
    var attributes = assigner.attributes(
      tag: state.tag, dependency: state.dependency, isSpace: state.isSpace, key: state.key)
    let inPair =
      (state.key != 0 && previous != nil && assigner.endsPair(state.key))
      || (next.map { $0.key != 0 && assigner.endsPair($0.key) } ?? false)
    if inPair,
      let paired = assigner.attributes(of: state, after: previous, before: next)
    {
      attributes = paired
    }
    let form = UnsafeBufferPointer(rebasing: bytes[raw.start..<raw.start + raw.length])
    return Token(
      span: Span(raw.start, raw.start + raw.length), hasSpace: raw.hasSpace,
      isSpace: state.isSpace, tag: Labels.tags[Int(attributes.tag)],
      pos: Labels.partsOfSpeech[Int(attributes.pos)],
      dep: Labels.dependencies[Int(attributes.dependency)], head: Int(heads[first + index]),
      isSentenceStart: starts[first + index], morph: assigner.morph(attributes),
      lemma: assigner.lemma(attributes, lexeme: raw.lexeme, form: form))
  }

  /// Empties caches that have grown too large, so that memory is bounded on any stream of texts.
  private func trim() {
    if lexicon.lexemes.count > Self.lexemeLimit || lexicon.forms.bytesUsed > 1 << 22
      || tokenizer.isFull
    {
      lexicon.removeAll()
      tokenizer.removeAll()
      pages.removeAll()
      entityPages.removeAll()
      assigner.removeAll()
    }
    let usual = 1 << 16
    if tokens.capacity > usual { tokens = [] }
    stream.trim(to: usual)
    entityStream.trim(to: usual)
    heads.trim(to: usual)
    dependencies.trim(to: usual)
    starts.trim(to: usual)
  }
}
