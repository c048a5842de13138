import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A parse as one line of JSON, offsets in code points.
enum ParseJSON {
  static func line(_ parse: Parse) -> [UInt8] {
    var json = JSONWriter(capacity: parse.tokens.count * 64)
    let places = CodePoints(parse.text)
    json.begin(.object)
    json.key("tokens")
    json.begin(.array)
    for token in parse.tokens {
      json.begin(.array)
      json.string(parse.text[token.span])
      json.integer(places.offset(ofByte: token.span.start))
      json.string(token.hasSpace ? " " : "")
      json.string(token.tag.rawValue)
      json.string(token.pos.rawValue)
      json.string(token.morph)
      json.string(token.lemma)
      json.string(token.dep.rawValue)
      json.integer(token.head)
      json.integer(token.isSentenceStart ? 1 : 0)
      json.end(.array)
    }
    json.end(.array)
    json.key("entities")
    json.begin(.array)
    for entity in parse.entities {
      json.begin(.array)
      json.integer(entity.tokens.lowerBound)
      json.integer(entity.tokens.upperBound)
      json.string(entity.label.rawValue)
      json.end(.array)
    }
    json.end(.array)
    json.end(.object)
    json.newline()
    return json.bytes
  }
}
