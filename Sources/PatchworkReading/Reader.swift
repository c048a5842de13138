import Dispatch
public import PatchworkLanguage
public import PatchworkPlaces
public import PatchworkRecord
public import PatchworkText
import Synchronization

/// Reads reports: who says what happened, to whom, where, when, how many.
///
/// A pure function of the report, the language model, the gazetteer and the lexicons.
public struct Reader: Sendable {
  private let pipeline: Pipeline
  private let cases: CaseRestorer
  private let attribution: AttributionReader
  private let speakers: SpeakerLexicon
  private let stances: StanceReader
  private let places: ReportPlaces
  private let times: TimeReader
  private let counts: CountReader
  private let happenings: HappeningReader
  private let assembler: HappeningAssembler
  private let conditions: ConditionReader
  private let evidence: EvidenceReader
  private let topics: TopicModel

  /// Loads the lexicons; without a gazetteer places stay as written.
  public init(pipeline: Pipeline, gazetteer: Gazetteer?) throws(LexiconError) {
    self.pipeline = pipeline
    cases = CaseRestorer(
      lexicon: try CaseLexicon(try LexiconFolder.table("cases.tsv")),
      isCommon: { pipeline.knows($0) })
    speakers = try SpeakerLexicon()
    attribution = try AttributionReader(speakers: speakers)
    stances = try StanceReader()
    places = try ReportPlaces(gazetteer: gazetteer)
    times = try TimeReader()
    counts = try CountReader()
    let lexicons = try HappeningLexicons()
    happenings = HappeningReader(lexicons: lexicons)
    assembler = HappeningAssembler(lexicons: lexicons)
    conditions = ConditionReader(lexicons: lexicons)
    evidence = EvidenceReader(lexicons: lexicons)
    topics = try TopicModel()
  }

