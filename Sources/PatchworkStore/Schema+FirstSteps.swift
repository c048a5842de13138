/// The first six steps: the record with its incidents, its desk and its lists.
extension Schema {
  /// Reports with their bytes, readings, copies of text, occurrences brought together into incidents, and the journal.
  static let first = """
    CREATE TABLE report (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL, version INTEGER NOT NULL,
      title TEXT NOT NULL, outlet TEXT NOT NULL, byline TEXT NOT NULL, url TEXT NOT NULL,
      language TEXT NOT NULL, published TEXT, published_origin TEXT, day INTEGER,
      text TEXT NOT NULL, text_sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL, bytes_length INTEGER NOT NULL, bytes_sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL, encoding TEXT NOT NULL, form TEXT NOT NULL,
      acquired_at TEXT NOT NULL, acquired_how TEXT NOT NULL, tool TEXT NOT NULL,
      reading BLOB NOT NULL, reading_length INTEGER NOT NULL,
      origin INTEGER NOT NULL REFERENCES report (row) DEFERRABLE INITIALLY DEFERRED,
      sort_day INTEGER NOT NULL, is_latest INTEGER NOT NULL,
      UNIQUE (id, version), UNIQUE (id, bytes_sha256)
    ) STRICT;
    CREATE INDEX report_order ON report (is_latest, sort_day, id);
    CREATE INDEX report_origin ON report (origin);
    CREATE VIRTUAL TABLE report_words USING fts5 (
      title, text, content = 'report', content_rowid = 'row', tokenize = 'porter unicode61');
    CREATE TABLE account (
      report INTEGER NOT NULL REFERENCES report (row), n INTEGER NOT NULL,
      stance TEXT NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL,
      type TEXT, modality TEXT, place TEXT, place_name TEXT, first_day INTEGER, last_day INTEGER,
      sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
      PRIMARY KEY (report, n)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE place (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, latitude REAL, longitude REAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX place_name ON place (name COLLATE NOCASE);
    CREATE TABLE place_within (
      wider TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (wider, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_who ON account (who, report, n);
    CREATE INDEX account_place ON account (place, first_day);
    CREATE TABLE fingerprint (
      week INTEGER NOT NULL, hash INTEGER NOT NULL, report INTEGER NOT NULL,
      PRIMARY KEY (week, hash, report)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE passage (
      report INTEGER NOT NULL REFERENCES report (row), start INTEGER NOT NULL, end INTEGER NOT NULL,
      other INTEGER NOT NULL REFERENCES report (row),
      other_start INTEGER NOT NULL, other_end INTEGER NOT NULL,
      words INTEGER NOT NULL, own_words INTEGER NOT NULL, relation TEXT NOT NULL,
      PRIMARY KEY (report, other, start)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX passage_other ON passage (other);
    CREATE TABLE incident (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL, place TEXT, place_name TEXT NOT NULL, first_day INTEGER, last_day INTEGER,
      sort_day INTEGER NOT NULL, accounts INTEGER NOT NULL, reports INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX incident_order ON incident (sort_day, id);
    CREATE INDEX incident_place ON incident (place, first_day);
    CREATE TABLE incident_alias (
      id TEXT PRIMARY KEY, incident INTEGER NOT NULL REFERENCES incident (row)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE occurrence (
      row INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report (row),
      number INTEGER NOT NULL, family TEXT NOT NULL, week INTEGER NOT NULL, day INTEGER NOT NULL,
      payload TEXT NOT NULL,
      incident INTEGER REFERENCES incident (row), linked_to INTEGER, reasons TEXT NOT NULL,
      UNIQUE (report, number)
    ) STRICT;
    CREATE INDEX occurrence_incident ON occurrence (incident);
    CREATE TABLE occurrence_key (
      key INTEGER NOT NULL, week INTEGER NOT NULL, occurrence INTEGER NOT NULL,
      PRIMARY KEY (key, week, occurrence)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE likeness (
      a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL,
      PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bond (
      a INTEGER NOT NULL REFERENCES occurrence (row), b INTEGER NOT NULL REFERENCES occurrence (row),
      kind TEXT NOT NULL, judgement INTEGER NOT NULL,
      PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE doubt (
      a INTEGER NOT NULL REFERENCES occurrence (row), b INTEGER NOT NULL REFERENCES occurrence (row),
      score REAL NOT NULL, reasons TEXT NOT NULL,
      PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal (
      number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
      subject TEXT NOT NULL, detail TEXT NOT NULL, reason TEXT NOT NULL,
      before_sha256 TEXT NOT NULL, sha256 TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER journal_kept BEFORE UPDATE ON journal
      BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_whole BEFORE DELETE ON journal
      BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY REFERENCES journal (number),
      action TEXT NOT NULL, report TEXT NOT NULL, n INTEGER, anchor TEXT NOT NULL,
      incident TEXT NOT NULL, other TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
      machine_value TEXT NOT NULL, undone_by INTEGER, conflict TEXT NOT NULL
    ) STRICT;
    CREATE INDEX judgement_report ON judgement (report);
    CREATE INDEX judgement_incident ON judgement (incident);
    """

