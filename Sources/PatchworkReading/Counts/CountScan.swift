import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// One pass over a text for its counts.
struct CountScan {
  let tree: ParseTree
  let atoms: Atoms
  let lexicon: CountLexicon
  let tokens: [Int32]
  let quantities: QuantityScan
  let finder: MeasureFinder
  let times: [TimeMention]

  /// What a single person endures.
  private static let endured: Set<Measure> = [.killed, .injured, .arrested, .abducted, .missing]
  private static let no: Set<WordKey> = [WordKey("no")]
  private static let nobody: Set<WordKey> = [WordKey("nobody"), WordKey("none")]
  private static let one = WordKey("one")
  private static let both = WordKey("both")
  private static let percent: Set<WordKey> = [WordKey("percent"), WordKey("pct")]
  private static let articles: Set<WordKey> = [
    WordKey("a"), WordKey("an"), WordKey("another"), WordKey("his"), WordKey("her"),
    WordKey("their"),
  ]
  private static let of = WordKey("of")

  /// Determiners that stand for a number.
  static let determiners = Array(no) + Array(nobody) + Array(articles) + [both]

  init(tree: ParseTree, atoms: Atoms, lexicon: CountLexicon, times: [TimeMention]) {
    self.tree = tree
    self.atoms = atoms
    self.lexicon = lexicon
    self.times = times
    tokens = TimeScan.align(atoms, with: tree)
    quantities = QuantityScan(tree: tree, atoms: atoms, lexicon: lexicon, tokens: tokens)
    finder = MeasureFinder(tree: tree, lexicon: lexicon)
  }

  func all() -> [CountMention] {
    var found: [CountMention] = []
    var index = 0
    var time = 0
    while index < atoms.count {
      while time < times.count, times[time].time.quote.span.end <= atoms[index].span.start {
        time += 1
      }
      if time < times.count, times[time].time.quote.span.contains(atoms[index].span.start) {
        if let length = length(times[time]) { found.append(length) }
        let end = times[time].time.quote.span.end
        while index < atoms.count, atoms[index].span.start < end { index += 1 }
        continue
      }
      guard let quantity = quantity(at: index) else {
        index += 1
        continue
      }
      if let mention = mention(quantity, after: found.last) { found.append(mention) }
      index = max(index + 1, quantity.core.upperBound)
    }
    return merged(found, SingleVictims(tree: tree, finder: finder).all())
  }

  /// Named victims in text order among the counts; none inside a counted phrase.
  private func merged(_ counts: [CountMention], _ victims: [CountMention]) -> [CountMention] {
    let free = victims.filter { victim in
      !counts.contains { $0.count.quote.span.overlaps(victim.count.quote.span) }
    }
    let all =
      free.isEmpty ? counts : (counts + free).sorted { $0.count.quote.span < $1.count.quote.span }
    return CountChecks(tree: tree, atoms: atoms).noted(CountSums(tree: tree).added(to: all))
  }

