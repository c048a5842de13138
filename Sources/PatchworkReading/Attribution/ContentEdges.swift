import PatchworkLanguage
import PatchworkRecord

/// Where the words of a speaker end and the reporter's own go on in the same sentence.
struct ContentEdges {
  private let model: EdgeModel
  private let places: EdgePlaces
  private let features: EdgeFeatures
  private let cues: Set<Int>

  /// Prepares the edges of a report's contents; `statements` are all of it that have a cue.
  init(
    clauses: Clauses, model: EdgeModel, passages: [QuotedPassage], statements: [Statement]
  ) {
    self.model = model
    let quoted = QuotedTokens(passages, count: clauses.tree.count)
    places = EdgePlaces(clauses: clauses, quoted: quoted)
    features = EdgeFeatures(clauses: clauses, quoted: quoted)
    cues = Set(statements.flatMap { $0.cue.map(\.lowerBound) })
  }

  /// The statement with the right edge of its last part where the model sets it.
  func settled(_ statement: Statement) -> Statement {
    guard let scene = places.scene(of: statement), scene.places.count > 1 else { return statement }
    var statement = statement
    let end = model.end(of: scene) { features.features(of: $0, in: scene, cues: cues) }
    statement.content[statement.content.count - 1] = scene.start..<end
    return statement
  }

  /// The scene of a statement with what the model sees of each of its places but the last, as the trainer needs them.
  func example(_ statement: Statement) -> (scene: EdgeScene, features: [[String]])? {
    guard let scene = places.scene(of: statement), scene.places.count > 1 else { return nil }
    return (
      scene,
      scene.places.dropLast().map { features.features(of: $0, in: scene, cues: cues) }
    )
  }
}
