import ArgumentParser
import Glibc
import TalentDomain

/// Runs the command line: parse, run, and end with a status that a script can rely on.
package enum CommandLineInterface {
  package static func run(_ arguments: [String], _ surroundings: Surroundings = .process) -> Int32 {
    // A reader that goes (`| head`) is no error; a service that goes shows as one when it is written to.
    signal(SIGPIPE, SIG_IGN)
    return Surroundings.$current.withValue(surroundings) { run(arguments, in: surroundings) }
  }

  private static func run(_ arguments: [String], in surroundings: Surroundings) -> Int32 {
    var common: CommonOptions?
    do {
      var command = try Talentctl.parseAsRoot(arguments)
      common = (command as? any Verb)?.common
      try command.run()
      return ExitStatus.done.rawValue
    } catch let ended as Ended {
      return ended.status.rawValue
    } catch let failure as Failure {
      let language = common?.language ?? Language.preferred(surroundings.variable)
      surroundings.say(failure.report(common?.output ?? .table, language))
      return failure.status.rawValue
    } catch {
      return tell(error, about: arguments, surroundings)
    }
  }

  /// The argument parser's own: help and version on standard output, mistakes on standard error.
  private static func tell(_ error: any Error, about arguments: [String], _ surroundings: Surroundings) -> Int32 {
    let code = Talentctl.exitCode(for: error)
    let message = Talentctl.fullMessage(for: error, columns: surroundings.columns)
    if code == .success {
      surroundings.output(Array((message + "\n").utf8))
    } else {
      surroundings.say(UsageMessage.discreet(message, about: arguments))
    }
    return code == .success ? 0 : ExitStatus.usage.rawValue
  }
}
