/// The steps from the seventh on.
extension Schema {
  /// What reports say of their own making: `imprint` whole, and who is credited, to be looked up.
  ///
  /// Of reports that were there it is known from when they are read anew.
  static let seventh = """
    ALTER TABLE report ADD COLUMN imprint TEXT NOT NULL DEFAULT '{}';
    CREATE TABLE credit (
      report INTEGER NOT NULL REFERENCES report (row), n INTEGER NOT NULL,
      who TEXT NOT NULL, role TEXT NOT NULL, is_agency INTEGER NOT NULL,
      PRIMARY KEY (report, n)
    ) STRICT, WITHOUT ROWID;
    """

  /// Which kind of truce a sentence tells, numbers of people apart, what lasts long apart from what is of a few days; of each area
  /// how often what is said of which days, so that no page counts a year anew; and rules as a desk edited them.
  static let eighth = """
    ALTER TABLE layer_entry ADD COLUMN instrument TEXT NOT NULL DEFAULT '';
    CREATE INDEX layer_entry_number ON layer_entry (place, until_day) WHERE number_words != '';
    CREATE INDEX layer_entry_long ON layer_entry (layer, until_day, from_day, place)
      WHERE until_day - from_day > 31;
    CREATE INDEX place_within_place ON place_within (place, wider);
    CREATE TABLE area_tally (
      area TEXT NOT NULL, until_day INTEGER NOT NULL, from_day INTEGER NOT NULL,
      layer TEXT NOT NULL, state TEXT NOT NULL, holding TEXT NOT NULL,
      is_of_people INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (area, until_day, from_day, layer, state, holding, is_of_people)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER layer_comes AFTER INSERT ON layer_entry WHEN NEW.place IS NOT NULL BEGIN
      INSERT INTO area_tally
        SELECT wider, NEW.until_day, NEW.from_day, NEW.layer, NEW.state, NEW.holding,
          NEW.is_of_people, 1
        FROM place_within WHERE place = NEW.place
        ON CONFLICT (area, until_day, from_day, layer, state, holding, is_of_people)
          DO UPDATE SET n = n + 1;
    END;
    CREATE TRIGGER layer_goes AFTER DELETE ON layer_entry WHEN OLD.place IS NOT NULL BEGIN
      UPDATE area_tally SET n = n - 1
        WHERE area IN (SELECT wider FROM place_within WHERE place = OLD.place)
          AND until_day = OLD.until_day AND from_day = OLD.from_day AND layer = OLD.layer
          AND state = OLD.state AND holding = OLD.holding AND is_of_people = OLD.is_of_people;
      DELETE FROM area_tally
        WHERE area IN (SELECT wider FROM place_within WHERE place = OLD.place)
          AND until_day = OLD.until_day AND from_day = OLD.from_day AND layer = OLD.layer
          AND state = OLD.state AND holding = OLD.holding AND is_of_people = OLD.is_of_people
          AND n = 0;
    END;
    CREATE TRIGGER area_grows AFTER INSERT ON place_within BEGIN
      INSERT INTO area_tally
        SELECT NEW.wider, until_day, from_day, layer, state, holding, is_of_people, count(*)
        FROM layer_entry WHERE place = NEW.place GROUP BY 2, 3, 4, 5, 6, 7
        ON CONFLICT (area, until_day, from_day, layer, state, holding, is_of_people)
          DO UPDATE SET n = n + excluded.n;
    END;
    CREATE TABLE rule_version (
      name TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
      reason TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (name, n)
    ) STRICT, WITHOUT ROWID;
    """

  /// What may be done with the record at all, and what is decided of keeping a report, is found without looking through the
  /// journal.
  static let ninth = """
    CREATE INDEX journal_keeping ON journal (action, subject, number)
      WHERE action = 'set-mode' OR action = 'withdraw' OR action = 'put-back' OR action = 'hold'
        OR action = 'release-hold' OR action = 'ask-expunging' OR action = 'expunge';
    """

  /// The hours that are said of what begins and ends, and what words of sentences tell of truces, so that a list of truces reads no
  /// sentence but those that it shows.
  static let tenth = """
    ALTER TABLE layer_entry ADD COLUMN first_time TEXT NOT NULL DEFAULT '';
    ALTER TABLE layer_entry ADD COLUMN last_time TEXT NOT NULL DEFAULT '';
    ALTER TABLE layer_entry ADD COLUMN terms TEXT NOT NULL DEFAULT '';
    """
}
