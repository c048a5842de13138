package import PatchworkSituation

extension MovementError {
  /// What is wrong, in one sentence.
  package var sentence: String {
    switch self {
    case .notJSON(let offset): "this is no JSON (byte \(offset))"
    case .member(let path, let expected): "\(path) must be \(expected)"
    case .place(let path, let name):
      "\(path): no place of the name “\(ShownText.clean(name))” is known; give lat and lon"
    case .order(let path): "\(path) ends before it begins"
    }
  }
}

extension RuleError {
  /// What is wrong, in one sentence.
  package var sentence: String {
    switch self {
    case .unreadable(let file): "\(ShownText.clean(file)) holds no rules that can be read"
    case .notJSON(let file, let offset): "\(ShownText.clean(file)) is no JSON (byte \(offset))"
    case .member(let file, let name):
      "\(ShownText.clean(file)): “\(name)” is missing or is not one of its words"
    }
  }
}

extension RuleKeepingError {
  /// What is wrong, in one sentence.
  package var sentence: String {
    switch self {
    case .name(let id):
      "“\(ShownText.clean(id))” is no id of a rule: small letters, digits and hyphens are asked for"
    case .unchanged(let id): "rule \(ShownText.clean(id)) is that already; nothing was kept"
    }
  }
}

extension DrawnArea.Failure {
  /// What is wrong, in one sentence.
  package var sentence: String {
    switch self {
    case .notJSON(let offset): "this is no JSON (byte \(offset))"
    case .corner(let number):
      "corner \(number + 1) must be a latitude and a longitude in degrees, like 36.15, 36.95"
    case .noPolygon: "a GeoJSON Polygon or MultiPolygon is asked for, one area a file"
    case .ring(let number):
      "ring \(number + 1) must have at least four points, of longitude and latitude, the last the same as the first"
    }
  }
}
