public import PatchworkPlaces

extension AdminArea {
  /// What a gazetteer knows of a place's identifier, nil where it does not know it.
  public init?(_ id: String, in gazetteer: Gazetteer) {
    guard let number = gazetteer.place(id: id) else { return nil }
    let place = gazetteer.place(number)
    let order: Int? =
      switch place.kind.level {
      case .country: 0
      case .first: 1
      case .second: place.kind == .subdistrict ? 3 : 2
      default: nil
      }
    self.init(
      name: place.name, kind: place.kind.word, order: order, pcode: place.pcode,
      country: place.country)
  }
}

extension ExportAbout.Source {
  /// The data sets that a gazetteer is made from; without one, those that identifiers of places are of.
  public static func all(of gazetteer: Gazetteer?) -> [ExportAbout.Source] {
    (gazetteer?.sources ?? [.geonames, .ocha, .supplement]).map {
      ExportAbout.Source(
        title: $0.title, licence: $0.licence, attribution: $0.attribution, url: $0.url)
    }
  }
}
