import ArgumentParser
import TalentDomain
import TalentInterface

extension PersonNoun.ErasureNoun {
  struct CarryOut: Verb {
    static let configuration = CommandConfiguration.verb("carry-out", CarryOutErasure.self)
    static let methods = [CarryOutErasure.fullMethod, ListErasures.fullMethod]

    @Argument(help: ArgumentHelp("Whose data, by employee number or id.", valueName: "number"))
    var person: PersonRef?

    @Flag(help: "All that are granted, one command each.")
    var all = false

    @OptionGroup var options: WriteOptions

    var common: CommonOptions { options.common }

    func validate() throws {
      guard (person != nil) != all else { throw ValidationError("Give one person, or --all.") }
    }

    func run() throws {
      let session = try Session(common)
      let erasures = try session.ask(ListErasures()).answer.erasures.filter {
        $0.status == .granted || $0.status == .underWay
      }
      var receipt = ErasureReceipt()
      receipt.dryRun = options.dryRun
      guard let person else {
        for line in erasures where line.status == .granted {
          receipt.add(line, try session.attempt(command(line.id.reference), options))
        }
        return try session.finish(receipt)
      }
      // The receipt says what is gone, and cannot ask afterwards. One that is under way is asked for again to be finished.
      let line = erasures.first { $0.person?.number?.value == person.given || $0.id.text == person.given }
      _ = try session.send(command(person), options)
      receipt.add(line ?? ErasureLine(), .done)
      try session.finish(receipt)
    }

    private func command(_ person: PersonRef) -> CarryOutErasure {
      var command = CarryOutErasure()
      command.person = person
      return command
    }
  }
}

extension Alias {
  fileprivate var reference: PersonRef { PersonRef(given: text) }
}

extension Session {
  fileprivate func finish(_ receipt: ErasureReceipt) throws {
    Output.write(receipt, receipt.canonical, self)
    guard receipt.refused.isEmpty else { throw Ended(status: .refused) }
  }
}
