import ArgumentParser
import TalentDomain
import TalentInterface

extension AccountNoun {
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Bind operating-system accounts to employees from a file.",
      discussion: "Knyt konti til medarbejdere efter en fil.")
    static let methods = ["\(BindAccount.area.interface).ImportAccounts"]

    @OptionGroup var options: ImportOptions

    func run() throws {
      let sheet = try Sheet(options.file, required: ["Konto", "Uid", "Medarbejdernr"])
      let batch = ImportBatch<BindAccount>(sheet) { row throws(RowFault) in
        var command = BindAccount()
        command.account = try row.line("Konto")
        command.uid = try row.integer("Uid")
        command.person = try row.person("Medarbejdernr")
        return .init(number: row.number, behalf: nil, command: command)
      }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: "", options, progress: Progress(session, da: "Konti", en: "Accounts"), into: &report)
      try session.finish(report)
    }
  }
}
