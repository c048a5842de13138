import PatchworkText

/// Brings rows of different sources together by likeness of names and nearness.
struct NameMerging {
  let rows: [PlaceRow]
  let sources: [UInt8]

  /// Rows of one source this near to each other with one name are one place, in km.
  private static let sameSourceReach = 1.0
  /// Rows of two sources are compared up to this distance, in km.
  private static let reach = 8.0
  private static let cell = 0.1
  /// Two sources' centroids of one district may lie this far apart, in km.
  private static let farthestCentroid = 50.0

  private struct Pair {
    var a: Int
    var b: Int
    var score: Double
  }

  /// Joins what belongs together; a group never holds two distinct rows of one source save near duplicates.
  func merge(_ groups: inout Groups) {
    var chosen: Set<String> = []
    // Outlines name countries and bring no places into them.
    for (row, source) in zip(rows, sources)
    where source != 0 && PlaceSource.known[Int(source)] != .naturalEarth && !row.country.isEmpty {
      chosen.insert(row.country)
    }
    guard Set(sources).count > 1 else { return }
    var byCountry: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() where chosen.contains(row.country) {
      byCountry[row.country, default: []].append(index)
    }
    var sourcesOfGroup: [Int: UInt32] = [:]
    for (index, source) in sources.enumerated() {
      sourcesOfGroup[groups.root(index), default: 0] |= 1 << UInt32(source)
    }
    for country in byCountry.keys.sorted() {
      let members = byCountry[country] ?? []
      guard members.contains(where: { sources[$0] != sources[members[0]] }) else { continue }
      var found = pairs(members)
      found.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
      for pair in found {
        let x = groups.root(pair.a)
        let y = groups.root(pair.b)
        guard x != y else { continue }
        let together = sourcesOfGroup[x, default: 0] & sourcesOfGroup[y, default: 0]
        guard together == 0 || sources[pair.a] == sources[pair.b] else { continue }
        groups.join(x, y)
        sourcesOfGroup[min(x, y)] =
          sourcesOfGroup[x, default: 0] | sourcesOfGroup[y, default: 0]
      }
    }
  }

  private struct Cell: Hashable {
    var x: Int
    var y: Int
    var level: PlaceKind.Level
  }

  private func pairs(_ members: [Int]) -> [Pair] {
    let forms = Dictionary(uniqueKeysWithValues: members.map { ($0, self.forms($0)) })
    var out: [Pair] = []
    var cells: [Cell: [Int]] = [:]
    var wide: [Int] = []
    for index in members {
      let level = rows[index].kind.level
      if level == .settlement || level == .part {
        if let cell = cell(index) { cells[cell, default: []].append(index) }
      } else if level == .first || level == .second {
        wide.append(index)
      }
    }
    for index in members {
      guard let home = cell(index), let own = forms[index],
        home.level == .settlement || home.level == .part
      else { continue }
      for x in (home.x - 1)...(home.x + 1) {
        for y in (home.y - 1)...(home.y + 1) {
          for other in cells[Cell(x: x, y: y, level: home.level)] ?? [] where other < index {
            guard let others = forms[other] else { continue }
            let distance = distance(index, other)
            let isOneSource = sources[index] == sources[other]
            if distance > (isOneSource ? Self.sameSourceReach : Self.reach) { continue }
            if isOneSource, PlaceSource.known[Int(sources[index])] == .ocha { continue }
            var likeness = Self.likeness(own, others)
            if !isOneSource, distance < 2, !skeletons(index).isDisjoint(with: skeletons(other)) {
              likeness = max(likeness, 0.9)
            }
            let needed = isOneSource ? 1 : distance < 1.5 ? 0.84 : distance < 4 ? 0.93 : 0.99
            if likeness >= needed {
              out.append(Pair(a: other, b: index, score: likeness - distance * 0.02))
            }
          }
        }
      }
    }
    for (place, index) in wide.enumerated() {
      for other in wide[0..<place] where sources[other] != sources[index] {
        guard areComparable(index, other), let own = forms[index],
          let others = forms[other]
        else { continue }
        let likeness = Self.likeness(own, others)
        if likeness >= 0.95 { out.append(Pair(a: other, b: index, score: likeness)) }
      }
    }
    return out
  }

  /// Divisions are compared within their level; below the first, only of one kind and not far apart.
  private func areComparable(_ a: Int, _ b: Int) -> Bool {
    guard rows[a].kind.level == rows[b].kind.level else { return false }
    return rows[a].kind.level == .first
      || rows[a].kind == rows[b].kind && distance(a, b) < Self.farthestCentroid
  }

  private func cell(_ index: Int) -> Cell? {
    guard let latitude = rows[index].latitude, let longitude = rows[index].longitude else {
      return nil
    }
    return Cell(
      x: Int((longitude / Self.cell).rounded(.down)), y: Int((latitude / Self.cell).rounded(.down)),
      level: rows[index].kind.level)
  }

  /// Regular forms of a row's names.
  private func forms(_ index: Int) -> [[UInt8]] {
    var out: [[UInt8]] = []
    for name in [rows[index].name] + rows[index].names.prefix(40).map(\.text) {
      let words = FoldedWords(folding: name)
      let form = NameSkeleton.regular(words)
      if form.count > 1, !out.contains(form) { out.append(form) }
    }
    return out
  }

  /// Consonant skeletons of a row's names, of three consonants or more.
  private func skeletons(_ index: Int) -> Set<[UInt8]> {
    var out: Set<[UInt8]> = []
    for name in [rows[index].name] + rows[index].names.prefix(10).map(\.text) {
      var skeleton: [UInt8] = []
      NameSkeleton.append(FoldedWords(folding: name), to: &skeleton)
      if skeleton.count >= 3 { out.insert(skeleton) }
    }
    return out
  }

  private static func likeness(_ a: [[UInt8]], _ b: [[UInt8]]) -> Double {
    var best = 0.0
    for x in a {
      for y in b {
        if x == y { return 1 }
        if x[0] == y[0] { best = max(best, Likeness.jaroWinkler(x, y)) }
      }
    }
    return best
  }

  private func distance(_ a: Int, _ b: Int) -> Double {
    guard let latitude = rows[a].latitude, let longitude = rows[a].longitude,
      let otherLatitude = rows[b].latitude, let otherLongitude = rows[b].longitude
    else { return .infinity }
    return Geodesy.kilometres((latitude, longitude), (otherLatitude, otherLongitude))
  }
}
