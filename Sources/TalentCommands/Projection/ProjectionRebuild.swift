import ArgumentParser
import TalentDomain

extension ProjectionNoun {
  struct Rebuild: Verb {
    static let configuration = CommandConfiguration.verb("rebuild", RebuildProjections.self)
    static let methods = [RebuildProjections.fullMethod]

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    /// Progress on standard error; the last answer, with both digests, on standard output.
    func run() throws {
      let session = try Session(common)
      let progress = Progress(session, da: "Visninger", en: "Views")
      var last: (answer: RebuildProgress, bytes: [UInt8])?
      try session.follow(RebuildProjections(), at: options.at) { answer, bytes in
        progress.show(answer.done, of: answer.total)
        last = (answer, bytes)
        return true
      }
      progress.finish()
      guard let last else { return }
      Output.write(last.answer, last.bytes, session)
      if let before = last.answer.before, let digest = last.answer.digest, before != digest {
        throw Ended(status: .unverified)
      }
    }
  }
}
