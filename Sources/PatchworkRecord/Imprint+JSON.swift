import PatchworkText

/// An imprint as members of a report's JSON: `kind`, `dateline`, `credits`, `notes`, and `entries` of a live blog.
public enum ImprintJSON {
  /// Writes the members into the object that is open; without `whole` only those of which something is known.
  public static func write(_ imprint: Imprint, whole: Bool = false, to json: inout JSONWriter) {
    if whole || imprint.kind != .article { json.member("kind", imprint.kind.rawValue) }
    if let dateline = imprint.dateline {
      json.key("dateline")
      json.begin(.object)
      json.member("place", orNull: dateline.place.isEmpty ? nil : dateline.place)
      json.member("day", orNull: dateline.day)
      json.member("agency", orNull: dateline.agency.isEmpty ? nil : dateline.agency)
      json.member("text", dateline.text)
      json.end(.object)
    } else if whole {
      json.key("dateline")
      json.null()
    }
    list("credits", imprint.credits, whole, to: &json) { json, credit in
      json.member("who", credit.who)
      json.member("role", credit.role.rawValue)
      json.member("is", credit.isAgency ? "agency" : "person")
      json.member("text", credit.text)
    }
    list("notes", imprint.notes, whole, to: &json) { json, note in
      json.member("kind", note.kind.rawValue)
      json.member("day", orNull: note.day)
      json.member("text", note.text)
    }
    list("entries", imprint.entries, imprint.kind == .liveBlog, to: &json) { json, entry in
      json.member("published", orNull: entry.published?.value)
      json.member("published_from", orNull: entry.published?.origin)
      json.member("title", orNull: entry.title.isEmpty ? nil : entry.title)
      json.member("text", entry.text)
    }
  }

  /// An imprint as one object, with how sure the language is and the other days: the form that a record keeps.
  public static func object(_ imprint: Imprint) -> [UInt8] {
    var json = JSONWriter()
    json.begin(.object)
    if let confidence = imprint.languageConfidence {
      json.member("language_confidence", orNull: confidence)
    }
    if let modified = imprint.modified {
      json.member("modified", modified.value)
      json.member("modified_from", modified.origin)
    }
    if let overruled = imprint.overruled {
      json.member("published_overruled", overruled.value)
      json.member("published_overruled_from", overruled.origin)
    }
    write(imprint, to: &json)
    json.end(.object)
    return json.bytes
  }

  private static func list<Value>(
    _ name: StaticString, _ values: [Value], _ whole: Bool, to json: inout JSONWriter,
    _ members: (inout JSONWriter, Value) -> Void
  ) {
    guard whole || !values.isEmpty else { return }
    json.key(name)
    json.begin(.array)
    for value in values {
      json.begin(.object)
      members(&json, value)
      json.end(.object)
    }
    json.end(.array)
  }
}

extension Imprint {
  /// An imprint out of the object that `ImprintJSON.object` makes, or out of any line that has its members.
  public init(json object: [UInt8]) throws(ReadingError) {
    let parsed: Result<JSONValue, JSONError> = object.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return .success(try JSONParser.parse(buffer)) } catch {
        return .failure(error)
      }
    }
    switch parsed {
    case .failure(let error): throw .notJSON(offset: error.offset)
    case .success(let value):
      try self.init(JSONMember(value, path: "", text: ReadText("")))
    }
  }

  private init(_ object: JSONMember) throws(ReadingError) {
    self.init()
    languageConfidence = try object.double("language_confidence")
    modified = try object.date("modified")
    overruled = try object.date("published_overruled")
    if object.optional("kind") != nil { kind = try object.word("kind") }
    if let given = object.optional("dateline") {
      dateline = Dateline(
        place: try given.stringOrEmpty("place"), day: try given.stringOrNil("day"),
        agency: try given.stringOrEmpty("agency"), text: try given.string("text"))
    }
    credits = try object.listOrNone("credits") { m throws(ReadingError) in
      Credit(
        who: try m.string("who"), role: try m.word("role"),
        isAgency: try m.string("is") == "agency", text: try m.string("text"))
    }
    notes = try object.listOrNone("notes") { m throws(ReadingError) in
      Note(kind: try m.word("kind"), day: try m.stringOrNil("day"), text: try m.string("text"))
    }
    entries = try object.listOrNone("entries") { m throws(ReadingError) in
      Entry(
        published: try m.date("published"), title: try m.stringOrEmpty("title"),
        text: try m.string("text"))
    }
  }
}

extension JSONMember {
  fileprivate func stringOrNil(_ name: String) throws(ReadingError) -> String? {
    optional(name) == nil ? nil : try string(name)
  }

  fileprivate func stringOrEmpty(_ name: String) throws(ReadingError) -> String {
    try stringOrNil(name) ?? ""
  }

  /// A date and, in the member of its name with "_from", where it was found.
  fileprivate func date(_ name: String) throws(ReadingError) -> SourcedDate? {
    guard let value = try stringOrNil(name) else { return nil }
    return SourcedDate(value: value, origin: try stringOrEmpty(name + "_from"))
  }

  fileprivate func listOrNone<Value>(
    _ name: String, _ read: (JSONMember) throws(ReadingError) -> Value
  ) throws(ReadingError) -> [Value] {
    optional(name) == nil ? [] : try list(name, read)
  }
}
