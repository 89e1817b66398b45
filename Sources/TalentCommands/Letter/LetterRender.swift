import ArgumentParser
import TalentDomain
import TalentInterface

extension LetterNoun {
  struct Render: Verb {
    static let configuration = CommandConfiguration.verb("render", RenderLetter.self)
    static let methods = [RenderLetter.fullMethod, ListLetters.fullMethod]

    @Argument(help: ArgumentHelp("Which letter.", valueName: "kind"))
    var kind: LetterKind

    @Argument(
      help: ArgumentHelp("Whom it is about, by employee number or id; without one, oneself.", valueName: "number"))
    var person: PersonRef?

    @Flag(help: "One for everybody for whom there is such a letter.")
    var all = false

    @Option(
      help: ArgumentHelp(
        "Where to write the HTML: a file, or - for standard output; with --all a folder.", valueName: "file|folder"))
    var to = "-"

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    func validate() throws {
      guard !all || (person == nil && to != "-") else {
        throw ValidationError("With --all give --to FOLDER, and nobody's number.")
      }
      guard person == nil || kind.isAboutPerson else {
        throw ValidationError("The letter \(kind.rawValue.hyphenated) is about nobody in particular.")
      }
    }

    func run() throws {
      let session = try Session(common)
      guard all else { return try renderOne(session) }
      let people = try session.ask(list(), at: options.at).answer.due.filter { $0.kind == kind }.map(\.person)
      try OutputFile.makeFolder(to)
      let progress = Progress(session, da: "Dannet", en: "Rendered")
      for (index, person) in people.enumerated() {
        progress.show(index, of: people.count)
        let letter = try session.ask(query(person?.reference), at: options.at).answer
        try write(Array(letter.html.value.utf8), to: "\(to)/\(fileName(letter))")
      }
      progress.finish()
      session.surroundings.say(
        session.style(da: "\(people.count) breve skrevet i \(to).", en: "\(people.count) letters written to \(to)."))
    }

    private func renderOne(_ session: Session) throws {
      let (letter, bytes) = try session.ask(query(person), at: options.at)
      let html = Array(letter.html.value.utf8)
      // To the byte: what is written here can be checked.
      if to == "-", session.format == .table { return session.surroundings.output(html) }
      if to != "-" { try write(html, to: to) }
      Output.write(letter, bytes, session)
    }

    /// Letters are personal: nobody else may read what is written here.
    private func write(_ bytes: [UInt8], to path: String) throws {
      try OutputFile.write(bytes, to: path, mode: 0o600)
    }

    private func query(_ person: PersonRef?) throws -> RenderLetter {
      var query = RenderLetter()
      query.cohort = try cohort.code()
      query.kind = kind
      query.person = person
      return query
    }

    private func list() throws -> ListLetters {
      var list = ListLetters()
      list.cohort = try cohort.code()
      return list
    }

    /// `refusal-10536.html`: numbers, not names, stand in listings of folders.
    private func fileName(_ letter: LetterShown) -> String {
      let number = letter.person.map { "-\($0.number?.value ?? $0.id.text)" } ?? ""
      return "\(kind.rawValue.hyphenated)\(number.replacing("/", with: "_")).html"
    }
  }
}
