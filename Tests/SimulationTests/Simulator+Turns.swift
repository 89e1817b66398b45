import EventLog
import Projections
import Seeded
import TalentDomain
import TalentInterface
import Transparency

@testable import TalentService

// What befalls the service: crashes in the middle of a commit or an erasure, views built anew, keys changed, imports by several
// at once.
extension Simulator {
  /// A command in whose midst the service died: its sender never heard.
  struct Unheard {
    let deed: Deed
    let actor: Who?
    let behalf: Who?
    let options: CallOptions
    let moment: Moment
    let point: CrashPoint
    /// Whether the service went on unharmed.
    var isOfThisLife = false
  }

  /// Sends a command, and has the machine die at a point of its way.
  /// - Returns: whether it did; a command that appends nothing passes no such point.
  func crash(_ life: Life) async throws -> Bool {
    guard let errand = try await errandBeforeCrash(life) else { return false }
    let isErasure = errand.deed.command is CarryOutErasure
    let point = pick(isErasure && chance(80) ? CrashPoint.ofErasure : CrashPoint.ofCommit) ?? .committed
    let moment = nextMoment(errand.actor, errand.behalf)
    let options = options(moment, Extras())
    note("the service dies (\(point.rawValue)) while \(name(errand.actor)) sends \(errand.deed.name)")
    // What the command needs to know is read beforehand: that is a turn of the writer's too, and not the one to die in.
    _ = try await life.daemon.memory(with: model.cohorts.map(\.code))
    life.crash.arm(point, after: 0, from: quarters.home, to: quarters.next)
    _ = try await life.send(errand.deed.command, options)
    life.crash.disarm()
    guard let copy = life.crash.copy else {
      // It went its way unharmed: the same id again says how.
      try await settle(
        Unheard(
          deed: errand.deed, actor: errand.actor, behalf: errand.behalf, options: options, moment: moment,
          point: .projected,
          isOfThisLife: true),
        life)
      return false
    }
    unheard = Unheard(
      deed: errand.deed, actor: errand.actor, behalf: errand.behalf, options: options, moment: moment, point: point)
    moving = copy
    return true
  }

  private func errandBeforeCrash(_ life: Life) async throws -> Errand? {
    if chance(40), let who = pick(grantedErasures) {
      return Errand(deed: model.carryOutErasure(of: who), actor: nil)
    }
    if chance(60), let errand = try await planned(life) { return errand }
    return try await anything(life).map { somebody(for: $0) }
  }

  /// What was not heard is found as a whole or not at all, and the same id sent again is answered as if nothing had been.
  func settle(_ unheard: Unheard, _ life: Life) async throws {
    let deed = unheard.deed
    let outlook = model.outlook(deed, unheard.moment)
    let events = try ledger.take(life.daemon.log)
    let own = events.filter { $0.stream != "record" && !deed.afterwards.contains($0.type) }.map(\.type)
    let wanted: [String] =
      switch outlook {
      case .done(let types, _): types
      case .refused(_, let kept): kept
      default: []
      }
    let isThere = unheard.point != .appended
    guard own.filter({ $0 != "deviation.flagged.v1" }) == (isThere ? wanted : []) else {
      throw Trouble(
        "after a crash (\(unheard.point.rawValue)) \(deed.name) had left \(own), not \(isThere ? wanted : [])")
    }
    steps += 1
    note("\(name(unheard.actor)) sends \(deed.name) again, not having heard: \(outlook)")
    let reply = try await life.send(deed.command, unheard.options)
    let after = try ledger.take(life.daemon.log).filter { $0.stream != "record" && !deed.afterwards.contains($0.type) }
    guard after.map(\.type).filter({ $0 != "deviation.flagged.v1" }) == (isThere ? [] : wanted) else {
      throw Trouble("\(deed.name) sent again after a crash (\(unheard.point.rawValue)) appended \(after)")
    }
    let isRight =
      switch (outlook, reply) {
      case (.done(let types, _), .done(let got, _)): got.filter { $0 != "deviation.flagged.v1" } == types
      case (.refused(let rules, _), .refused(let got)): rules == Set(got)
      case (.notFound, .notFound), (.notPermitted, .notPermitted), (.invalid, .invalid): true
      // Of whoever is gone meanwhile nothing can be said.
      case (.done, .notFound):
        deed.command is CarryOutErasure && deed.named.allSatisfy { model.privacy.granted[$0]?.classes == nil }
      default: false
      }
    guard isRight else {
      throw Trouble("\(deed.name) sent again after a crash: the model says \(outlook), the service \(reply)")
    }
    refusals.forgive(unheard, reply, isThere: isThere && !unheard.isOfThisLife)
    _ = apply(deed, outlook, reply, unheard.moment)
  }

  // MARK: Upkeep

  func upkeep(_ life: Life) async throws {
    switch dice.below(7) {
    case 0:
      note("the administrator builds the views anew")
      guard case .told(let rebuilt) = try await life.ask(RebuildProjections(), as: nil) else {
        throw Trouble("the views could not be built anew")
      }
      guard let last = rebuilt.last, last.digest != nil, last.digest == last.before else {
        throw Trouble("views built anew differ from those that were kept up")
      }
    case 1:
      note("the administrator changes the log's key")
      var rotate = RotateLogKey()
      rotate.overlapDays = dice.below(3)
      _ = try await life.ask(rotate, as: nil, at: Instant(milliseconds: now))
    case 2:
      note("the administrator changes the master key")
      guard case .told = try await life.ask(RotateMasterKey(), as: nil, at: Instant(milliseconds: now)) else {
        throw Trouble("the master key could not be changed")
      }
    case 3: try await importTogether(life)
    case 4: try await flood()
    case 5: try await backUp(life)
    default: try verify()
    }
    for event in try ledger.take(life.daemon.log) where event.stream != "record" {
      throw Trouble("upkeep appended \(event)")
    }
    steps += 1
  }

