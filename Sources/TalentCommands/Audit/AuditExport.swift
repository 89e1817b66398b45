import ArgumentParser
import Evidence
import TalentDomain
import TalentInterface

extension AuditNoun {
  struct Export: Verb {
    static let configuration = CommandConfiguration.verb("export", ExportBundle.self)
    static let methods = [ExportBundle.fullMethod]

    @Argument(help: ArgumentHelp("The cohort.", valueName: "cohort"))
    var cohort: Code

    @Argument(help: ArgumentHelp("A new folder, which nobody else will be able to read.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Only this person's part, as that person may see it.", valueName: "number"))
    var person: PersonRef?

    @Flag(help: "With every leaf of the log, also those of other cohorts.")
    var wholeLog = false

    @OptionGroup var common: CommonOptions

    /// Pieces are written as they come; then the whole is checked like anybody else's bundle.
    func run() throws {
      var query = ExportBundle()
      query.cohort = cohort
      query.person = person
      query.whole = wholeLog ? true : nil
      let session = try Session(common)
      let writing = try BundleWriting(folder)
      let progress = Progress(session, da: "Bevispakke", en: "Bundle")
      try session.follow(query) { part, _ in
        for piece in part.files { try writing.take(piece) }
        progress.show(part.done, of: part.total)
        return true
      }
      let (bundle, files) = try writing.written()
      try writing.add(BundlePath.page, try BundlePage.html(of: bundle, files))
      try writing.finish()
      progress.finish()
      let written = try BundleFolder(folder)
      let report = try BundleVerifier.verify(written, trust: .ofTalentctl(written))
      try VerifiedBundle(report, folder: folder).conclude(session)
    }
  }
}
