import ArgumentParser
import TalentDomain

extension BackupNoun {
  struct Make: Verb {
    static let configuration = CommandConfiguration.verb("make", MakeBackup.self)
    static let methods = [MakeBackup.fullMethod]

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    /// Progress on standard error; what was made on standard output. One that does not verify ends with 5.
    func run() throws {
      let session = try Session(common)
      let steps = BackupStep.allCases.map { ($0, Progress(session, da: $0.words.da, en: $0.words.en)) }
      var last: (answer: BackupProgress, bytes: [UInt8])?
      try session.follow(MakeBackup()) { answer, bytes in
        if answer.backup == nil {
          steps.first { $0.0 == answer.step }?.1.show(answer.done, of: answer.total)
        }
        last = (answer, bytes)
        return true
      }
      steps.last?.1.finish()
      guard let last else { return }
      Output.write(last.answer, last.bytes, session)
      if last.answer.backup?.verified != true { throw Ended(status: .unverified) }
    }
  }
}

extension BackupStep {
  var words: Bilingual {
    switch self {
    case .copying: Bilingual(da: "Kopierer", en: "Copying")
    case .rebuilding: Bilingual(da: "Bygger visninger", en: "Building views")
    case .verifying: Bilingual(da: "Efterprøver", en: "Verifying")
    }
  }
}

extension BackupProgress: Shown {
  func show(on page: inout Page) {
    guard let backup else { return }
    let style = page.style
    page.facts([
      ("Sikkerhedskopi", "Backup", backup.name.value), ("Hændelser", "Events", String(backup.size)),
      ("MB", "MB", backup.megabytes), ("Efterprøvet", "Verified", backup.verdict(style)),
      ("Rod", "Root", backup.root.text),
    ])
    for problem in backup.problems { page.say([("! \(problem.value)", .warning)]) }
    guard !backup.verified else { return }
    page.say(
      "Den tæller ikke som sikkerhedskopi og ligger for sig selv, så at den kan undersøges. De tidligere er urørt.",
      "It counts as no backup and is set apart, so that it can be looked into. The earlier ones are untouched.")
  }
}