  /// The readings of some reports, in their order; a report in another language than English gives an empty one.
  ///
  /// Text in capitals is read with its case restored; what is quoted stays as the report has it.
  ///
  /// A clock given gathers how long each step took.
  public func read(
    _ reports: [Report], threads: Int = 1, clock: ReadingClock? = nil
  ) -> [Reading] {
    let given = reports
    let reports = given.map(inRunningCase)
    var texts: [String] = []
    var ranges: [Range<Int>] = []
    for report in reports {
      let first = texts.count
      if report.isInReadLanguage { texts += report.readBlocks.map { report.text[$0.span] } }
      ranges.append(first..<texts.count)
    }
    let parses = clock.timed(.parsing) { pipeline.annotate(texts, threads: threads) }
    let parts = ranges
    let readings = Mutex([Reading](repeating: Reading(), count: reports.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, reports.count))) { _ in
      while let index = next.withLock({ next -> Int? in
        guard next < reports.count else { return nil }
        next += 1
        return next - 1
      }) {
        let reading = reading(of: reports[index], Array(parses[parts[index]]), clock)
        let isRestored = reports[index].text != given[index].text
        let told = isRestored ? reading.quoting(given[index].text) : reading
        readings.withLock { $0[index] = told }
      }
    }
    return readings.withLock { $0 }
  }

  /// How sure a text makes the events whose words begin at these byte offsets; nil where no word does.
  public func factuality(in text: String, at offsets: [Int]) -> [Factuality?] {
    let lexical = happenings.lexicons.lexical(ParseTree(pipeline.annotate(text)))
    let reader = FactualityReader(lexical: lexical, lexicon: happenings.lexicons.factuality)
    return offsets.map { offset in
      lexical.tree.parse.tokens.firstIndex { $0.span.contains(offset) }.map(reader.factuality)
    }
  }

  private func inRunningCase(_ report: Report) -> Report {
    guard report.isInReadLanguage, let text = cases.restored(report.text, blocks: report.blocks)
    else { return report }
    var report = report
    report.text = text
    return report
  }

  private func reading(
    of report: Report, _ parses: [Parse], _ clock: ReadingClock?
  ) -> Reading {
    guard !parses.isEmpty else { return Reading() }
    return steps(of: report, parses, clock).reading
  }

  /// Why each account of a report was read as it was, in the order of its accounts.
  public func explanations(of report: Report) -> [Explanation] {
    let report = inRunningCase(report)
    guard report.isInReadLanguage else { return [] }
    let parses = pipeline.annotate(report.readBlocks.map { report.text[$0.span] }, threads: 1)
    guard !parses.isEmpty else { return [] }
    return Explainer(
      steps: steps(of: report, parses), attribution: attribution, speakers: speakers,
      lexicons: happenings.lexicons, evidence: evidence
    ).explanations()
  }

  private func steps(
    of report: Report, _ parses: [Parse], _ clock: ReadingClock? = nil
  ) -> ReadingSteps {
    let document = ReportParse(text: report.text, blocks: report.readBlocks, parses: parses)
    let tree = document.tree
    let statements = clock.timed(.attribution) {
      let channels = Channels(tree: tree, lexicon: speakers)
      var statements = attribution.statements(in: document)
      for index in statements.indices { channels.fill(&statements[index]) }
      HeadlineCredits(document: document).apply(to: &statements)
      return statements
    }
    let days = PublicationDays(of: report)
    let (atoms, found) = clock.timed(.times) {
      let atoms = Atoms(bytes: tree.bytes)
      let found = times.times(in: tree, atoms: atoms, days: days)
      return (atoms, withoutTelling(found, statements, tree))
    }
    let counted = clock.timed(.counts) { counts.counts(in: tree, atoms: atoms, times: found) }
    let located = places.places(in: document, statements: statements, clock)
    let dated = clock.timed(.times) {
      var dated = found
      LocalZones(located, in: tree, places.finder).apply(to: &dated)
      return dated
    }
    let lexical = happenings.lexicons.lexical(tree)
    // Where an interval begins or ends is not when something happened, nor is what stands in text that is not read, as the
    // day in a line "Published: …".
    let whole = dated.filter { !$0.isEnd && tree.holds($0.time.quote.span, in: $0.tokens) }
    let tolls = counted.filter { tree.holds($0.count.quote.span, in: $0.tokens) }
    // Where a match, a film or a lesson is told of, its attacks and victories are none.
    let topicMargin = clock.timed(.happenings) { topics.margin(tree) }
    let (told, states) = clock.timed(.happenings) {
      (
        assembler.assemble(
          topicMargin < 0 ? [] : happenings.happenings(in: lexical), in: lexical,
          counts: tolls, times: whole,
          places: located, published: report.published.map { String($0.value.prefix(10)) }),
        conditions.conditions(in: lexical, counts: tolls, times: whole, places: located)
      )
    }
    let joining = ContinuousClock.now
    defer { clock?.add(ContinuousClock.now - joining, to: .joining) }
    var builder = AccountBuilder(document: document, speakers: speakers, stances: stances)
    var accounts = builder.accounts(
      statements: statements, happenings: told, conditions: states)
    EvidenceAttachment.attach(evidence.evidence(in: lexical).map(\.evidence), to: &accounts)
    StatementTimes.attach(dated, to: &accounts, in: tree)
    for index in accounts.indices {
      accounts[index].entry = days.entry(at: accounts[index].sentence.span.start)?.iso
    }
    let reading = Reading(
      accounts: accounts,
      places: located, times: dated.map(\.time), quantities: counted.map(\.count),
      entities: tree.parse.entities.map { entity in
        EntityMention(
          quote: Quote(span: tree.span(entity.tokens), text: tree.text(entity.tokens)),
          label: entity.label.rawValue)
      },
      implied: report.published == nil ? ImpliedInterval(of: dated, in: tree) : nil)
    return ReadingSteps(
      document: document, lexical: lexical, statements: statements, happenings: told,
      conditions: states, topicMargin: topicMargin,
      linkRules: builder.linkRules, reading: reading)
  }

  /// The times with those marked that say when a statement was made rather than when something happened.
  private func withoutTelling(
    _ times: [TimeMention], _ statements: [Statement], _ tree: ParseTree
  ) -> [TimeMention] {
    times.map { mention in
      guard let token = mention.tokens.first,
        let verb = tree.path(from: token).first(where: { tree[$0].pos == .verb }),
        statements.contains(where: { $0.cueHead == verb && !$0.covers(token) && !$0.isJudgement }),
        !Outlooks(tree: tree).isOfNoun(token, before: verb)
      else { return mention }
      var mention = mention
      mention.isStatementTime = true
      mention.statementVerb = verb
      return mention
    }
  }
}
