import Anchoring
import Glibc

@main
enum TalentAnchor {
  static func main() async {
    exit(await AnchorProgram.run(Array(CommandLine.arguments.dropFirst())))
  }
}
