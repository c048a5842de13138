public import PatchworkPlaces
public import PatchworkRecord
public import PatchworkStore

/// How a site is set up.
public struct SiteOptions: Sendable {
  /// Names by which browsers may call the site; empty lets every name pass.
  public var hosts: Set<String> = []
  /// Whether it is reached by HTTPS alone, its own or that of a proxy.
  public var isBehindHTTPS = false
  /// The header in which a proxy names the user, in small letters; nil where none does.
  public var userHeader: String?
  /// Reads a report that a person enters; nil where no language model is installed.
  public var reading: (@Sendable (Report) throws -> Reading)?
  /// What movements are opened with; nil where no key is given, and then they stay closed.
  public var movements: MovementDesk?
  /// The gazetteer, for wider places in exports and outlines on maps; nil where none is installed.
  public var gazetteer: Gazetteer?
  /// Pictures under the maps; nil where none are configured, and then no page asks anybody else.
  public var tiles: MapTiles?
  /// The program and version, for the journal.
  public var tool = "patchwork"
  /// The least strict mode in which the record is served, whatever is set for it.
  public var mode = RecordMode.normal
  /// The file outside of the record to which new entries of the journal are copied; nil where there is none.
  public var journalCopy: JournalCopy?
  /// Takes a line about a failure.
  public var log: @Sendable (String) -> Void = { _ in }
  /// Sessions end after so many seconds.
  public var sessionSeconds = 12 * 3600

  /// Options for one machine.
  public init() {}
}
