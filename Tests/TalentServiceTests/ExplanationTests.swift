import EventLog
import Projections
import Testing

@testable import TalentService

struct ExplanationTests {
  @Test(arguments: [
    (LogError.corrupt(position: 4711, .leafChanged), 5 as Int32, "position 4711"),
    (.locked, 75, "another talentd"), (.storage(code: 266), 74, "SQLite 266"), (.system(code: 5), 74, "errno 5"),
    (.storage(code: 13), 74, "the disk is full"), (.storage(code: 4874), 74, "the disk is full"),
    (.system(code: 28), 74, "the disk is full"),
    (.tooOpen(path: "/s/master.key", mode: 0o644, isFolder: false), 78, "chmod 600 /s/master.key"),
    (.tooOpen(path: "/s", mode: 0o755, isFolder: true), 78, "chmod 700 /s"),
    (.foreignOwner(path: "/s/log.sqlite3", wanted: 998), 78, "chown 998 /s/log.sqlite3"),
    (.masterKeyMissing, 78, "safe"), (.registerMissing(path: "/e/register"), 78, "/e/register"),
    (.registerMalformed(path: "/e/register", line: 4), 78, "line 4"), (.keysMissing(3), 78, "3 keys"),
    (.registerBehind(path: "/e/register", missing: 2), 78, "lacks 2"),
    (.registerOfAnother(path: "/e/register", found: "x/y"), 78, "the log x/y"),
    (.registerWithoutLog(path: "/e/register"), 78, "talentd restore"),
    (.newerFormat(9, program: "talentd 3.0.0"), 78, "format 9, given to it by talentd 3.0.0,"),
    (.upgradeNotBackedUp, 78, "backup.log-folder"), (.simulationDiffers(found: true), 78, "--simulate"),
    (.originDiffers(found: "x"), 78, "origin"),
  ])
  func `why the service cannot start is told with what to do, and with a status of its own`(
    error: LogError, code: Int32, words: String
  ) {
    let explanation = Explanation.of(error)
    #expect(explanation.code == code)
    #expect(explanation.sentence.contains(words), "\(explanation.sentence)")
  }

  @Test func `what the disk says to whoever builds the views, or records the start, is told as well`() {
    let full = Explanation.of(LogError.storage(code: 13))
    for error: any Error in [
      ViewError.storage(code: 13), ViewError.system(code: 28), WriterError.failed(.storage(code: 13)),
    ] {
      #expect(Explanation.of(error) == full)
    }
    #expect(Explanation.of(WriterError.readOnly).code == 74)
  }

  /// Whose sentence could hold anything.
  private struct Unforeseen: Error, CustomStringConvertible { var description: String { "Ågot" } }

  @Test func `an error that nobody foresaw is told by its kind alone`() {
    let explanation = Explanation.of(Unforeseen())
    #expect(explanation.code == 70)
    #expect(explanation.sentence == "the service ended: Unforeseen")
  }
}
