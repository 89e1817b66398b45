import CivilTime
import TalentDomain
import Testing

@testable import TalentCommands

/// How far others vouch for the log, on the screen of an administrator and on paper.
struct AnchorScreenTests {
  private func screen<S: Shown>(_ answer: S, _ language: Language = .da) throws -> String {
    let zone = try #require(Zone("Europe/Copenhagen"))
    let bytes = Output.text(answer, answer.canonical, .table, Style(language, zone, .none), columns: 80)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func status(_ change: (inout AnchorStatus) -> Void) -> ServiceStatus {
    var anchor = AnchorStatus()
    anchor.configured = true
    anchor.warnHours = 26
    change(&anchor)
    var status = ServiceStatus()
    status.origin = "test.example/log"
    status.version = "1.0.0"
    status.anchor = anchor
    return status
  }

  @Test func `a log that others follow is told with its age, and without a warning`() throws {
    let shown = try screen(
      status {
        $0.size = 120
        $0.time = Instant("2027-03-15T11:00:00.000Z")
        $0.events = 1
      })
    #expect(shown.contains("Bevidnet indtil"))
    #expect(shown.contains("15-03-2027 12:00:00"))
    #expect(shown.contains("1 hændelse\n"))
    #expect(!shown.contains("!"))
  }

  @Test func `who lacks is named, and what is amiss stands above its remedy`() throws {
    var old = status {
      $0.size = 120
      $0.time = Instant("2027-03-15T11:00:00.000Z")
      $0.events = 7
      $0.lacking = ["witness.example/w1"]
      $0.warning = true
    }
    old.health = [
      HealthFinding(
        "anchor-old", Bilingual(da: "Det er for længe siden.", en: "It is too long ago."),
        remedy: Bilingual(da: "Se efter.", en: "Look."))
    ]
    #expect(try screen(old).contains("! Det er for længe siden.\n  Se efter.\n"))
    #expect(try screen(old, .en).contains("! It is too long ago.\n  Look.\n"))
    #expect(try screen(old).contains("witness.example/w1"))
    old.health[0].grave = true
    #expect(try screen(old).contains("!! Det er for længe siden.\n"))
  }

  // MARK: The page for the minutes

  private func minutes(_ shown: CheckpointShown, _ language: Language) throws -> String {
    let zone = try #require(Zone("Europe/Copenhagen"))
    var page = Page(Style(language, zone, .none), columns: 80)
    try MinutesPage(shown).show(on: &page)
    return page.text
  }

  private var shown: CheckpointShown {
    var shown = CheckpointShown()
    shown.note = Document(
      "test.example/log\n7\ncPswf3QlwBdG8UdtcALEQqCWCNXQQhWwm3jy3z/FT/w=\n\n— test.example/log AAAAAAAAAAAA\n")
    shown.key = "test.example/log+00000000+AQAA"
    shown.size = 7
    shown.recorded = Instant("2027-03-15T11:00:00.000Z") ?? .blank
    return shown
  }

  @Test func `the root stands on paper in groups that can be read aloud`() throws {
    for language in Language.allCases {
      let page = try minutes(shown, language)
      for line in ["70fb 307f 7425 c017", "46f1 476d 7002 c442", "a096 08d5 d042 15b0", "9b78 f2df 3fc5 4ffc"] {
        #expect(page.contains(line))
      }
      #expect(page.contains("test.example/log+00000000+AQAA"))
      #expect(page.contains(language == .da ? "Ingen uden for kommunen" : "Nobody outside"))
      // The note itself, so that a program can check it too.
      #expect(page.contains("cPswf3QlwBdG8UdtcALEQqCWCNXQQhWwm3jy3z/FT/w="))
    }
  }

  @Test func `who has signed stands there with the time, and that they are too few`() throws {
    var shown = shown
    var anchored = AnchoredCheckpoint()
    anchored.note = shown.note
    anchored.size = 7
    var anchor = CheckpointAnchor()
    (anchor.name, anchor.time) = ("witness.example/w1", Instant("2027-03-15T11:00:05.000Z") ?? .blank)
    anchored.anchors = [anchor]
    shown.anchored = anchored
    #expect(try minutes(shown, .da).contains("af færre end politikken kræver"))
    #expect(try minutes(shown, .en).contains("witness.example/w1, 2027-03-15 12:00:05"))
    shown.anchored?.satisfied = true
    #expect(try !minutes(shown, .da).contains("færre"))
  }

  @Test func `a note that cannot be read is no page`() {
    var broken = shown
    broken.note = Document("nothing")
    #expect(throws: Failure.self) { try minutes(broken, .da) }
  }
}