  /// Who may use the record from a browser or a program, and in what order a desk looks at it.
  static let second = """
    CREATE TABLE user (
      name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, is_closed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name),
      form_token TEXT NOT NULL, ends INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE token (
      hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name),
      label TEXT NOT NULL, scope TEXT NOT NULL, ends INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_type ON incident (type, sort_day, id);
    CREATE INDEX incident_day ON incident (first_day, last_day);
    CREATE INDEX report_acquired ON report (acquired_at);
    """

  /// What accounts say of places day by day, planned movements under seal, and the rules that case files were made by.
  static let third = """
    CREATE TABLE layer_entry (
      report INTEGER NOT NULL REFERENCES report (row), n INTEGER NOT NULL,
      layer TEXT NOT NULL, state TEXT NOT NULL, holding TEXT NOT NULL,
      place TEXT, place_name TEXT NOT NULL, precision INTEGER NOT NULL, party TEXT NOT NULL,
      first_day INTEGER, last_day INTEGER, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL,
      number_low INTEGER, number_high INTEGER, number_words TEXT NOT NULL, number_unit TEXT NOT NULL,
      hours INTEGER, is_of_people INTEGER NOT NULL,
      PRIMARY KEY (report, n, layer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX layer_entry_place ON layer_entry (place, until_day);
    CREATE INDEX layer_entry_layer ON layer_entry (layer, until_day);
    CREATE TABLE movement (
      id TEXT PRIMARY KEY, sealed BLOB NOT NULL, ends INTEGER NOT NULL,
      made_at TEXT NOT NULL, made_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rule_set (sha256 TEXT PRIMARY KEY, files TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// What people put under case files of movements: signatures and dissent, their words under seal.
  static let fourth = """
    CREATE TABLE movement_mark (
      movement TEXT NOT NULL REFERENCES movement (id), n INTEGER NOT NULL,
      kind TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, case_file TEXT NOT NULL,
      sealed BLOB NOT NULL, PRIMARY KEY (movement, n)
    ) STRICT, WITHOUT ROWID;
    """

  /// What is said of places, laid out so that a year of a region is counted from an index alone; which account is on which
  /// occurrence; and what is asked of a report most often, apart from its text.
  static let fifth = """
    DROP TABLE layer_entry;
    CREATE TABLE layer_entry (
      report INTEGER NOT NULL REFERENCES report (row), n INTEGER NOT NULL,
      layer TEXT NOT NULL, state TEXT NOT NULL, holding TEXT NOT NULL,
      place TEXT, place_name TEXT NOT NULL, precision INTEGER NOT NULL, party TEXT NOT NULL,
      first_day INTEGER, last_day INTEGER, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL,
      number_low INTEGER, number_high INTEGER, number_words TEXT NOT NULL, number_unit TEXT NOT NULL,
      hours INTEGER, is_of_people INTEGER NOT NULL, day INTEGER,
      PRIMARY KEY (report, n, layer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX layer_entry_place ON layer_entry (
      place, layer, until_day, from_day, state, holding, is_of_people, precision, day);
    CREATE INDEX layer_entry_layer ON layer_entry (layer, until_day, from_day, day, place);
    CREATE INDEX report_face ON report (row, origin, id, outlet, published, day);
    CREATE INDEX occurrence_face ON occurrence (row, incident);
    CREATE TABLE occurrence_account (
      report INTEGER NOT NULL, n INTEGER NOT NULL, occurrence INTEGER NOT NULL,
      PRIMARY KEY (report, n, occurrence)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO occurrence_account
      SELECT o.report, j.value, o.row FROM occurrence o, json_each(o.payload, '$.accounts') j;
    CREATE TRIGGER occurrence_told AFTER INSERT ON occurrence BEGIN
      INSERT OR IGNORE INTO occurrence_account
        SELECT new.report, j.value, new.row FROM json_each(new.payload, '$.accounts') j;
    END;
    CREATE TRIGGER occurrence_retold AFTER UPDATE OF payload ON occurrence BEGIN
      DELETE FROM occurrence_account WHERE report = old.report AND occurrence = old.row;
      INSERT OR IGNORE INTO occurrence_account
        SELECT new.report, j.value, new.row FROM json_each(new.payload, '$.accounts') j;
    END;
    CREATE TRIGGER occurrence_gone AFTER DELETE ON occurrence BEGIN
      DELETE FROM occurrence_account WHERE report = old.report AND occurrence = old.row;
    END;
    """

  /// What lists are made from without reading all that they are of.
  ///
  /// Speakers with how much is theirs, how many accounts there are, and orders of accounts, doubts and incidents. Only the
  /// newest version of a report has accounts here.
  static let sixth = """
    DELETE FROM account WHERE report IN (SELECT row FROM report WHERE is_latest = 0);
    ALTER TABLE account ADD COLUMN sort_day INTEGER;
    UPDATE account SET sort_day = (SELECT sort_day FROM report WHERE row = account.report);
    DROP INDEX account_who;
    CREATE INDEX account_who ON account (who, sort_day, report, n);
    CREATE INDEX account_role ON account (who, role, sort_day, report, n) WHERE role != '';
    CREATE INDEX account_stance ON account (stance, report);
    CREATE INDEX account_type ON account (type, report);
    CREATE INDEX account_unsure ON account (report, n) WHERE \(unsure);
    DROP INDEX account_place;
    CREATE INDEX account_place ON account (place, sort_day, report, n, first_day, last_day, type);
    CREATE TABLE speaker (
      who TEXT NOT NULL, is_named INTEGER NOT NULL, kind TEXT NOT NULL,
      accounts INTEGER NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY (who, is_named)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX speaker_order ON speaker (is_named, reports DESC, who);
    INSERT INTO speaker
      SELECT who, \(named("account")), min(kind), count(*), count(DISTINCT report) FROM account
      WHERE who != '' GROUP BY 1, 2;
    CREATE TRIGGER speaker_comes AFTER INSERT ON account WHEN NEW.who != '' BEGIN
      INSERT INTO speaker VALUES (NEW.who, \(named("NEW")), NEW.kind, 1, 1)
        ON CONFLICT (who, is_named) DO UPDATE
        SET kind = min(kind, excluded.kind), accounts = accounts + 1,
          reports = reports + (\(alone("NEW")));
    END;
    CREATE TRIGGER speaker_goes AFTER DELETE ON account WHEN OLD.who != '' BEGIN
      UPDATE speaker SET accounts = accounts - 1, reports = reports - (\(alone("OLD")))
        WHERE who = OLD.who AND is_named = (\(named("OLD")));
      DELETE FROM speaker WHERE who = OLD.who AND accounts = 0;
      UPDATE speaker SET kind =
          (SELECT min(kind) FROM account
            WHERE who = OLD.who AND (\(named("account"))) = (\(named("OLD"))))
        WHERE who = OLD.who AND kind = OLD.kind AND NOT EXISTS
          (SELECT 1 FROM account WHERE who = OLD.who AND kind = OLD.kind);
    END;
    CREATE TABLE tally (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO tally SELECT 'accounts', count(*) FROM account;
    CREATE TRIGGER account_comes AFTER INSERT ON account
      BEGIN UPDATE tally SET n = n + 1 WHERE name = 'accounts'; END;
    CREATE TRIGGER account_goes AFTER DELETE ON account
      BEGIN UPDATE tally SET n = n - 1 WHERE name = 'accounts'; END;
    CREATE INDEX doubt_other ON doubt (b);
    CREATE INDEX doubt_score ON doubt (score DESC, a, b);
    CREATE INDEX incident_new ON incident (accounts DESC, id) WHERE reports > 1;
    CREATE INDEX incident_length ON incident (last_day - first_day);
    """

  /// Whether an account is of somebody with a name of their own: authors, and those who are not named, are no one.
  private static func named(_ row: String) -> String {
    "\(row).kind NOT IN ('author', 'unstated', 'anonymous')"
  }

  /// Whether a report has no other account of the same speaker.
  private static func alone(_ row: String) -> String {
    """
    NOT EXISTS (SELECT 1 FROM account o WHERE o.who = \(row).who AND o.sort_day = \(row).sort_day
      AND o.report = \(row).report AND o.n != \(row).n
      AND (\(named("o"))) = (\(named(row))))
    """
  }

  /// Which accounts were read with little certainty: of happenings that are only possible, without a speaker, or at a place
  /// that was not found.
  static let unsure = """
    type IS NOT NULL
      AND (modality = 'possible' OR who = '' OR (place IS NULL AND place_name IS NOT NULL))
    """
}
