import ArgumentParser
import Papers
import TalentDomain

extension ProcessingNoun {
  struct Register: Verb {
    static let configuration = CommandConfiguration.verb("register", ShowProcessingRegister.self)
    static let methods = [ShowProcessingRegister.fullMethod]

    @Option(help: ArgumentHelp("Where to write it as a document that prints (HTML).", valueName: "file"))
    var to: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let session = try Session(common)
      let (register, bytes) = try session.ask(ShowProcessingRegister())
      if let to { try OutputFile.write(ProcessingPaper.html(of: register), to: to) }
      Output.write(register, bytes, session)
    }
  }
}
