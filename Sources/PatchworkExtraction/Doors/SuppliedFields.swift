import PatchworkRecord

/// What a user said about a report beside its text; it goes before anything found inside.
struct SuppliedFields: Equatable {
  var title = ""
  var outlet = ""
  var url = ""
  var language = ""
  var published: SourcedDate?
}
