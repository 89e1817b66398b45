import TalentDomain
import Testing

@testable import TalentService

struct AnchorHealthTests {
  private func finding(isSimulated: Bool = false, _ change: (inout AnchorStatus) -> Void) throws -> HealthFinding? {
    var anchor = AnchorStatus()
    anchor.configured = true
    anchor.warnHours = 26
    change(&anchor)
    if case .amiss(let finding) = AnchorHealth.verdict(anchor, isSimulated: isSimulated) { return finding }
    return nil
  }

  @Test func `an old anchor is found, and what to do is said in both languages`() throws {
    let finding = try #require(
      try finding {
        $0.time = Instant("2027-03-15T11:00:00.000Z")
        $0.warning = true
      })
    #expect(finding.code == "anchor-old")
    #expect(finding.problemDa.value.contains("over 26 timer") && finding.problemEn.value.contains("more than 26 hours"))
    for remedy in [finding.remedyDa.value, finding.remedyEn.value] {
      #expect(remedy.contains("journalctl -u talentd-anchor") && remedy.contains("systemctl start talentd-anchor"))
    }
  }

  @Test func `a log that nobody follows is found, unless it is played`() throws {
    #expect(try finding { $0.configured = false }?.code == "anchor-unconfigured")
    #expect(try finding(isSimulated: true) { $0.configured = false } == nil)
    #expect(try finding { $0.warning = true }?.code == "anchor-never")
    #expect(try finding { $0.time = Instant("2027-03-15T11:00:00.000Z") } == nil)
  }

  @Test func `a change of the master key that is not finished is found`() {
    var key = MasterKeyShown()
    key.awaited = true
    for (source, code) in [(MasterKeyPlace.file, Code("master-key-unwritten")), (.credential, "master-key-awaited")] {
      key.source = source
      guard case .amiss(let finding) = MasterKeyHealth.verdict(key) else {
        Issue.record("nothing is found")
        continue
      }
      #expect(finding.code == code)
    }
  }
}
