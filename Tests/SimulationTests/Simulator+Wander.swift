import Seeded
import TalentDomain
import TalentInterface

@testable import TalentService

// What nobody planned: anybody asks for anything, mostly in vain. The model says beforehand what comes of it.
extension Simulator {
  func wander(_ life: Life) async throws {
    guard let deed = try await anything(life) else { return }
    let errand = somebody(for: deed)
    var extras = Extras()
    if chance(8) { extras.dryRun = true }
    if errand.actor == nil, chance(30) {
      extras.expected = ledger.revision(of: stream(of: deed)) - (chance(50) ? 1 : 0)
    }
    let id = newID()
    extras.id = id
    let before = steps
    let isDone = try await perform(deed, by: errand.actor, for: errand.behalf, extras)
    guard steps > before, chance(12), !extras.dryRun, extras.expected == nil else { return }
    try await again(deed, errand, id, isDone: isDone, life)
  }

  /// The same id a second time: the same answer, and nothing happens; with another content it is refused.
  private func again(_ deed: Deed, _ errand: Errand, _ id: CommandID, isDone: Bool, _ life: Life) async throws {
    var options = CallOptions()
    options.behalf = errand.behalf.map { model.staff[$0].reference }
    options.id = id
    options.simulate = Simulation()
    options.simulate?.actor = errand.actor.map { model.staff[$0].reference }
    options.simulate?.at = Instant(milliseconds: now)
    guard isDone else { return }
    note("\(name(errand.actor)) sends \(deed.name) again, under the same id")
    steps += 1
    let reply = try await life.send(deed.command, options)
    let events = try ledger.take(life.daemon.log).filter {
      !["access.given.v1", "accesses.counted.v1"].contains($0.type)
    }
    guard events.isEmpty else { throw Trouble("\(deed.name) sent again appended \(events)") }
    // Whoever has lost the role meanwhile, by this very command perhaps, is told so.
    guard case .done = reply else {
      guard reply == .notPermitted || reply == .notFound else { throw Trouble("\(deed.name) sent again was \(reply)") }
      return
    }
    guard errand.actor == nil else { return }
    var other = RegisterCentre()
    other.name = "Et helt andet center"
    note("the administrator sends another command under that id")
    steps += 1
    let conflict = try await life.send(other, options)
    guard conflict == .conflict else { throw Trouble("another command under the id of \(deed.name) was \(conflict)") }
    guard try ledger.take(life.daemon.log).isEmpty else { throw Trouble("a conflict appended something") }
  }

  // MARK: Who

  /// Mostly somebody who might, else anybody; now and then in another's name.
  func somebody(for deed: Deed) -> Errand {
    let isAnybody = chance(25)
    if chance(6) { return Errand(deed: deed, actor: nil) }
    if isAnybody {
      return Errand(deed: deed, actor: anyone(), behalf: chance(15) ? anyone() : nil)
    }
    if let oneself = deed.gate.oneself, chance(50) { return Errand(deed: deed, actor: oneself) }
    let wearing = { (hats: Set<Hat>) -> [Who] in
      self.model.staff.indices.filter { !self.model.hats($0, in: deed.cohort).isDisjoint(with: hats) }
    }
    let principal = pick(wearing(deed.gate.who)) ?? anyone()
    guard !deed.gate.recorders.isEmpty, chance(30) else {
      let named = deed.named.filter { model.isEmployed($0) }
      if deed.gate.who == [.employee], chance(50), let one = pick(named) { return Errand(deed: deed, actor: one) }
      return Errand(deed: deed, actor: principal)
    }
    let recorder = pick(wearing(deed.gate.recorders)) ?? anyone()
    return Errand(deed: deed, actor: recorder, behalf: deed.gate.oneself == nil || chance(50) ? principal : nil)
  }

  /// Anybody at all, strangers and those who have left among them.
  func anyone() -> Who { dice.below(model.staff.count) }

  /// Somebody whom the cohort knows, or anybody.
  func ofCohort(_ state: CohortState) -> Who {
    let known =
      chance(60) ? Array(state.live.keys).sorted() : chance(50) ? state.participants : state.forms.compactMap(\.nominee)
    return chance(85) ? pick(known) ?? anyone() : anyone()
  }

