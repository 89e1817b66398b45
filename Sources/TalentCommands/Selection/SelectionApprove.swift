import ArgumentParser
import TalentDomain
import Transparency

extension SelectionNoun {
  struct Approve: CommandVerb {
    static let configuration = CommandConfiguration.verb("approve", ApproveSelection.self)

    @Option(
      help: ArgumentHelp("The digest of the proposal that was approved: talentctl selection show.", valueName: "digest")
    )
    var proposal: Digest

    @Option(help: ArgumentHelp("The minutes, whose digest is recorded.", valueName: "file"), completion: .file())
    var minutes: String?

    @Option(help: ArgumentHelp("SHA-256 of the minutes, where the file is not at hand.", valueName: "digest"))
    var minutesDigest: Digest?

    @Option(help: ArgumentHelp("The day of the meeting.", valueName: "date"))
    var date: CivilDate

    @Option(help: ArgumentHelp("What the meeting was.", valueName: "title"))
    var meeting: Line

    @Option(
      parsing: .upToNextOption, help: ArgumentHelp("Those whom the minutes name as present.", valueName: "number"))
    var present: [PersonRef]

    @Option(help: ArgumentHelp("The case number of the minutes.", valueName: "number"))
    var journal: Line?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func validate() throws {
      guard (minutes == nil) != (minutesDigest == nil) else {
        throw ValidationError("Give --minutes FILE, or --minutes-digest.")
      }
    }

    func command() throws -> ApproveSelection {
      var command = ApproveSelection()
      command.cohort = try cohort.code()
      command.proposal = proposal
      command.meeting = BoardMeeting(date: date, title: meeting)
      command.present = present
      command.journal = journal
      command.minutes = try minutesDigest ?? minutes.flatMap { try digest(of: $0) } ?? .blank
      return command
    }

    private func digest(of path: String) throws -> Digest? {
      Digest(Base64URL.encode(Hash(of: try InputFile.read(path)).bytes))
    }
  }
}
