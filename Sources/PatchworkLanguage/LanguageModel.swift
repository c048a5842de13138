import FoundationEssentials
import PatchworkKernels

/// Everything a model's folder holds, checked and packed; read-only and shared by all workers.
final class LanguageModel: @unchecked Sendable {
  let tokenizer: TokenizerRules
  let lexical: LexicalTables
  let vectors: Vectors
  let encoder: Encoder
  let tagger: [UInt8]
  let parser: StepNetwork
  let parserMoves: ParserMoves
  let entityEncoder: Encoder
  let entities: StepNetwork
  let entityMoves: EntityMoves
  let ruler: AttributeRuler
  let lemmatizer: Lemmatizer
  let kernels: pw_kernels

  init(folder: String) throws(ModelError) {
    func file(_ name: String) throws(ModelError) -> ModelFile { try ModelFile(name, in: folder) }
    guard let kernels = pw_variant(0)?.pointee else {
      throw .unsupported(file: "", cause: "no arithmetic for this processor")
    }
    self.kernels = kernels
    tokenizer = try TokenizerRules(try file("tokenizer"))
    lexical = try LexicalTables(try file("vocab/lookups.bin"))
    encoder = try Encoder(try ModelNetwork(try file("tok2vec/model")))

    let labelFile = try file("tagger/cfg")
    struct Labels: Decodable { let labels: [String] }
    guard let labels = try? JSONDecoder().decode(Labels.self, from: Data(labelFile.bytes)) else {
      throw labelFile.unsupported("no list of labels")
    }
    let tagger = try Tagger(
      try ModelNetwork(try file("tagger/model")), labels: labels.labels, labelFile: labelFile.name)
    self.tagger = tagger.tags.map {
      PatchworkLanguage.Labels.number(of: Tag.self, $0.rawValue) ?? 0
    }

    parserMoves = try ParserMoves(try Moves(try file("parser/moves")))
    let parserFile = try file("parser/model")
    parser = try StepNetwork(
      try ModelNetwork(parserFile), features: 8, commonFeatures: 5, tagger: tagger)
    guard parser.classes == parserMoves.actions.count else {
      throw parserFile.unsupported("its classes are not those of parser/moves")
    }

    entityMoves = try EntityMoves(try Moves(try file("ner/moves")))
    let entityFile = try file("ner/model")
    let network = try ModelNetwork(entityFile)
    entityEncoder = try Encoder(network)
    entities = try StepNetwork(network, features: 3, commonFeatures: 1)
    guard entities.classes == entityMoves.actions.count else {
      throw entityFile.unsupported("its classes are not those of ner/moves")
    }

    ruler = try AttributeRuler(try file("attribute_ruler/patterns"))
    lemmatizer = try Lemmatizer(try file("lemmatizer/lookups/lookups.bin"))
    if encoder.vectorWeights != nil || entityEncoder.vectorWeights != nil {
      vectors = try Vectors(try file("vocab/vectors"), keys: try file("vocab/key2row"))
    } else {
      vectors = Vectors()
    }
  }
}
