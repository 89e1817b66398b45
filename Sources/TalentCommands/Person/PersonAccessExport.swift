import ArgumentParser
import Papers
import TalentDomain
import TalentInterface

extension PersonNoun.AccessNoun {
  struct Export: Verb {
    static let configuration = CommandConfiguration.verb("export", GiveAccessDocument.self)
    static let methods = [GiveAccessDocument.fullMethod]

    @Argument(
      help: ArgumentHelp("Whom it is about, by employee number or id; without one, oneself.", valueName: "number"))
    var person: PersonRef?

    @Option(help: ArgumentHelp("Where to write the document and its JSON.", valueName: "folder"))
    var to = "."

    @OptionGroup var common: CommonOptions

    /// The whole document comes before anything is written, so that half of one is never taken for all.
    func run() throws {
      var query = GiveAccessDocument()
      query.person = person
      let session = try Session(common)
      var document = AccessDocument()
      try session.follow(query) { part, _ in
        document.append(part)
        return true
      }
      let bytes = document.canonical
      if to != "." { try OutputFile.makeFolder(to) }
      let path = "\(to)/\(document.fileName)"
      // It is all that there is about somebody: nobody else may read it.
      try OutputFile.write(AccessPaper.html(of: document), to: "\(path).html", mode: 0o600)
      try OutputFile.write(bytes + [0x0A], to: "\(path).json", mode: 0o600)
      Output.write(document, bytes, session)
      session.surroundings.say(
        session.style(
          da:
            "Skrevet: \(path).html, som kan printes, og \(path).json. Overgiv dem sikkert, og kun til den, det handler om.",
          en:
            "Written: \(path).html, which prints, and \(path).json. Hand them over safely, and only to whom they are about."
        ))
    }
  }
}

extension AccessDocument {
  /// `indsigt-10536`: numbers, not names, stand in listings of folders.
  fileprivate var fileName: String { "indsigt-\((number?.value ?? "uden-nummer").replacing("/", with: "_"))" }
}
