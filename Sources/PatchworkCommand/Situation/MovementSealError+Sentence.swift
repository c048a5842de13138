import PatchworkDisplay
import PatchworkStore

extension MovementSealError {
  /// What is wrong, in one sentence.
  var sentence: String {
    switch self {
    case .none(let id): "there is no movement “\(ShownText.clean(id))” in the record"
    case .wrongKey(let id): "movement \(ShownText.clean(id)) does not open with this key"
    case .unsealable: "the movement could not be sealed"
    case .signedAlready(let id, let who):
      "\(ShownText.clean(who)) has signed this case file of \(ShownText.clean(id)); the second signature is another person's"
    case .wordless: "dissent must say what is objected to"
    }
  }
}
