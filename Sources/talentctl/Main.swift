import Glibc
import TalentCommands

@main
enum Main {
  static func main() {
    exit(CommandLineInterface.run(Array(CommandLine.arguments.dropFirst())))
  }
}
