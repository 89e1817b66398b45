import ArgumentParser
import TalentDomain
import TalentInterface

extension RetentionNoun {
  /// Decides all that has passed its period and is held by nothing: one decision a person. Carrying out is another's.
  struct Run: Verb {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Grant the erasure of all that has passed its period, one decision a person.",
      discussion: "Bevilg sletning af alt, hvis frist er løbet ud: én afgørelse for hver person.")
    static let methods = [ListRetention.fullMethod, DecideErasure.fullMethod]

    @OptionGroup var options: WriteOptions

    var common: CommonOptions { options.common }

    func run() throws {
      guard options.commandId == nil, options.expect == nil else {
        throw Failure.usage(
          Bilingual(
            da: "--command-id og --expect gælder én kommando, ikke dem alle.",
            en: "--command-id and --expect are for one command, not for them all."))
      }
      let session = try Session(common)
      var query = ListRetention()
      query.due = true
      let lines = try session.retention(query).lines.filter { !$0.decided }
      var report = RetentionReport()
      report.dryRun = options.dryRun
      report.held = lines.filter { !$0.holds.isEmpty }
      let due = lines.filter(\.holds.isEmpty).byPerson
      let progress = Progress(session, da: "Afgjort", en: "Decided")
      for (index, line) in due.enumerated() {
        progress.show(index, of: due.count)
        report.add(line, try session.attempt(line.decision, options))
      }
      progress.finish()
      Output.write(report, report.canonical, session)
      guard report.refused.isEmpty else { throw Ended(status: .refused) }
    }
  }
}

extension [RetentionLine] {
  /// One line a person, with the classes of all of them.
  fileprivate var byPerson: [RetentionLine] {
    var merged: [RetentionLine] = []
    for line in self {
      if let index = merged.firstIndex(where: { $0.person.id == line.person.id }) {
        merged[index].classes += line.classes
      } else {
        merged.append(line)
      }
    }
    return merged
  }
}

extension RetentionLine {
  /// Its data is no longer necessary for what it was collected for.
  fileprivate var decision: DecideErasure {
    var command = DecideErasure()
    command.basis = .noLongerNecessary
    command.classes = classes
    command.granted = true
    command.person = PersonRef(given: person.id.text)
    return command
  }
}
