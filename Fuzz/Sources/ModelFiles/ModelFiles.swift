@testable import PatchworkLanguage

/// Feeds bytes to every loader of a model's files; the first byte chooses the loader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzModelFiles(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let file = ModelFile(
    name: "input", bytes: Array(UnsafeBufferPointer(start: start + 1, count: count - 1)))
  do throws(ModelError) {
    switch start[0] % 9 {
    case 0: try tokenize(file)
    case 1: _ = try LexicalTables(file)
    case 2: _ = try AttributeRuler(file)
    case 3: _ = try ParserMoves(try Moves(file))
    case 4: _ = try EntityMoves(try Moves(file))
    case 5: _ = try StepNetwork(try ModelNetwork(file), features: 8, commonFeatures: 5)
    case 6: _ = try Encoder(try ModelNetwork(file))
    case 7: _ = try Vectors(file, keys: file)
    default: lemmatize(try Lemmatizer(file))
    }
  } catch {
    guard error.file == "input" else { fatalError("an error that names another file") }
  }
  return 0
}

private func tokenize(_ file: ModelFile) throws(ModelError) {
  let splitter = SpanSplitter(try TokenizerRules(file))
  for text in ["don't", "(U.S.-led)", "“é…”", "1,000km."] {
    let pieces = Array(text.utf8).withUnsafeBufferPointer { splitter.plainTokens($0) }
    guard pieces.flatMap(\.self) == Array(text.utf8) else { fatalError("tokens lost bytes") }
  }
}

private func lemmatize(_ lemmatizer: Lemmatizer) {
  for word in ["went", "BETTER", "ΟΔΟΣ", ""] {
    _ = Array(word.utf8).withUnsafeBufferPointer {
      lemmatizer.lemma(of: $0, pos: .verb, morph: "VerbForm=Fin")
    }
  }
}
