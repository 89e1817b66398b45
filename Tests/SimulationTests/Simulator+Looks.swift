import Seeded
import StrictJSON
import TalentDomain
import TalentInterface

@testable import TalentService

// Look-ups of every kind, by anybody. Whoever may not is told so; nothing is changed by looking but the record of it; and of
// whoever was erased nothing is shown any more.
extension Simulator {
  func look(_ life: Life) async throws {
    guard let query = aQuery() else { return }
    let isAnybody = chance(40)
    let actor: Who? =
      chance(10) ? nil : isAnybody ? anyone() : pick(able(pick([.hr, .board, .dpo, .auditor, .assessor]) ?? .hr))
    try await ask(query, as: actor, life)
  }

  private func ask<Q: Query>(_ query: Q, as actor: Who?, _ life: Life) async throws {
    steps += 1
    counts.looks += 1
    let method = "\(Q.area).\(Q.method)"
    let cohort = (query as? any CohortQuery).flatMap { asked in model.cohorts.firstIndex { $0.code == asked.cohort } }
    let isKnown = actor.map { model.staff[$0].isKnown } ?? true
    let isAllowed = isKnown && rights.allow(method, model.hats(actor, in: cohort))
    note("\(name(actor)) looks: \(method) \(isAllowed ? "" : "in vain")")
    let moment: AsOf? = chance(10) ? AsOf(time: Instant(milliseconds: now - Int64(dice.below(30) * 86_400_000))) : nil
    let asked = try await life.ask(
      query, as: actor.map { model.staff[$0].number }, at: Instant(milliseconds: now), asOf: moment)
    for event in try ledger.take(life.daemon.log) where event.stream != "record" {
      throw Trouble("looking by \(method) appended \(event)")
    }
    switch asked {
    case .told(let pages):
      guard isAllowed else { throw Trouble("\(name(actor)) was answered \(method)") }
      for page in pages { try expectForgotten(page.canonical, method) }
    case .not(.notPermitted): break
    case .not(.other(let what)): throw Trouble("\(method) failed: \(what)")
    case .not(let reply):
      guard isAllowed || reply == .notFound else {
        throw Trouble("\(name(actor)) asked \(method), and was told \(reply)")
      }
    }
  }

  /// Erased people appear nowhere.
  private func expectForgotten(_ answer: [UInt8], _ method: String) throws {
    guard !model.privacy.erased.isEmpty else { return }
    let text = String(decoding: answer, as: UTF8.self)
    for who in model.privacy.erased.sorted() where text.contains(model.staff[who].name) {
      throw Trouble("\(method) names somebody who was erased")
    }
  }

  private func aQuery() -> (any Query)? {
    let code = (pick(model.cohorts.filter(\.isOpen)) ?? model.cohorts.first)?.code ?? .blank
    let who = model.staff[anyone()].reference
    let one = chance(50) ? who : nil
    switch dice.below(54) {
    case 0: return ListCohorts()
    case 1: return made(ShowCohort()) { $0.cohort = code }
    case 2: return made(ShowCriteria()) { $0.cohort = code }
    case 3: return made(ListNominations()) { $0.cohort = code }
    case 4:
      return made(ShowNomination()) {
        $0.cohort = code
        $0.nominee = who
      }
    case 5: return made(ShowMyCase()) { $0.cohort = code }
    case 6: return made(ListAssessments()) { $0.cohort = code }
    case 7: return made(ShowRanking()) { $0.cohort = code }
    case 8: return made(ShowSelection()) { $0.cohort = code }
    case 9: return made(ListSeats()) { $0.cohort = code }
    case 10:
      return made(ShowFeedback()) {
        $0.cohort = code
        $0.nominee = who
      }
    case 11: return made(ListLetters()) { $0.cohort = code }
    case 12:
      return made(ShowParticipant()) {
        $0.cohort = code
        $0.participant = one
      }
    case 13: return made(ShowProgress()) { $0.cohort = code }
    case 14: return made(ShowCalendar()) { $0.cohort = code }
    case 15:
      return made(ShowTimeline()) {
        $0.cohort = code
        $0.participant = one
      }
    case 16: return made(ListGatherings()) { $0.cohort = code }
    case 17: return made(ShowAttendance()) { $0.cohort = code }
    case 18: return made(ListWorkGroups()) { $0.cohort = code }
    case 19: return made(ShowWorkGroup()) { $0.cohort = code }
    case 20: return made(ListMentors()) { $0.cohort = code }
    case 21:
      return made(ShowPlan()) {
        $0.cohort = code
        $0.participant = one
      }
    case 22: return made(ListInternships()) { $0.cohort = code }
    case 23: return made(ListDialogues()) { $0.cohort = code }
    case 24: return made(ListDeviations()) { $0.cohort = code }
    case 25: return made(ListEntries()) { $0.cohort = code }
    case 26: return ListPeople()
    case 27: return made(ShowPerson()) { $0.person = who }
    case 28: return made(ListLooks()) { $0.person = one }
    case 29: return ListCentres()
    case 30: return ListRoles()
    case 31: return WhoAmI()
    case 32: return ListDuties()
    case 33: return made(ListAuditTrail()) { $0.limit = 50 }
    case 34: return made(ShowEvent()) { $0.position = self.dice.below(max(1, self.ledger.size)) }
    case 35: return ShowCheckpoint()
    case 36: return ListRules()
    case 37: return ShowStatus()
    case 38: return ShowProjections()
    case 39: return ListLogKeys()
    case 40:
      return made(ExplainPerson()) {
        $0.cohort = code
        $0.person = who
      }
    case 41: return made(ShowStatistics()) { $0.cohort = code }
    case 42: return ListRetention()
    case 43:
      return made(RenderLetter()) {
        $0.cohort = code
        $0.kind = self.pick(LetterKind.inOrder) ?? .information
        $0.person = one
      }
    case 44: return made(CheckLetter()) { $0.cohort = code }
    case 45: return made(ShowEntry()) { $0.cohort = code }
    case 46:
      return made(ReplayWhatIf()) {
        $0.cohort = code
        $0.supposed.criteria =
          self.chance(50) ? .ofTheProgramme([Rational(1, 2), Rational(1, 4), Rational(1, 4)]) : nil
        $0.supposed.algorithm = self.chance(50) ? .plainMeans : nil
      }
    case 47: return made(GiveAccessDocument()) { $0.person = one }
    case 48:
      return made(ExportBundle()) {
        $0.cohort = code
        $0.person = one
      }
    case 49: return ExamineService()
    case 50: return ShowMetrics()
    case 51: return ListBackups()
    case 52: return ShowProcessingRegister()
    default: return ListErasures()
    }
  }

  private func made<Q: Query>(_ query: Q, _ fill: (inout Q) -> Void) -> Q {
    var query = query
    fill(&query)
    return query
  }
}
