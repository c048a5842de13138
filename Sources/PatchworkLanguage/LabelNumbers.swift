/// Labels as small numbers: their place in `allCases`.
enum Labels {
  static let tags = Tag.allCases
  static let partsOfSpeech = PartOfSpeech.allCases
  static let dependencies = Dependency.allCases

  static func number<Label: CaseIterable & RawRepresentable<String>>(
    of type: Label.Type, _ text: String
  ) -> UInt8? {
    for (number, label) in type.allCases.enumerated() where label.rawValue == text {
      return UInt8(number)
    }
    return nil
  }
}