  private func isWord(_ index: Int, _ key: WordKey) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].kind == .word && atoms[index].key == key
  }

  // MARK: Quantities

  private func quantity(at index: Int) -> Quantity? {
    let atom = atoms[index]
    guard lexicon.mayStart(atom) else { return nil }
    if let quantity = quantities.read(at: index) { return quantity }
    guard atom.kind == .word else { return nil }
    if Self.no.contains(atom.key) {
      let end = isWord(index + 1, Self.one) ? index + 2 : index + 1
      return Quantity(core: index..<end, low: 0, high: 0, relation: .exact)
    }
    if Self.nobody.contains(atom.key) {
      return Quantity(core: index..<index + 1, low: 0, high: 0, relation: .exact)
    }
    if atom.key == Self.both {
      return Quantity(core: index..<index + 1, low: 2, high: 2, relation: .exact)
    }
    if Self.articles.contains(atom.key) {
      var one = Quantity(core: index..<index + 1, low: 1, high: 1, relation: .exact)
      one.isArticle = true
      one.isAdditional = atom.span.length == 7
      return one
    }
    return nil
  }

  /// A length of time as a quantity of its unit.
  private func length(_ mention: TimeMention) -> CountMention? {
    guard mention.time.kind == .duration || mention.time.kind == .deadline,
      let index = (mention.tokens).first(where: { Numerals.mayStart(token: $0, of: tree) }),
      let first = atomIndex(ofToken: index),
      let numeral = Numerals.read(at: first, in: atoms), let value = numeral.whole,
      !numeral.isOrdinal
    else { return nil }
    let last = mention.tokens.upperBound - 1
    let noun = tree[last].pos == .noun ? last : last
    let unit = lexicon.units[tree.lemmaKey(noun)] ?? lexicon.units[tree.key(noun)]
    guard let unit, unit.kind == .time else { return nil }
    var quantity = Quantity(core: numeral.atoms, low: value, high: value, relation: .exact)
    quantity = quantities.read(at: first) ?? quantity
    let count = Count(
      quote: mention.time.quote, low: quantity.low, high: quantity.high,
      relation: quantity.relation, measure: .other, unit: unit.name)
    return CountMention(
      count: count, tokens: mention.tokens, head: noun, kind: .time, measureToken: nil)
  }

  private func atomIndex(ofToken token: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle]) < token { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && Int(tokens[low]) == token ? low : nil
  }

  // MARK: What is counted

  private func mention(_ quantity: Quantity, after previous: CountMention?) -> CountMention? {
    let first = Int(tokens[quantity.core.lowerBound])
    let last = Int(tokens[quantity.core.upperBound - 1])
    let core = first..<last + 1
    if let percent = percentage(quantity, core) { return percent }
    let phrase = CountedPhrase(core: core, tree: tree, lexicon: lexicon)
    guard let counted = phrase.find(isArticle: quantity.isArticle) else { return nil }
    if quantity.isArticle, !isSingularPerson(counted) { return nil }
    if let unit = counted.unit, unit.kind == .money { return nil }
    let people = counted.unit.map { $0.kind == .people || $0.kind == .group } ?? true
    var finding =
      quantity.isArticle
      ? finder.suffered(by: counted.head)
      : finder.measure(of: counted.head, noun: counted.noun, people: people)
    var whole: String?
    if let (measured, said) = subset(quantity, of: previous) { (finding, whole) = (measured, said) }
    if finding == nil, !quantity.isArticle {
      let reach = first..<max(last + 1, (counted.noun ?? last) + 1)
      finding = finder.nearest(to: reach, in: sentence(of: first), people: people)
    }
    if finding == nil { finding = inherited(core, counted, from: previous) }
    if counted.noun == nil, let total = total(counted.head, of: previous) { finding = total }
    guard isWorthKeeping(quantity, counted, finding) else { return nil }
    var mention = make(quantity, core, counted, finding)
    mention.count.of = mention.count.of ?? whole
    return mention
  }

  /// "30 dead, among them 9 children", "including two women and a child": parts of the count before.
  private func subset(_ quantity: Quantity, of previous: CountMention?) -> (
    MeasureFinder.Finding, whole: String
  )? {
    guard let previous, previous.count.measure != .other, let token = previous.measureToken,
      tree.sentenceOfToken[previous.tokens.lowerBound]
        == tree.sentenceOfToken[Int(tokens[quantity.core.lowerBound])]
    else { return nil }
    let before = quantity.atoms.lowerBound - 1
    let finding = MeasureFinder.Finding(measure: previous.count.measure, token: token)
    if isWord(before, Self.including)
      || (isWord(before, Self.them) || isWord(before, Self.whom)) && isWord(before - 1, Self.among)
    {
      return (finding, previous.count.quote.text)
    }
    // The list of parts goes on.
    guard let whole = previous.count.of, isWord(before, Self.and) || atoms.isSign(before, ","),
      before > 0, atoms[before - 1].span.end == previous.count.quote.span.end
    else { return nil }
    return (finding, whole)
  }

  private static let including = WordKey("including")
  private static let among = WordKey("among")
  private static let them = WordKey("them")
  private static let whom = WordKey("whom")
  private static let and = WordKey("and")

  /// "…, bringing the total to 24": what the number before counts.
  private func total(_ head: Int, of previous: CountMention?) -> MeasureFinder.Finding? {
    guard let previous, previous.count.measure != .other, let token = previous.measureToken,
      tree[head].dep == .pobj, let to = tree.head(head), tree.isWord(to, "to"),
      let verb = tree.head(to),
      [verb, tree.child(verb, .dobj) ?? verb].contains(where: {
        tree.isWord($0, "total") || tree.isWord($0, "tally")
      }),
      tree.sentenceOfToken[previous.tokens.lowerBound] == tree.sentenceOfToken[head]
    else { return nil }
    return MeasureFinder.Finding(measure: previous.count.measure, token: token)
  }

  /// "13 people were killed in Idlib, 8 in Aleppo", "200 of them civilians": measured like the count before.
  private func inherited(
    _ core: Range<Int>, _ counted: CountedPhrase.Found, from last: CountMention?
  ) -> MeasureFinder.Finding? {
    guard let last, last.count.measure != .other, let token = last.measureToken,
      tree.sentenceOfToken[last.tokens.lowerBound] == tree.sentenceOfToken[core.lowerBound]
    else { return nil }
    let next = core.upperBound
    let isGap =
      counted.noun == nil && next < tree.count && tree[next].tag == .preposition
      && core.lowerBound > 0
      && (tree[core.lowerBound - 1].tag == .comma || tree[core.lowerBound - 1].tag == .cc)
    let isPartOfThem = counted.noun.map { tree[$0].pos == .pron } == true
    guard isGap || isPartOfThem else { return nil }
    return MeasureFinder.Finding(measure: last.count.measure, token: token)
  }

  private func sentence(of token: Int) -> Range<Int> { tree.sentences[tree.sentenceOfToken[token]] }

  private func isSingularPerson(_ counted: CountedPhrase.Found) -> Bool {
    guard let noun = counted.noun else { return counted.unit?.kind == .people }
    guard counted.unit?.kind == .people else { return false }
    return tree[noun].tag == .nn
  }

  /// Bare numbers, pronouns and zeros count only where something shows what they count.
  private func isWorthKeeping(
    _ quantity: Quantity, _ counted: CountedPhrase.Found, _ finding: MeasureFinder.Finding?
  ) -> Bool {
    let word = atoms[quantity.core.lowerBound]
    let isOne = quantity.core.count == 1 && word.kind == .word && word.key == Self.one
    if quantity.isArticle || quantity.low == 0 && quantity.high == 0 && word.kind == .word {
      // "no" and "a" are determiners first of all.
      if isWord(quantity.core.lowerBound, WordKey("zero")) { return counted.noun != nil }
      // A single person counts where something happens to that person: "a refugee said" tells nothing.
      if quantity.isArticle {
        return finding != nil && !counted.isMeasured(finding)
          && Self.endured.contains(finding?.measure ?? .other)
      }
      let isNoOne = isWord(quantity.core.lowerBound + 1, Self.one) || Self.nobody.contains(word.key)
      // "No trucks arrived": a known unit in the plural.
      if Self.no.contains(word.key), let noun = counted.noun, counted.unit != nil,
        tree[noun].tag == .nns, tree[noun].dep != .pobj
      {
        return true
      }
      return finding != nil
        && (isNoOne || counted.unit?.kind == .people || counted.isMeasured(finding))
    }
    let isBoth = word.kind == .word && word.key == Self.both
    if isBoth { return finding != nil }
    if isOne, counted.of != nil || counted.noun == nil { return finding != nil }
    return counted.noun != nil || finding != nil
  }

  private func make(
    _ quantity: Quantity, _ core: Range<Int>, _ counted: CountedPhrase.Found,
    _ finding: MeasureFinder.Finding?
  ) -> CountMention {
    let from = Int(tokens[quantity.atoms.lowerBound])
    let close = Int(tokens[quantity.atoms.upperBound - 1])
    var end = close + 1
    if let noun = counted.noun, noun > close, noun - close <= 12 { end = noun + 1 }
    let start = atoms[quantity.atoms.lowerBound].span.start
    let stop = max(
      atoms[quantity.atoms.upperBound - 1].span.end, end > close + 1 ? tree[end - 1].span.end : 0)
    let span = Span(start, stop)
    let text = String(decoding: tree.bytes[start..<stop], as: UTF8.self)
    let unit = counted.unit?.name ?? counted.noun.map { tree.lemma($0) } ?? "person"
    let count = Count(
      quote: Quote(span: span, text: text), low: quantity.low, high: quantity.high,
      relation: quantity.relation, measure: finding?.measure ?? .other, unit: unit,
      isAdditional: quantity.isAdditional, of: counted.of, convention: quantity.convention)
    return CountMention(
      count: count, tokens: from..<max(end, from + 1), head: counted.head,
      kind: counted.unit?.kind, measureToken: finding?.token)
  }

  private func percentage(_ quantity: Quantity, _ core: Range<Int>) -> CountMention? {
    let next = quantity.core.upperBound
    var end: Int?
    if atoms.isSign(next, "%") {
      end = next + 1
    } else if next < atoms.count, atoms[next].kind == .word {
      if Self.percent.contains(atoms[next].key) { end = next + 1 }
      if isWord(next, WordKey("per")), isWord(next + 1, WordKey("cent")) { end = next + 2 }
    }
    guard let end else { return nil }
    let start = quantity.atoms.lowerBound
    let span = Span(atoms[start].span.start, atoms[end - 1].span.end)
    let count = Count(
      quote: Quote(span: span, text: atoms.text(start..<end)), low: quantity.low,
      high: quantity.high, relation: quantity.relation, measure: .other, unit: "percent")
    return CountMention(
      count: count, tokens: Int(tokens[start])..<Int(tokens[end - 1]) + 1,
      head: Int(tokens[end - 1]), kind: .measure, measureToken: nil)
  }
}

extension Numerals {
  /// Whether a token starts with a digit or is tagged as a number.
  fileprivate static func mayStart(token: Int, of tree: ParseTree) -> Bool {
    let span = tree[token].span
    let byte = tree.bytes[span.start]
    return tree[token].tag == .cd || (byte >= 0x30 && byte <= 0x39)
  }
}
