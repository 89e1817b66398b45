import ArgumentParser
import TalentInterface
import Testing

@testable import TalentCommands

struct ReachTests {
  private func verbs(of type: any ParsableCommand.Type, path: [String] = []) -> [(
    path: [String], type: any ParsableCommand.Type
  )] {
    let name = type.configuration.commandName ?? "?"
    let subcommands = type.configuration.subcommands
    guard !subcommands.isEmpty else { return [(path + [name], type)] }
    return subcommands.flatMap { verbs(of: $0, path: path + [name]) }
  }

  @Test func `every method of the socket has its verb, and no verb calls anything else`() {
    let reached = Set(verbs(of: Talentctl.self).flatMap { ($0.type as? any Verb.Type)?.methods ?? [] })
    let offered = Set(Methods.all.map(\.fullName))
    // These two are what talent-anchor calls, and nobody by hand.
    let ofTalentAnchor = Set(
      Methods.all.filter { ["CheckpointForAnchoring", "KeepAnchor"].contains($0.name) }.map(\.fullName))
    #expect(offered.subtracting(reached) == ofTalentAnchor && ofTalentAnchor.count == 2)
    #expect(reached.subtracting(offered).sorted() == [])
  }

  @Test func `every verb stands under a noun and is a verb of ours`() {
    for (path, type) in verbs(of: Talentctl.self) {
      // A thing that a noun holds may be a noun of its own: `mentor meeting log`.
      #expect((3...4).contains(path.count), "\(path)")
      #expect(type is any Verb.Type, "\(path)")
    }
  }

  @Test func `no two verbs have the same name`() {
    let names = verbs(of: Talentctl.self).map { $0.path.joined(separator: " ") }
    #expect(Set(names).count == names.count)
  }

  @Test func `every verb shows its help`() {
    for (path, type) in verbs(of: Talentctl.self) {
      let help = Talentctl.helpMessage(for: type)
      #expect(help.contains("USAGE: \(path.joined(separator: " "))"), "\(path)")
    }
  }

  @Test func `help goes to standard output and is no mistake`() async {
    let run = await CommandRun.of(["nomination", "receive", "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: talentctl nomination receive"))
    #expect(run.errors == "")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for a shell`(_ shell: String) async {
    let run = await CommandRun.of(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.output.contains("talentctl"))
  }
}
