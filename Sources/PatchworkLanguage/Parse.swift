public import PatchworkText

/// A token with everything the pipeline says about it.
public struct Token: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the parsed text.
  public var span: Span
  /// Whether a space follows that belongs to no token.
  public var hasSpace: Bool
  /// Whether the token is white space only.
  public var isSpace: Bool
  /// Fine-grained tag of OntoNotes ("NNP").
  public var tag: Tag
  /// Universal part of speech.
  public var pos: PartOfSpeech
  /// Dependency label of CLEAR style ("nsubj").
  public var dep: Dependency
  /// Index of the head in the text's tokens; the token itself at a root.
  public var head: Int
  /// Whether a sentence starts here.
  public var isSentenceStart: Bool
  /// Morphological features ("Number=Sing|Person=3"), empty when none.
  public var morph: String
  /// Lemma.
  public var lemma: String

  /// Makes a token.
  public init(
    span: Span, hasSpace: Bool, isSpace: Bool, tag: Tag, pos: PartOfSpeech, dep: Dependency,
    head: Int, isSentenceStart: Bool, morph: String, lemma: String
  ) {
    self.span = span
    self.hasSpace = hasSpace
    self.isSpace = isSpace
    self.tag = tag
    self.pos = pos
    self.dep = dep
    self.head = head
    self.isSentenceStart = isSentenceStart
    self.morph = morph
    self.lemma = lemma
  }
}

/// A named entity: a run of tokens with a label.
public struct Entity: Hashable, Sendable {
  /// First token and one past the last.
  public var tokens: Range<Int>
  /// What kind of thing it names.
  public var label: EntityLabel

  /// Makes an entity.
  public init(tokens: Range<Int>, label: EntityLabel) {
    self.tokens = tokens
    self.label = label
  }
}

/// A text with its tokens, dependency tree and entities.
public struct Parse: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its tokens in order.
  public var tokens: [Token]
  /// Its entities in order.
  public var entities: [Entity]

  /// Makes a parse.
  public init(text: String, tokens: [Token], entities: [Entity]) {
    self.text = text
    self.tokens = tokens
    self.entities = entities
  }

  /// The token ranges of the sentences, in order.
  public var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where index > start && tokens[index].isSentenceStart {
      ranges.append(start..<index)
      start = index
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }
}
