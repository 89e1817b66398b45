import Seeded
import TalentDomain
import TalentInterface

@testable import TalentService

// What nobody planned, by the stage of a cohort that it belongs to.
extension Simulator {
  func inNomination(_ cohort: Int, _ state: CohortState) -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    let who = chance(50) ? ofCohort(state) : anyone()
    switch dice.below(11) {
    case 0: return model.talk(with: who, on: day(today), chance(50) ? .leader : .employee, in: cohort)
    case 1: return model.confirmInterest(of: who, on: day(today), in: cohort)
    case 2, 3:
      // Whole, and perhaps too late.
      return model.submit(chance(30) ? paper(today) : aPaper(today), of: who, in: cohort)
    case 4:
      let incomplete = state.forms.indices.filter { state.forms[$0].isIncomplete }
      guard let form = chance(80) ? pick(incomplete) : pick(Array(state.forms.indices)), let id = formID(cohort, form)
      else {
        return nil
      }
      let nominee = chance(90) ? state.forms[form].nominee ?? who : who
      return model.complete(form, id, chance(70) ? paper(today) : aPaper(today), of: nominee, in: cohort)
    case 5:
      return model.amend(
        chance(60) ? paper(today) : aPaper(today), of: who, version: chance(50) ? nil : 1 + dice.below(3), in: cohort)
    case 6: return chance(30) ? model.withdraw(who, .byCentre, in: cohort) : nil
    case 7: return model.receive(who, in: cohort)
    case 8: return model.confirmEligibility(of: who, in: cohort)
    case 9:
      return model.rejectEligibility(
        of: who, chance(50) ? .formerLeader : .other, chance(80) ? "Se sagen." : " ", in: cohort)
    default:
      // Not of somebody whom nobody has registered: the model has no place for them.
      guard let form = pick(state.forms.indices.filter { state.forms[$0].nominee != nil }),
        let id = formID(cohort, form)
      else { return nil }
      return model.admitLate(form, id, in: cohort)
    }
  }

  /// A form as it may come: mostly something is wrong with it.
  func aPaper(_ today: CivilDate) -> Paper {
    var paper = paper(today)
    switch dice.below(12) {
    case 0: paper.interest = false
    case 1: paper.engagement = false
    case 2: paper.ambition = false
    case 3: paper.field = nil
    case 4, 5: paper.answers = pick(Paper.Answers.allCases) ?? .missing
    case 6: paper.talk = nil
    case 7: paper.interestOn = today.adding(days: 3)
    case 8: paper.priority = 0
    case 9: paper.talk = today
    default: break
    }
    if chance(20) {
      paper.handedIn = LocalTime(date: day(today), time: TimeOfDay(seconds: 12 * 3600))
    }
    return paper
  }

  func inAssessment(_ cohort: Int, _ state: CohortState) -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    let nominee = ofCohort(state)
    let assessor = pick(able(.assessor)) ?? anyone()
    let pair = CohortState.Pair(nominee: nominee, assessor: assessor)
    switch dice.below(11) {
    case 0: return model.assign(chance(80) ? assessor : anyone(), to: chance(30) ? [] : [nominee], in: cohort)
    case 1:
      guard chance(40) else { return nil }
      return model.declareConflict(of: chance(50) ? nil : assessor, towards: nominee, in: cohort)
    case 2:
      guard let index = pick(Array(state.conflicts.indices)), let id = conflictID(cohort, index) else { return nil }
      return model.rule(on: index, id, upheld: chance(40), in: cohort)
    case 3, 4:
      return model.score(
        nominee, 1 + dice.below(6), pick(Basis.allCases) ?? .both, dice.below(7) - 1, in: cohort)
    case 5, 6:
      let old = state.scores[pair]?[1 + dice.below(5)] ?? .init(basis: .demonstrated, points: 2)
      let question = state.scores[pair]?.keys.sorted().first ?? 1
      let stands = state.scores[pair]?[question] ?? old
      return model.revise(
        nominee, question, from: chance(70) ? stands : old, to: .init(basis: .demonstrated, points: dice.below(5)),
        reason: chance(85) ? "Regnet forkert." : " ", in: cohort)
    case 7:
      return chance(40) ? model.void(nominee, by: assessor, chance(70) ? 1 + dice.below(5) : nil, in: cohort) : nil
    case 8: return model.calibrate([assessor, chance(80) ? anyone() : assessor], on: day(today), in: cohort)
    case 9: return model.closeScoring(in: cohort)
    default: return model.rank(in: cohort)
    }
  }

  func inDecision(_ cohort: Int, _ state: CohortState, _ life: Life) async throws -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    let who = ofCohort(state)
    switch dice.below(15) {
    case 0, 1:
      let standing = try await ranking(cohort, life)?.standing ?? .init(order: state.eligible, openTies: [])
      var order = standing.byPlaces
      if chance(50) { order.shuffle(using: &dice) }
      if chance(20) { order.append(who) }
      let count = max(0, state.seats + dice.below(3) - 1)
      let selected = Array(order.prefix(count))
      let grounded = chance(50) ? order.filter { standing.order.contains($0) } : []
      return model.propose(
        selected, reserve: Array(order.dropFirst(count).prefix(dice.below(3))), departing: grounded, by: standing,
        in: cohort)
    case 2, 3:
      let digest = try await warm(cohort, life)?.state.selection.proposal?.digest
      let isCurrent = digest != nil && chance(80)
      let other = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank
      if chance(30) { return model.sendBack(isCurrent ? digest ?? other : other, isCurrent: isCurrent, in: cohort) }
      let board = able(.board)
      return model.approve(
        isCurrent ? digest ?? other : other, isCurrent: isCurrent,
        present: chance(80) ? Array(board.prefix(2)) : [anyone()],
        on: day(today), in: cohort)
    case 4: return model.offer(who, in: cohort)
    case 5: return model.accept(who, on: date(today), in: cohort)
    case 6: return model.decline(who, on: date(today), in: cohort)
    case 7: return model.lapse(who, in: cohort)
    case 8: return model.promote(chance(30) ? nil : who, in: cohort)
    case 9: return model.lapseReserve(who, early: chance(20), in: cohort)
    case 10:
      return chance(10)
        ? model.leave(who, on: date(today), in: cohort) : model.putOff(anyone(), promising: chance(50), in: cohort)
    case 11: return model.notify(who, chance(90) ? "Andre stod stærkere." : " ", in: cohort)
    case 12: return model.giveFeedback(who, answers: chance(60) ? 4 : dice.below(4), on: date(today), in: cohort)
    case 13:
      return chance(50)
        ? model.complain(who, chance(90) ? "Jeg er ikke enig." : "", in: cohort)
        : model.answerComplaint(of: who, in: cohort)
    default: return model.note(on: chance(70) ? who : nil, date: date(today), in: cohort)
    }
  }

  func inYear(_ cohort: Int, _ state: CohortState) -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    let who = ofCohort(state)
    let other = anyone()
    let days =
      pick([Rational(1), Rational(1, 2), Rational(3, 4), Rational(1, 3), Rational(11), Rational(0)]) ?? Rational(1)
    let minutes = pick([30, 45, 60, 50, 0, 1500]) ?? 60
    switch dice.below(20) {
    case 0: return model.attend(1 + dice.below(5), chance(60) ? [who] : [], days: chance(60) ? nil : days, in: cohort)
    case 1: return model.answerMBTI([who], on: day(today), in: cohort)
    case 2: return model.attendMBTI(chance(80) ? [who] : [who, other], on: day(today), in: cohort)
    case 3: return model.formGroup([who, other], in: cohort)
    case 4: return model.join(dice.below(3), [who], in: cohort)
    case 5: return model.meet(dice.below(3), chance(60) ? [] : [who], on: day(today), days, in: cohort)
    case 6: return model.workAlone(who, on: day(today), days, in: cohort)
    case 7: return model.registerMentor(other, in: cohort)
    case 8: return model.match(who, with: pick(state.year.mentors.sorted()) ?? other, on: date(today), in: cohort)
    case 9:
      return chance(30)
        ? model.endMatch(of: who, on: date(today), in: cohort) : model.agree(who, on: date(today), in: cohort)
    case 10: return model.meetMentor(who, on: day(today), minutes: minutes, in: cohort)
    case 11:
      return model.agreeInternship(
        who, with: other, from: day(today), to: day(today).adding(days: 5), chance(70) ? Rational(2) : days, in: cohort)
    case 12: return model.logInternship(who, on: day(today), days, in: cohort)
    case 13: return model.plan(who, purpose: chance(70), benefit: chance(70), goals: dice.below(3), in: cohort)
    case 14: return model.progress(who, goal: dice.below(4), .halfway, in: cohort)
    case 15: return model.talkGoals(who, with: chance(60) ? nil : other, on: day(today), minutes: minutes, in: cohort)
    case 16: return entryDeed(cohort, state, today, days)
    case 17: return entryDeed(cohort, state, today, days)
    case 18:
      return chance(50) ? model.complete(who, grounded: chance(40), in: cohort) : model.certify(who, in: cohort)
    default:
      return chance(30)
        ? model.revokeCertificate(of: who, in: cohort) : model.outcome(who, .stayed, on: day(today), in: cohort)
    }
  }

  func entryDeed(_ cohort: Int, _ state: CohortState, _ today: CivilDate, _ days: Rational) -> Deed? {
    guard let index = pick(Array(state.year.entries.indices)), let id = entryID(cohort, index) else { return nil }
    let entry = state.year.entries[index]
    let old =
      chance(85) ? (date: entry.date, amount: entry.amount) : (date: entry.date.adding(days: 1), amount: entry.amount)
    switch dice.below(5) {
    case 0, 1: return model.confirm(index, id, in: cohort)
    case 2: return model.void(index, id, from: old, inWords: chance(60), in: cohort)
    default:
      let new = (
        date: chance(50) ? old.date : old.date.adding(days: dice.below(5) - 2), amount: chance(50) ? old.amount : days
      )
      return model.correct(index, id, from: old, to: new, inWords: chance(60), in: cohort)
    }
  }
}
