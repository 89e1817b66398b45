import Seeded
import TalentDomain

// What the participants' year asks for.
extension Simulator {
  func year(_ cohort: Int, _ state: CohortState, _ life: Life, _ today: CivilDate) async throws -> [Errand] {
    guard today >= state.kickOff else { return [] }
    _ = try await warm(cohort, life)
    var errands: [Errand] = []
    let hr = able(.hr)
    func byHR(_ deed: Deed) { if let who = pick(hr) { errands.append(Errand(deed: deed, actor: who)) } }
    for gathering in state.gatherings where gathering.date <= today {
      byHR(model.attend(gathering.number, [], in: cohort))
    }
    let people = state.participants
    let free = people.filter { state.year.group(of: $0) == nil }
    if free.count >= 2 { byHR(model.formGroup(Array(free.prefix(4)), in: cohort)) }
    if let one = free.first, !state.year.groups.isEmpty {
      byHR(model.join(dice.below(state.year.groups.count), [one], in: cohort))
    }
    for who in people { errands += participant(who, cohort, state, today, hr) }
    for (index, entry) in state.year.entries.enumerated() where !entry.isConfirmed && !entry.isVoided {
      guard let other = entry.counterpart, other != entry.recorder, let id = entryID(cohort, index) else { continue }
      errands.append(Errand(deed: model.confirm(index, id, in: cohort), actor: other))
    }
    if chance(2), let one = pick(people), let hr = pick(hr) {
      let deed = chance(50) ? model.leave(one, in: cohort) : model.putOff(one, promising: false, in: cohort)
      errands = [Errand(deed: deed, actor: hr)]
    }
    if chance(8), let index = pick(Array(year(state))), let id = entryID(cohort, index), let hr = pick(hr) {
      let entry = state.year.entries[index]
      let old = (date: entry.date, amount: entry.amount)
      let inWords = ![.mentor, .mbti].contains(entry.kind.track)
      let half = entry.kind.track.unit == .days ? Rational(1, 2) : Rational(3, 4)
      let deed =
        chance(30)
        ? model.void(index, id, from: old, inWords: inWords, in: cohort)
        : model.correct(index, id, from: old, to: (old.date, half), inWords: inWords, in: cohort)
      errands = [Errand(deed: deed, actor: chance(50) ? hr : entry.recorder)]
    }
    if today > state.lastDay {
      for who in people {
        byHR(model.complete(who, grounded: true, in: cohort))
        byHR(model.certify(who, in: cohort))
      }
    }
    return errands
  }

  /// What stands and may be corrected.
  private func year(_ state: CohortState) -> [Int] {
    state.year.entries.indices.filter { !state.year.entries[$0].isVoided }
  }

  private func participant(
    _ who: Who, _ cohort: Int, _ state: CohortState, _ today: CivilDate, _ hr: [Who]
  ) -> [Errand] {
    var errands: [Errand] = []
    func own(_ deed: Deed) { errands.append(Errand(deed: deed, actor: who)) }
    func byHR(_ deed: Deed) { if let one = pick(hr) { errands.append(Errand(deed: deed, actor: one)) } }
    let year = state.year
    if !year.has(.mbtiQuestionnaire, who) { own(model.answerMBTI([who], on: today, in: cohort)) }
    if !year.has(.mbtiFeedback, who) { byHR(model.attendMBTI([who], on: today, in: cohort)) }
    if year.plans[who] == nil {
      own(model.plan(who, purpose: true, benefit: true, goals: 2, in: cohort))
    } else if chance(2) {
      own(model.progress(who, goal: 1, .started, in: cohort))
    }
    if let index = year.liveMatch(of: who) {
      let match = year.matches[index]
      if match.agreedByParticipant == nil { own(model.agree(who, in: cohort)) }
      if match.agreedByMentor == nil { errands.append(Errand(deed: model.agree(who, in: cohort), actor: match.mentor)) }
      if chance(10), count(.mentorMeeting, who, year) < 4 {
        own(model.meetMentor(who, on: today, minutes: 60, in: cohort))
      }
    } else if let mentor = pick(leaders(outside: who)) {
      byHR(
        year.mentors.contains(mentor)
          ? model.match(who, with: mentor, in: cohort) : model.registerMentor(mentor, in: cohort))
    }
    if chance(10), count(.dialogue, who, year) < 5 {
      own(model.talkGoals(who, with: nil, on: today, minutes: 45, in: cohort))
    }
    if let group = year.group(of: who), chance(4) {
      own(model.meet(group, [], on: today, Rational(1), in: cohort))
      own(model.workAlone(who, on: today, Rational(1), in: cohort))
    }
    if let agreed = year.internships.last(where: { $0.participant == who }) {
      if count(.internshipDay, who, year) < 2, today >= agreed.from {
        own(model.logInternship(who, on: today, Rational(1), in: cohort))
      }
    } else if let host = pick(leaders(outside: who)) {
      let from = state.kickOff.adding(days: 200)
      own(model.agreeInternship(who, with: host, from: from, to: from.adding(days: 12), Rational(2), in: cohort))
    }
    return errands
  }

  private func count(_ kind: EntryKind, _ who: Who, _ year: YearState) -> Int {
    year.live(who).count { $0.kind == kind }
  }

  private func leaders(outside who: Who) -> [Who] {
    model.staff.indices.filter { model.isEmployed($0) && model.leadsSomebody($0) && !model.areOfOneLine($0, who) }
  }
}
