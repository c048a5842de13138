/// Markup that is fit to be sent: what is put into it is escaped unless it is markup itself.
///
/// `let cell: HTML = "<td>\(row.name)</td>"` escapes the name.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
  /// The markup.
  package var text: String

  package init(stringLiteral text: String) { self.text = text }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup that was made elsewhere and is known to be escaped.
  package init(markup text: String) { self.text = text }

  /// Pieces one after the other.
  package init(_ pieces: some Sequence<HTML>, separator: HTML = "") {
    text = pieces.map(\.text).joined(separator: separator.text)
  }

  /// A text whose ends of lines are kept, for what is shown or edited as it is; all else of it is escaped.
  package init(lines text: String) {
    self.init(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" as HTML },
      separator: "\n")
  }

  package static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.text + b.text) }

  package static func += (a: inout HTML, b: HTML) { a.text += b.text }

  /// Whether there is nothing.
  package var isEmpty: Bool { text.isEmpty }

  package struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    // Disfavoured, so that a literal within a literal is markup as the one around it is.
    @_disfavoredOverload
    package mutating func appendInterpolation(_ value: String) { text += HTMLText.escape(value) }

    package mutating func appendInterpolation(_ value: Int) { text += String(value) }

    package mutating func appendInterpolation(_ value: HTML) { text += value.text }

    package mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { text += value.text }
    }
  }
}
