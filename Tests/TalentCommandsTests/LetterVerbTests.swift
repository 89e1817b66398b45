import ArgumentParser
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

struct LetterVerbTests {
  private static let digest = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank
  private static let letter = LetterShown.with {
    $0.digest = digest
    $0.template = digest
    $0.html = Document("<p>Kære Åse</p>\n")
    $0.kind = .offer
    $0.person = .named("10536", "Åse", 99)
  }

  @Test func `a kind is written with hyphens, and the shell completes it`() throws {
    let render = try LetterNoun.Render.parse(["board-case", "--cohort", "2027"])
    #expect(render.kind == .boardCase && render.person == nil && render.to == "-")
    #expect(LetterKind.allValueStrings.contains("board-case"))
    for shell in ["bash", "zsh", "fish"] {
      let script = Talentctl.completionScript(for: CompletionShell(rawValue: shell) ?? .bash)
      #expect(script.contains("board-case") && script.contains("certificate"), "\(shell)")
    }
  }

  @Test(arguments: [
    ["board-case", "10536"], ["minutes", "10536"], ["offer", "--all"], ["offer", "10536", "--all", "--to", "x"],
    ["letter", "10536"],
  ])
  func `a letter of nobody has no number, and all of a kind need a folder`(arguments: [String]) {
    #expect(throws: (any Error).self) { try LetterNoun.Render.parse(arguments + ["--cohort", "2027"]) }
  }

  @Test func `a letter on standard output is the letter to the byte`() async throws {
    try await FakeService.run({ _ in .reply(Self.letter.canonical) }) { service in
      let run = await CommandRun.of(["letter", "render", "offer", "10536", "--cohort", "2027"], socket: service.socket)
      #expect(run.output == "<p>Kære Åse</p>\n")
      #expect(service.received.map(\.method) == ["RenderLetter"])
      #expect(service.received.first?.parameters["query"]?["person"] == "10536")
    }
  }

  @Test func `a file that nobody rendered ends with 5, in the language of the reader`() async throws {
    try await FakeService.run({ _ in .reply(LetterChecked().canonical) }) { service in
      let file = #filePath
      for (language, word) in [("da", "Filen er ikke"), ("en", "The file is not")] {
        let run = await CommandRun.of(
          ["letter", "check", file, "--cohort", "2027", "--language", language], socket: service.socket)
        #expect(run.status == 5)
        #expect(run.output == "")
        #expect(run.errors.contains(word))
      }
      #expect(service.received.map(\.method) == ["CheckLetter", "CheckLetter"])
    }
  }

  @Test func `the list shows each kind in the reader's words, and what is wrong with its template`() async throws {
    let list = LetterList.with {
      $0.kinds = [
        .with {
          $0.due = 3
          $0.fault = FileFault("/x/offer.mustache", line: 7, Bilingual(da: "Forkert.", en: "Wrong."))
          $0.kind = .offer
        }
      ]
    }
    try await FakeService.run({ _ in .reply(list.canonical) }) { service in
      let run = await CommandRun.of(
        ["letter", "list", "--cohort", "2027", "--language", "da"], socket: service.socket)
      #expect(run.status == 0)
      #expect(run.output.contains("offer  Tilbud om plads           3  /x/offer.mustache, linje 7: Forkert."))
      #expect(run.output.contains("Ingen breve, som du må kende til, er dannet."))
    }
  }
}
