import ArgumentParser
import PatchworkDisplay

/// The command line.
@main
struct Patchwork: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "patchwork",
    abstract: "Keeps the sourced record of a conflict: who says what happened, who denies it.",
    discussion: """
      Example:
        patchwork read Samples/2016-09-20-levant-wire-convoy.txt

      Every verb has an example of its own: patchwork help read.

      Exit statuses:
        0   all well
        64  the command line was wrong
        65  some input was not valid; the rest was done
        66  an input does not exist or cannot be opened
        69  something needed is not installed; patchwork doctor names it
        70  a mistake of the program's own
        74  reading or writing failed underway
      """,
    version: Patchwork.version,
    subcommands: [
      Read.self,
      Doctor.self,
      Extract.self,
      ParseCommand.self,
      Numbers.self,
      Places.self,
      Init.self,
      Add.self,
      Status.self,
      BriefVerb.self,
      Reports.self,
      ReportShow.self,
      Incidents.self,
      IncidentShow.self,
      Origins.self,
      AreaVerb.self,
      CeasefiresVerb.self,
      CeasefireVerb.self,
      AssessVerb.self,
      MovementsVerb.self,
      RulesVerb.self,
      Speakers.self,
      Speaker.self,
      Actors.self,
      Search.self,
      Note.self,
      ImportRows.self,
      Judge.self,
      Reread.self,
      KeepingVerb.self,
      JournalVerb.self,
      Verify.self,
      Backup.self,
      Restore.self,
      ModeVerb.self,
      Export.self,
      Serve.self,
      Users.self,
      FactualityCommand.self,
    ])
}
