import EventLog
import Testing

@testable import TalentService

struct ExplanationTests {
  @Test(arguments: [
    (LogError.corrupt(position: 4711, .leafChanged), 5 as Int32, "position 4711"),
    (.locked, 75, "another talentd"), (.storage(code: 13), 74, "SQLite 13"), (.system(code: 28), 74, "errno 28"),
    (.masterKeyTooOpen(mode: 0o644), 78, "mode 644"), (.masterKeyMissing, 78, "safe"),
    (.newerFormat(9), 78, "format 9"), (.simulationDiffers(found: true), 78, "--simulate"),
    (.originDiffers(found: "x"), 78, "origin"),
  ])
  func `why the service cannot start is told with what to do, and with a status of its own`(
    error: LogError, code: Int32, words: String
  ) {
    let explanation = Explanation.of(error)
    #expect(explanation.code == code)
    #expect(explanation.sentence.contains(words), "\(explanation.sentence)")
  }

  /// Whose sentence could hold anything.
  private struct Unforeseen: Error, CustomStringConvertible { var description: String { "Ågot" } }

  @Test func `an error that nobody foresaw is told by its kind alone`() {
    let explanation = Explanation.of(Unforeseen())
    #expect(explanation.code == 70)
    #expect(explanation.sentence == "the service ended: Unforeseen")
  }
}
