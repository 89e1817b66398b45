import Glibc
import TalentService

@main
enum Talentd {
  static func main() async {
    exit(await TalentdProgram.run(Array(CommandLine.arguments.dropFirst())))
  }
}
