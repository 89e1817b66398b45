import TalentDomain
import TalentInterface
import Testing

@testable import TalentService

/// What is kept under a command's id, so that the same id gets the same answer.
struct KeptOutcomeTests {
  private func afterRestart(_ outcome: Outcome) throws -> Outcome? {
    try KeptOutcome(outcome).map { try KeptOutcome(canonical: $0.canonical).repeated }
  }

  @Test func `what was done is answered again with its positions`() throws {
    let outcome = try afterRestart(
      .done(first: 7, types: ["a.done.v1", "b.done.v1"], revision: 3, ripple: nil, repeated: false))
    guard case .done(7, ["a.done.v1", "b.done.v1"], 3, nil, true) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
  }

  @Test func `what it changed is answered again as it was then`() throws {
    var line = RippleLine()
    line.participant = Person(Alias(bits: 77))
    line.before.completed = true
    line.after.completed = false
    line.deviations = [.belowRange]
    var ripple = Ripple()
    ripple.participants = [line]
    let outcome = try afterRestart(
      .done(first: 7, types: ["entry.corrected.v1"], revision: 3, ripple: ripple, repeated: false))
    guard case .done(7, ["entry.corrected.v1"], 3, let again, true) = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(again == ripple)
  }

  @Test func `a refusal is answered again with its rules in their order`() throws {
    let findings = [Rule.ID.r5, .r2].map {
      FindingLine(Finding($0, Bilingual(da: "Nej.", en: "No."), remedy: Bilingual(da: "Jo.", en: "Yes.")))
    }
    guard case .refused(let again, true) = try afterRestart(.refused(findings, repeated: false)) else {
      Issue.record("no refusal")
      return
    }
    #expect(again == findings)
  }

  @Test(arguments: [
    Outcome.conflict(expected: 1, actual: 2), .notFound, .notPermitted, .invalid(Fault(.missing)), .busy(retryAfter: 1),
    .internalFailure,
  ])
  func `what may well be answered otherwise the next time is not kept`(outcome: Outcome) {
    #expect(KeptOutcome(outcome) == nil)
  }
}
