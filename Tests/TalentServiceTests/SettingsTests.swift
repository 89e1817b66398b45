import Glibc
import Letters
import TalentDomain
import Testing

@testable import TalentService

struct SettingsTests {
  private static let needed = ["--origin", "test.kommune.example/talent", "--state-folder", "/nowhere"]

  @Test func `what is not set has its default`() async throws {
    let settings = try await Settings.read(SettingsTests.needed)
    #expect(settings.origin == "test.kommune.example/talent")
    #expect(settings.stateFolder == "/nowhere")
    #expect(settings.socketPath == "/run/talentd/talentd.sock")
    #expect(settings.socketMode == 0o660)
    #expect(settings.zone == "Europe/Copenhagen")
    #expect(settings.administrators == ["root"])
    #expect(!settings.simulate)
    #expect(settings.scrubHours == 24)
    // Nobody is asked to witness, until somebody chooses whom.
    #expect(settings.anchor.policy == nil && settings.anchor.authorities == nil)
    #expect(settings.anchor.account == "talent-anchor")
    #expect(settings.anchor.warnHours == 26)
    #expect(settings.lettersFolder == "/etc/talentd/letters")
    // No letter without a municipality, but a service.
    #expect(settings.sender.municipality == "")
    #expect(settings.sender.unit == "HR-Centret")
  }

  /// What is given, and the setting that is told to be wrong.
  @Test(arguments: [
    ([], "origin"), (["--origin", "a.example"], "state.folder"), (needed + ["--socket-mode", "rw"], "socket.mode"),
    (needed + ["--socket-mode", "1777"], "socket.mode"), (needed + ["--scrub-hours", "0"], "scrub.hours"),
    (needed + ["--anchor-warn-hours", "0"], "anchor.warn-hours"),
    (needed + ["--anchor-policy", "/nowhere/policy"], "/nowhere/policy"),
    (needed + ["--anchor-policy", "/dev/null"], "anchor.policy"),
    (needed + ["--anchor-tsa-ca", "/dev/null"], "anchor.tsa-ca"),
    (["--config", "/nowhere/talentd.yaml"], "/nowhere/talentd.yaml"),
    (needed + ["--letters-municipality", ""], "letters.municipality"),
    (needed + ["--letters-unit", "a\nb"], "letters.unit"),
  ])
  func `a setting that is missing or wrong is named, and ends the process with 78`(
    arguments: [String], name: String
  ) async {
    let error = await #expect(throws: SettingsError.self) { try await Settings.read(arguments) }
    guard let error else { return }
    let (sentence, code) = Explanation.of(error)
    #expect(sentence.contains(name))
    #expect(code == 78)
  }

  @Test func `the file that ships is a whole configuration, under which flags count, and its digest is known`()
    async throws
  {
    let file = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Config/talentd.yaml"
    let settings = try await Settings.read(["--config", file, "--state-folder", "/elsewhere"])
    #expect(settings.origin == "talent.kommune.example/ledelsestalent")
    #expect(settings.stateFolder == "/elsewhere")
    #expect(settings.administrators == ["root"])
    #expect(settings.sender.municipality == "Eksempel Kommune")
    #expect(settings.sender.address == ["Rådhusgade 1", "1234 Eksempelby"])
    #expect(settings.sender.dataProtectionOfficer == "dpo@kommune.example")
    #expect(settings.digest == FileDigest.of(file))
    // SHA-256 of nothing.
    #expect(FileDigest.of(nil) == "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")
    #expect(settings.digest != FileDigest.of(nil))
    #expect(FileDigest.of("/nowhere") == nil)
  }
}
