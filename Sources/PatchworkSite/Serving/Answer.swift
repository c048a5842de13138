import PatchworkDisclosure
import PatchworkDisplay
import PatchworkRecord

/// What a handler answers.
enum Answer {
  /// A page with its JSON twin.
  case page(Page)
  /// To another address of the site; in JSON that something was done.
  case redirect(String, done: Done)
  /// A page that says what was done, with a secret that is shown once.
  case made(Page, Done)
  /// A document of one kind.
  case document(type: String, bytes: [UInt8], headers: [(String, String)] = [])
  /// A document that is made while it is sent.
  case stream(type: String, BodyStream, headers: [(String, String)] = [])
}

/// A page: its title and what stands in it, and the same as JSON.
struct Page {
  var title: String
  /// Which entry of the navigation it belongs to.
  var section: Section?
  var body: () throws -> HTML
  var json: (inout JSONWriter) throws -> Void
  var status = 200
  /// What was left out of it for who may not see all.
  var removed = Removals()
  /// Links of other forms of it: media type, title and address.
  var alternates: [(type: String, title: String, address: String)] = []

  /// Entries of the navigation.
  enum Section: String, CaseIterable, Sendable {
    case incidents, reports, speakers, places, areas, ceasefires, movements, brief, review
  }
}

/// What a change did, for programs.
struct Done: Sendable {
  /// Number of the journal's entry, where there is one.
  var entry: Int?
  /// A secret that is shown once.
  var secret: String?
  /// Fields that go with it, such as a cookie.
  var headers: [(String, String)] = []
}

/// Why a request cannot be answered as asked.
struct Refusal: Error, Sendable {
  var status: Int
  /// A word for programs ("not-found").
  var code: String
  /// A sentence that says what to do.
  var message: String
  var headers: [(String, String)] = []

  static func missing(_ what: String) -> Refusal {
    Refusal(status: 404, code: "not-found", message: what)
  }

  /// What was given is of the form that is described, and cannot be used: beside what is in the record, or for what it says.
  static func against(_ what: String) -> Refusal {
    Refusal(status: 409, code: "against", message: what)
  }

  static func invalid(_ what: String) -> Refusal {
    Refusal(status: 400, code: "invalid", message: what)
  }
}
