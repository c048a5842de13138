/// What a page or text is as a whole.
public enum ReportKind: String, Sendable, CaseIterable {
  /// One story.
  case article
  /// Entries added one after the other through a day, each with its own time.
  case liveBlog = "live-blog"
  /// A page with a sentence or two: a flash, or one of which most is missing.
  case short
}

/// What is told of a report's making: where and by whom it was written, what was changed later, and days that it has beside
/// the one of publication.
public struct Imprint: Hashable, Sendable {
  /// The words before the first sentence that say where it was written.
  public struct Dateline: Hashable, Sendable {
    /// The place as written ("ALEPPO, Syria"), empty when only an agency is named.
    public var place: String
    /// The day it states, `YYYY-MM-DD`, in the year nearest to publication; nil when it states none.
    public var day: String?
    /// Full name of the agency, empty when none is named.
    public var agency: String
    /// The whole dateline as written.
    public var text: String

    /// Makes a dateline.
    public init(place: String, day: String?, agency: String, text: String) {
      self.place = place
      self.day = day
      self.agency = agency
      self.text = text
    }
  }

  /// One whom a report names as having had a part in it.
  public struct Credit: Hashable, Sendable {
    /// What part that was.
    public enum Role: String, Sendable, CaseIterable {
      /// Named in the byline.
      case byline
      /// The agency in the dateline.
      case dateline
      /// The agency that signs after the last sentence.
      case signOff = "sign-off"
      /// Gathered what is told.
      case reporting
      /// Wrote it down.
      case writing
      /// Edited it.
      case editing
      /// The agency that a person in the report spoke to ("told Reuters").
      case told
    }

    /// The name, of an agency in full.
    public var who: String
    /// What part.
    public var role: Role
    /// Whether it is an agency or broadcaster.
    public var isAgency: Bool
    /// The words that say so.
    public var text: String

    /// Makes a credit.
    public init(who: String, role: Role, isAgency: Bool, text: String) {
      self.who = who
      self.role = role
      self.isAgency = isAgency
      self.text = text
    }
  }

  /// What an editor says of the text: that it was corrected, made clearer or added to.
  public struct Note: Hashable, Sendable {
    /// What the note is of.
    public enum Kind: String, Sendable, CaseIterable {
      case correction, clarification, update, retraction, note
    }

    /// What it is of.
    public var kind: Kind
    /// The day it states, `YYYY-MM-DD`; nil when it states none.
    public var day: String?
    /// Its words.
    public var text: String

    /// Makes a note.
    public init(kind: Kind, day: String?, text: String) {
      self.kind = kind
      self.day = day
      self.text = text
    }
  }

  /// One entry of a live blog.
  public struct Entry: Hashable, Sendable {
    /// When it was added, nil when the page does not say; from "time" or "json-ld", or a time of day with the day of the
    /// "heading" above it or of the "page".
    public var published: SourcedDate?
    /// Its headline, empty when it has none.
    public var title: String
    /// Its paragraphs, blank lines between.
    public var text: String

    /// Makes an entry.
    public init(published: SourcedDate?, title: String, text: String) {
      self.published = published
      self.title = title
      self.text = text
    }
  }

  /// What the report is as a whole.
  public var kind = ReportKind.article
  /// How sure the language is, 0…1, where it was told by the words; nil where the report's sender said it.
  public var languageConfidence: Double?
  /// Where it says that it was written.
  public var dateline: Dateline?
  /// Who had a part in it, in the order named.
  public var credits: [Credit] = []
  /// What was changed later, in order.
  public var notes: [Note] = []
  /// When it was last modified.
  public var modified: SourcedDate?
  /// The date that came with it, where the text itself states another and that one is preferred.
  public var overruled: SourcedDate?
  /// The entries of a live blog in the order of the page.
  public var entries: [Entry] = []

  /// Makes an imprint of which nothing is known.
  public init() {}
}