  /// A backup is of this very log, and verifies.
  private func backUp(_ life: Life) async throws {
    note("the administrator makes a backup")
    guard case .told(let steps) = try await life.ask(MakeBackup(), as: nil), let made = steps.last?.backup else {
      throw Trouble("no backup could be made")
    }
    let root = ledger.root(at: made.size).flatMap { Digest(Base64URL.encode($0.bytes)) }
    guard made.verified, made.problems.isEmpty, made.log, made.keys, made.root == root else {
      throw Trouble("a backup of \(made.size) events does not verify: \(made.problems.map(\.value))")
    }
  }

  /// Reads all files as an auditor would who trusts nobody.
  func verify() throws {
    note("somebody verifies the log's files")
    let report: VerificationReport
    do {
      report = try LogVerifier.verify(folder: quarters.state, register: quarters.register)
    } catch {
      throw Trouble("the log could not be verified: \(error)")
    }
    guard report.isIntact, report.vaultClosed == nil else {
      let findings = report.findings.prefix(5).map { "\($0.flaw) at \($0.position ?? -1)" }
      throw Trouble("the log does not verify: \(findings) \(report.vaultClosed.map { "\($0)" } ?? "")")
    }
  }

  /// An auditor judges a whole cohort again: every event within the rules.
  func replay(_ life: Life) async throws {
    for cohort in model.cohorts where cohort.isOpen {
      var replay = ReplayCohort()
      replay.cohort = cohort.code
      guard let auditor = pick(able(.auditor)) else { return }
      note("\(name(auditor)) replays \(cohort.code.value)")
      let asked = try await life.ask(replay, as: model.staff[auditor].number)
      // Also an auditor is kept out of a case of their own.
      if case .not = asked, model.cohorts.contains(where: { $0.live[auditor] != nil }) { continue }
      guard case .told(let pages) = asked else { throw Trouble("\(cohort.code.value) was not replayed: \(asked)") }
      guard pages.contains(where: { $0.summary?.isClean == true }) else {
        let finding = pages.flatMap(\.findings).first.map { String(decoding: $0.canonical, as: UTF8.self) }
        throw Trouble("the replay of \(cohort.code.value) finds \(finding ?? "what it works out otherwise")")
      }
    }
    for event in try ledger.take(life.daemon.log) where event.stream != "record" {
      throw Trouble("a replay appended \(event)")
    }
  }

  /// Somebody asks for the same wrong thing in seventy ways within minutes.
  private func flood() async throws {
    guard let cohort = pick(model.cohorts.indices.filter { model.cohorts[$0].isOpen }) else { return }
    guard chance(25), let chief = pick(model.centres.compactMap(\.chief)) else {
      let officer = pick(able(.hr)) ?? 0
      for seats in 301...370 {
        try await perform(model.changeSeats(to: seats, in: cohort), by: pick(able(.board)) ?? officer)
      }
      return
    }
    let today = Clock.day(of: max(now, ledger.now))
    for priority in 301...370 {
      var paper = paper(today)
      paper.priority = priority
      try await perform(model.submit(paper, of: chief, in: cohort), by: chief)
    }
  }

  /// Three offices bring the register up to date at the same time, while the views are built anew.
  private func importTogether(_ life: Life) async throws {
    let time = Instant(milliseconds: max(now, ledger.now))
    note("three imports at the same time")
    var batches: [[(deed: Deed, options: CallOptions)]] = [[], [], []]
    for index in 0..<15 {
      let who = model.staff.count
      let number = "\(50_000 + who)"
      model.staff.append(Staff(number: number, name: "Fornavn Efternavn \(number)"))
      let centre = 2 + dice.below(4)
      let job = Staff.Job(
        centre: centre, workplace: "Sted \(centre)-\(index % 3)", profession: "gartner",
        leader: model.centres[centre].chief,
        hasLed: false)
      var options = CallOptions()
      options.id = newID()
      options.simulate = Simulation()
      options.simulate?.at = time
      batches[index % 3].append((model.register(who, model.staff[who].name, job), options))
    }
    let rows = batches
    try await withThrowingTaskGroup(of: Void.self) { group in
      for batch in rows {
        let (commands, options) = (batch.map(\.deed.command), batch.map(\.options))
        group.addTask {
          for reply in try await life.importRows(commands, options) {
            guard case .done(let events, _) = reply, events.count == 2 else { throw Trouble("a row was \(reply)") }
          }
        }
      }
      group.addTask { _ = try await life.ask(RebuildProjections(), as: nil) }
      try await group.waitForAll()
    }
    let moment = Moment(
      actor: nil, behalf: nil, received: time.milliseconds, recorded: time.milliseconds,
      today: Clock.day(of: time.milliseconds), receivedDay: Clock.day(of: time.milliseconds))
    for (deed, _) in rows.joined() { deed.effect(&model, moment) }
    let types = try ledger.take(life.daemon.log).filter { $0.stream == "organisation" }.map(\.type)
    let wanted = ["person.registered.v1": 15, "employment.recorded.v1": 15]
    guard Dictionary(grouping: types, by: { $0 }).mapValues(\.count) == wanted else {
      throw Trouble("three imports at the same time left \(types)")
    }
    steps += 15
  }
}
