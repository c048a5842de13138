package import PatchworkRecord
package import PatchworkText

/// What a stretch of text does for an account.
package struct MarkRole: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let source = MarkRole(rawValue: 1)
  package static let cue = MarkRole(rawValue: 2)
  package static let content = MarkRole(rawValue: 4)
  package static let trigger = MarkRole(rawValue: 8)
}

/// A span of a report that does something for one account.
package struct Mark: Equatable, Sendable {
  package let span: Span
  package let role: MarkRole
  /// Position of the account in the reading.
  package let account: Int

  package init(span: Span, role: MarkRole, account: Int) {
    self.span = span
    self.role = role
    self.account = account
  }

  /// All spans of an account that say who speaks, how, what, and what happened.
  package static func marks(of account: Account, at index: Int) -> [Mark] {
    var marks: [Mark] = []
    if let mention = account.source.mention {
      marks.append(Mark(span: mention.span, role: .source, account: index))
    }
    marks += account.cue.map { Mark(span: $0.span, role: .cue, account: index) }
    marks += account.content.map { Mark(span: $0.span, role: .content, account: index) }
    if let trigger = account.happening?.trigger ?? account.condition?.trigger {
      marks.append(Mark(span: trigger.span, role: .trigger, account: index))
    }
    return marks
  }
}

/// A piece of text between two neighbouring mark boundaries.
package struct MarkedPiece: Equatable, Sendable {
  package var span: Span
  package var text: String
  /// The marks that cover it.
  package var marks: [Mark]

  /// Everything that it does for any account.
  package var roles: MarkRole { marks.reduce(into: []) { $0.formUnion($1.role) } }

  /// The account of a role whose span is the shortest here: the one that a colour should speak for.
  package func innermost(_ role: MarkRole) -> Int? {
    marks.filter { $0.role == role }.min { $0.span.length < $1.span.length }?.account
  }

  /// Cuts a piece of a text, given as UTF-8, at every boundary of a mark; boundaries inside a character are moved out.
  package static func pieces(of text: [UInt8], in range: Span, marks: [Mark]) -> [MarkedPiece] {
    let whole = Span(min(range.start, text.count), min(range.end, text.count))
    let inside = marks.filter { $0.span.overlaps(whole) }.sorted { $0.span < $1.span }
    var cuts: Set<Int> = [whole.start, whole.end]
    for mark in inside {
      for end in [mark.span.start, mark.span.end] where whole.contains(end) {
        cuts.insert(characterStart(end, in: text))
      }
    }
    let ends = cuts.sorted()
    var active: [Mark] = []
    var next = 0
    return zip(ends, ends.dropFirst()).map { from, to in
      let span = Span(from, to)
      active.removeAll { $0.span.end <= from }
      while next < inside.count, inside[next].span.start < to {
        active.append(inside[next])
        next += 1
      }
      return MarkedPiece(
        span: span, text: String(decoding: text[from..<to], as: UTF8.self),
        marks: active.filter { $0.span.overlaps(span) })
    }
  }

  private static func characterStart(_ offset: Int, in text: [UInt8]) -> Int {
    var offset = offset
    while offset < text.count, offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
