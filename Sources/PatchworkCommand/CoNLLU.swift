import PatchworkLanguage
import PatchworkText

/// A parse in CoNLL-U: one token a line, entities as `NER=` in the last column.
enum CoNLLU {
  static func text(_ parse: Parse) -> [UInt8] {
    var marks = Array(repeating: "O", count: parse.tokens.count)
    for entity in parse.entities {
      for index in entity.tokens {
        marks[index] = (index == entity.tokens.lowerBound ? "B-" : "I-") + entity.label.rawValue
      }
    }
    var lines = ""
    for (number, sentence) in parse.sentences.enumerated() {
      let last = parse.tokens[sentence.upperBound - 1]
      let span = parse.tokens[sentence.lowerBound].span.union(last.span)
      lines += "# sent_id = \(number + 1)\n# text = \(escaped(parse.text[span]))\n"
      for index in sentence {
        lines += line(parse, index, in: sentence, mark: marks[index]) + "\n"
      }
      lines += "\n"
    }
    return Array(lines.utf8)
  }

  private static func line(
    _ parse: Parse, _ index: Int, in sentence: Range<Int>, mark: String
  ) -> String {
    let token = parse.tokens[index]
    let isRoot = token.head == index
    // A head outside the sentence cannot be written, so such a token stands as one more root.
    let head =
      isRoot || !sentence.contains(token.head) ? 0 : token.head - sentence.lowerBound + 1
    var misc: [String] = []
    if mark != "O" { misc.append("NER=\(mark)") }
    if !token.hasSpace { misc.append("SpaceAfter=No") }
    let fields = [
      String(index - sentence.lowerBound + 1), escaped(parse.text[token.span]),
      escaped(token.lemma), token.pos.rawValue, token.tag.rawValue, token.morph, String(head),
      head == 0 ? "root" : token.dep.rawValue, "", misc.joined(separator: "|"),
    ]
    return fields.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t")
  }

  /// White space other than a plain space inside a form, written as the format's escapes.
  private static func escaped(_ text: String) -> String {
    var result = ""
    let isBlank = text.allSatisfy(\.isWhitespace)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case " " where isBlank: result += "\\s"
      case let other where other.properties.isWhitespace && other != " ": result += "\\p"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
