import ArgumentParser
import TalentDomain
import TalentInterface

/// One verb of the command line, and which methods of the socket it calls.
protocol Verb: ParsableCommand {
  static var methods: [String] { get }
  var common: CommonOptions { get }
}

extension ParsableCommand {
  typealias Configuration = CommandConfiguration
}

extension CommandConfiguration {
  /// A verb that is one method: its help says what the method's description says.
  static func verb<C: Command>(_ name: String, _: C.Type, aliases: [String] = []) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: C.purpose.en, discussion: C.purpose.da, aliases: aliases)
  }

  static func verb<Q: Query>(_ name: String, _: Q.Type, aliases: [String] = []) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: Q.purpose.en, discussion: Q.purpose.da, aliases: aliases)
  }

  static func noun(
    _ name: String, _ abstract: String, _ verbs: [any ParsableCommand.Type]
  ) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: abstract, subcommands: verbs)
  }
}

/// A verb that asks one query and shows its answer.
protocol QueryVerb: Verb {
  associatedtype Asked: Query where Asked.Answer: Shown
  var options: QueryOptions { get }
  func query() throws -> Asked
}

extension QueryVerb {
  static var methods: [String] { [Asked.fullMethod] }
  var common: CommonOptions { options.common }

  func run() throws {
    let query = try query()
    let session = try Session(common)
    let (answer, bytes) = try session.ask(query, at: options.at)
    Output.write(answer, bytes, session)
  }
}

/// A verb that sends one command and shows its receipt.
protocol CommandVerb: Verb {
  associatedtype Sent: Command
  var options: WriteOptions { get }
  func command() throws -> Sent
}

extension CommandVerb {
  static var methods: [String] { [Sent.fullMethod] }
  var common: CommonOptions { options.common }

  func run() throws {
    let command = try command()
    let session = try Session(common)
    let (receipt, bytes) = try session.send(command, options)
    Output.write(receipt, bytes, session)
  }
}