  func day(_ today: CivilDate) -> CivilDate {
    today.adding(days: chance(12) ? dice.below(40) : -dice.below(12))
  }

  func date(_ today: CivilDate) -> CivilDate? { chance(60) ? nil : day(today) }

  // MARK: What

  func anything(_ life: Life) async throws -> Deed? {
    if chance(25) { return inOrganisation() }
    if chance(8) { return inPrivacy() }
    // Mostly a cohort that is going on.
    let going = model.cohorts.indices.filter { model.cohorts[$0].isOpen }
    guard let cohort = chance(95) ? pick(going) : pick(Array(model.cohorts.indices)) else { return inOrganisation() }
    _ = try await warm(cohort, life)
    let state = model.cohorts[cohort]
    switch dice.below(5) {
    case 0: return inSetup(cohort, state)
    case 1: return inNomination(cohort, state)
    case 2: return state.live.isEmpty ? inNomination(cohort, state) : inAssessment(cohort, state)
    case 3: return try await inDecision(cohort, state, life)
    default: return state.participants.isEmpty ? inAssessment(cohort, state) : inYear(cohort, state)
    }
  }

  private func inOrganisation() -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    let who = anyone()
    let job = aJob()
    switch dice.below(15) {
    case 0: return model.registerCentre(chance(80) ? model.centreName(dice.below(6)) : "Center \(steps)")
    case 1:
      // What was erased is not registered again: a new number is a new person.
      guard model.staff[who].isKnown || chance(20), !model.privacy.erased.contains(who) else { return nil }
      return model.register(
        who, chance(70) ? model.staff[who].name : "Nyt Navn \(steps)", chance(50) ? job : model.staff[who].job ?? job)
    case 2, 3: return model.recordEmployment(who, job, on: date(today))
    case 4: return isSpared(who) && chance(85) ? nil : model.endEmployment(who, on: date(today))
    case 5:
      // Nobody heads two centres: whose centre counts would hang on what the service calls them.
      let isFree = !model.centres.contains { $0.post(of: who) != nil }
      let centre = isFree ? dice.below(7) : model.centres.firstIndex { $0.post(of: who) != nil } ?? 0
      return model.appoint(who, chance(50) ? .chief : .deputy, of: centre, on: date(today))
    case 6: return model.vacate(chance(30) ? .chief : .deputy, of: dice.below(7), on: date(today))
    case 7: return model.bind(who, uid: chance(95) ? 200_000 + dice.below(60) : -1)
    case 8: return model.unbind(who)
    case 9, 10:
      guard let role = pick(Role.allCases), role != .auditor || chance(10) else { return nil }
      return model.grant(role, to: who, in: chance(50) ? dice.below(model.cohorts.count) : nil)
    case 11:
      guard let held = pick(model.staff.indices.filter { !model.staff[$0].roles.isEmpty }), chance(60) else {
        return model.revoke(.hr, from: who)
      }
      guard let role = model.staff[held].roles.sorted(by: { "\($0)" < "\($1)" }).first else { return nil }
      return model.revoke(role.role, from: held, in: role.cohort)
    case 12: return model.delegate(of: anyone(), to: who)
    case 13:
      let proxy = pick(model.proxies.sorted { ($0.to, $0.of) < ($1.to, $1.of) })
      return chance(60)
        ? proxy.map { model.endDelegation(of: $0.of, to: $0.to) } : model.endDelegation(of: anyone(), to: who)
    default: return model.inform(who, version: 1 + dice.below(2))
    }
  }

  /// Those without whom little would go on.
  private func isSpared(_ who: Who) -> Bool {
    !model.staff[who].roles.isEmpty || model.isLeading(who) || model.cohorts.contains { $0.live[who] != nil }
  }

  private func aJob() -> Staff.Job {
    let centre = chance(95) ? 2 + dice.below(4) : 6
    let leaders = model.staff.indices.filter { model.leadsSomebody($0) && model.staff[$0].job?.centre == centre }
    return Staff.Job(
      centre: centre, workplace: "Sted \(centre)-\(dice.below(3))", profession: pick(["lærer", "gartner"]) ?? "lærer",
      leader: chance(90) ? pick(leaders) : anyone(), hasLed: chance(20))
  }

  private func inPrivacy() -> Deed? {
    let who = chance(50) ? pick(model.staff.indices.filter { !model.isEmployed($0) }) ?? anyone() : anyone()
    let ground = pick(HoldGround.allCases) ?? .claim
    let isCertain = model.knowsWhatIsLeft(of: who)
    switch dice.below(10) {
    case 0: return isCertain ? model.requestErasure(of: who) : nil
    case 1, 2:
      let bases: [ErasureBasis] =
        [.objection, .unlawful, .legalClaims] + (model.hasNoPart(who) ? [.noLongerNecessary] : [])
      return isCertain ? model.decideErasure(of: who, granting: chance(70), pick(bases) ?? .objection) : nil
    case 3:
      let one = chance(70) ? pick(grantedErasures) ?? who : who
      return model.knowsWhatIsLeft(of: one) ? model.carryOutErasure(of: one) : nil
    case 4: return model.hold(who, ground)
    case 5: return model.liftHold(pick(model.privacy.holds.keys.sorted()) ?? who, ground)
    case 6: return model.clear(dice.below(model.cohorts.count))
    case 7, 8: return aPartOfACase()
    default: return model.concludeAudit(dice.below(model.cohorts.count))
    }
  }

  /// Of somebody who was nominated only the papers of the case are to go, or some of them; perhaps those that are gone.
  func aPartOfACase() -> Deed? {
    let nominated = model.staff.indices.filter {
      model.staff[$0].isKnown && model.wasNominated($0) && model.knowsWhatIsLeft(of: $0)
    }
    guard let who = pick(nominated) else { return nil }
    let kinds = Model.ofCases.sorted { $0.rawValue < $1.rawValue }
    let left = kinds.filter(model.caseClasses(of: who).contains)
    let chosen = Set((0...dice.below(3)).compactMap { _ in pick(chance(85) ? left : kinds) })
    guard !chosen.isEmpty else { return nil }
    return model.decideErasure(
      of: who, granting: chance(80), pick([.objection, .unlawful, .legalClaims]) ?? .objection, only: chosen)
  }

  private func inSetup(_ cohort: Int, _ state: CohortState) -> Deed? {
    let today = Clock.day(of: max(now, ledger.now))
    guard cohort < calendars.count else { return model.changeSeats(to: 3, in: cohort) }
    let calendar = calendars[cohort]
    switch dice.below(7) {
    case 0:
      var other = calendar
      if chance(50) { other.seats = chance(50) ? 0 : 301 } else { other.mbti = other.deadline }
      return model.open(cohort, chance(50) ? calendar : other)
    case 1:
      var values = state.rules(on: today)
      if chance(20) { values.points = 0 }
      let version = chance(50) ? "\(state.code.value).1" : "v\(steps)"
      return model.adopt(version, values, from: today.adding(days: dice.below(4) - 1), in: cohort)
    case 2:
      return model.publishCriteria(
        chance(50) ? .ofTheProgramme() : .ofTheProgramme([Rational(1, 2), Rational(1, 2), Rational(1, 4)]), in: cohort)
    case 3:
      let all = calendar.gatherings
      let chosen = chance(30) ? all : chance(50) ? Array(all.dropLast()) : all.reversed()
      return model.publishProgramme(chosen, in: cohort)
    case 4:
      guard let gathering = pick(state.gatherings) else { return nil }
      let starts = LocalTime(
        date: gathering.date.adding(days: dice.below(5) - 1), time: TimeOfDay(seconds: 9 * 3600))
      let ends = LocalTime(date: starts.date.adding(days: chance(80) ? 2 : -1), time: TimeOfDay(seconds: 16 * 3600))
      return model.reschedule(chance(90) ? gathering.number : 9, from: starts, to: ends, in: cohort)
    case 5: return model.extendDeadline(to: state.deadline.adding(days: dice.below(8) - 2), in: cohort)
    default:
      return model.changeSeats(to: chance(60) ? max(1, state.seats + dice.below(3) - 1) : dice.below(400), in: cohort)
    }
  }
}
