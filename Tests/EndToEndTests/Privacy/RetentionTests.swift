import TalentDomain
import Testing

/// What becomes due as the years go by, who decides it, and what holds it.
struct RetentionTests {
  @Test func `a run grants what is due, one decision a person, and names what is held and by what`() throws {
    try withTalentd { daemon in
      let years = try Years(daemon)
      let dpo = Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00")

      // Before anybody has cleared anything the periods have passed, and everything is held.
      let held = try dpo.run("retention", "list", "--due")
      #expect(held.status == 0 && held.output.contains("arkivloven"), "\(held.error)")
      #expect(held.output.contains("2030-03-16"), "three years from the letter: \(held.output)")
      #expect(!held.output.contains("110 Medarbejder 110"), "whose case is open is not due")
      let nothing = try dpo.run("retention", "run", "--dry-run")
      #expect(nothing.status == 0 && nothing.output.contains("Nothing has passed its period that nothing holds."))
      try years.clear()

      let size = try years.size()
      let rehearsed = try dpo.run("retention", "run", "--dry-run")
      #expect(rehearsed.status == 0, "\(rehearsed.error)")
      for name in ["131 Medarbejder 131", "133 Medarbejder 133"] { #expect(rehearsed.output.contains(name)) }
      #expect(rehearsed.output.contains("Dry run; nothing is decided."))
      #expect(try years.hr().trail(from: size).withoutLooks.isEmpty)

      let run = try dpo.run("retention", "run")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains("Granted for erasure:") && run.output.contains("Past its period, and held:"))
      #expect(run.output.contains("on legal hold"))
      let decided = try years.hr().trail(from: size).filter { $0.type == "erasure.decided.v1" }
      #expect(decided.count == 2, "131 has left, and goes wholly; 133 works here still, and only the case goes")
      #expect(decided.allSatisfy { $0.actor.number?.value == Cast.dpo })

      // The same again finds nothing more; who carries it out is another.
      let again = try dpo.run("retention", "run")
      #expect(again.status == 0 && again.output.contains("Nothing has passed"), "\(again.output) \(again.error)")
      let list = try dpo.run("person", "erasure", "list", "--output", "json")
      let erasures = try ErasureList(canonical: Array(list.output.utf8.dropLast()))
      let granted = erasures.erasures.filter { $0.status == .granted }
      #expect(granted.map { $0.person?.number?.value ?? "" }.sorted() == ["131", "133"])
      #expect(granted.allSatisfy { $0.basis == .noLongerNecessary })
      let classes = Dictionary(uniqueKeysWithValues: granted.map { ($0.person?.number?.value ?? "", $0.classes) })
      #expect(classes["131"] == RetentionClass.allCases)
      #expect(classes["133"] == [.assessment, .feedback, .nomination, .programme, .selection])
      #expect(erasures.holds.map { $0.person.number?.value } == ["132"])
    }
  }

  @Test
  func `all that is granted is carried out by one command, with a receipt; what is held and what is needed stays`()
    throws
  {
    try withTalentd { daemon in
      let years = try Years(daemon)
      try years.clear()
      let dpo = Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00")
      #expect(try dpo.run("retention", "run").status == 0)
      let (talentctl, later) = (Talentctl(daemon), at("2031-06-01 13:00:00"))
      let all = ["person", "erasure", "carry-out", "--all"]

      let rehearsed = try talentctl.run(all + ["--dry-run"], at: later)
      #expect(rehearsed.status == 0 && rehearsed.output.contains("Dry run; nothing is erased."), "\(rehearsed.error)")
      let done = try talentctl.run(all, at: later)
      #expect(done.status == 0, "\(done.error)")
      #expect(done.output.contains("Erased:") && done.output.contains("It cannot be undone"), "\(done.output)")
      #expect(done.output.contains("Backups of keys live at most 30 days"))
      #expect(!done.output.contains("Medarbejder 131"), "a receipt names nobody any more")

      let evening = Hand(daemon, Cast.dpo, at: "2031-06-01 18:00:00")
      let list = try evening.run("person", "erasure", "list", "--output", "json")
      let erasures = try ErasureList(canonical: Array(list.output.utf8.dropLast()))
      #expect(erasures.erasures.map(\.status) == [.done, .done])
      #expect(erasures.erasures.allSatisfy { $0.person == nil && $0.day == date("2031-06-01") })
      #expect(try Set(evening.retention(due: true).lines.compactMap { $0.person.number?.value }) == ["132"])
      // 131 is nobody any more, and 133 goes on working here, without the case.
      #expect(try evening.run("person", "show", "131").status == 3)
      #expect(try evening.run("person", "show", "133").status == 0)
      let kept = try evening.retention(due: false).lines.filter { $0.person.number?.value == "133" }
      #expect(kept.map(\.classes) == [[.account, .employment, .link, .record]])
      #expect(try talentctl.run(all, at: at("2031-06-01 19:00:00")).output.contains("No erasure was granted."))
      let replay = try Hand(daemon, Cast.auditor, at: "2031-06-02 12:00:00").run("audit", "replay", "2027")
      #expect(replay.status == 0, "\(replay.output)")
    }
  }

  @Test func `duties say what waits for whom: the month of a request, what is due, what is granted, an old hold`()
    throws
  {
    try withTalentd { daemon in
      let years = try Years(daemon)
      try years.clear()
      let dpo = Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00")
      var request = RequestErasure()
      request.person = PersonRef(given: "130")
      request.received = date("2031-04-20")
      try years.hr().send(request)
      let duties = try dpo.run("duty", "list", "--mine", "--language", "da")
      #expect(duties.status == 0, "\(duties.error)")
      // Received on 20 April, to be answered by 20 May: twelve days ago.
      #expect(duties.output.contains("afgør en anmodning om sletning"), "\(duties.output)")
      #expect(duties.output.contains("20-05-2031") && duties.output.contains("12 dage"), "\(duties.output)")
      #expect(duties.output.contains("afgør udløbne opbevaringsfrister"))
      #expect(duties.output.contains("tag stilling til en spærring"))
      #expect(!duties.output.contains("gennemfør en bevilget sletning"))

      #expect(try dpo.run("retention", "run").status == 0)
      let administrator = try Talentctl(daemon).run("duty", "list", at: at("2031-06-01 12:10:00"))
      #expect(administrator.output.contains("carry out a granted erasure"), "\(administrator.output)")
      let employee = try Hand(daemon, "110", at: "2031-06-01 12:10:00").run("duty", "list")
      #expect(!employee.output.contains("erasure"))
    }
  }

  @Test func `a list by a day that lies ahead says what will be due then`() throws {
    try withTalentd { daemon in
      let years = try Years(daemon)
      try years.clear()
      let dpo = Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00")
      let now = try dpo.retention(due: true)
      #expect(Set(now.lines.compactMap { $0.person.number?.value }) == ["131", "132", "133"])
      let earlier = try dpo.run("retention", "list", "--due", "--on", "2030-03-16")
      #expect(earlier.output.contains("Nothing to show."), "the last day is kept: \(earlier.output)")
      let all = try dpo.retention(due: false)
      let open = try #require(all.lines.first { $0.person.number == "110" && $0.classes.contains(.nomination) })
      #expect(open.until == nil && open.grounds.map(\.outcome) == [.open] && open.holds.contains(.openCase))
      let employed = try #require(all.lines.first { $0.person.number == "133" && $0.classes.contains(.employment) })
      #expect(employed.until == nil && employed.classes == [.account, .employment, .link, .record])
    }
  }

  @Test func `a cohort that is cold is looked at like any other, and as of then`() throws {
    try withTalentd { daemon in
      _ = try Years(daemon)
      let before = try Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00").retention(due: true)
      try daemon.stop()
      try daemon.start()
      #expect(try Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00").retention(due: true) == before)
      let then = try Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00").run(
        "retention", "list", "--due", "--at", "2027-03-16")
      #expect(then.status == 0 && then.output.contains("Nothing to show."), "\(then.output) \(then.error)")
    }
  }

  @Test func `a replay finds nothing against the rules in decisions as they are made, and names one made around them`()
    async throws
  {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let years = try Years(daemon)
    try years.clear()
    #expect(try Hand(daemon, Cast.dpo, at: "2031-06-01 12:00:00").run("retention", "run").status == 0)
    let clean = try Hand(daemon, Cast.auditor, at: "2031-06-02 12:00:00").run("audit", "replay", "2027")
    #expect(clean.status == 0, "\(clean.output) \(clean.error)")

    // Somebody grants the erasure of what the archives still want, and of their own data.
    let reader = try daemon.client(as: Cast.hr, at: at("2031-06-02 12:00:00"))
    let (officer, nominee) = (try reader.id(of: Cast.dpo), try reader.id(of: "110"))
    var fact = ErasureDecided()
    fact.basis = .unlawful
    fact.classes = [.nomination]
    fact.granted = true
    fact.holds = [.archive]
    fact.person = nominee
    let unclear = try await daemon.plant(
      Planted(fact, by: officer, about: nominee, at: "2031-06-02 13:00:00", in: "organisation"))
    fact.holds = []
    fact.person = officer
    let own = try await daemon.plant(
      Planted(fact, by: officer, about: officer, at: "2031-06-02 13:01:00", in: "organisation"))
    let run = try Hand(daemon, Cast.auditor, at: "2031-06-03 12:00:00").run(
      "audit", "replay", "2027", "--output", "json")
    #expect(run.status == 5, "\(run.error)")
    let page = try ReplayPage(canonical: Array(run.output.utf8.dropLast()))
    let rules = page.findings.reduce(into: [Int: Set<String>]()) {
      $0[$1.position, default: []].insert($1.finding.rule.value)
    }
    #expect(rules == [unclear: ["P3"], own: ["P5"]])
    try daemon.stop()
  }
}

/// A cohort of 2027 in which 131, 132 and 133 were told on 16 March of not being selected; the first two have left since, and
/// the data of the second is on hold. 110 to 129 were never offered their seats, and 130 is in reserve.
private struct Years {
  private let world: World

  init(_ daemon: Talentd) throws {
    world = try World.built(on: daemon, to: .ranked, nominees: 24)
    try world.by(Cast.hr, at: at("2027-03-11 12:00:00")).send(ProposeSelection(world.order(20), reserve: ["130"]))
    try world.by(Cast.board[0], at: at("2027-03-15 12:00:00"))
      .send(ApproveSelection(try world.proposal(), on: date("2027-03-15")))
    let told = try world.by(Cast.hr, at: at("2027-03-16 09:00:00"))
    for number in ["131", "132", "133"] { try told.send(NotifyNonSelection(to: number)) }
    let later = try world.by(Cast.hr, at: at("2028-03-01 09:00:00"))
    for number in ["131", "132"] {
      var leaving = EndEmployment()
      leaving.person = PersonRef(given: number)
      try later.send(leaving)
    }
    var hold = SetLegalHold()
    hold.ground = .claim
    hold.person = PersonRef(given: "132")
    hold.reason = "Sagsanlæg."
    try later.send(hold)
  }

  /// Archives and auditors are done with the cohort.
  func clear() throws {
    let hr = try hr()
    var clearance = RecordArchiveClearance()
    clearance.cohort = "2027"
    clearance.reference = "Arkiv 2031/17"
    try hr.send(clearance)
    var conclusion = ConcludeAudit()
    conclusion.cohort = "2027"
    conclusion.reference = "Revisionsberetning 12"
    try hr.send(conclusion)
  }

  func hr() throws -> Client { try world.by(Cast.hr, at: at("2031-06-01 11:00:00")) }
  func size() throws -> Int { try hr().logSize() }
}

/// Somebody at the command line, at a moment.
private struct Hand {
  private let daemon: Talentd
  private let number: String
  private let time: SimulatedTime

  init(_ daemon: Talentd, _ number: String, at time: String) {
    self.daemon = daemon
    self.number = number
    self.time = EndToEndTests.at(time)
  }

  func run(_ arguments: String...) throws -> ChildProcess.Finished {
    try Talentctl(daemon).run(arguments, as: number, at: time)
  }

  func retention(due: Bool) throws -> RetentionList {
    let run =
      try due
      ? run("retention", "list", "--output", "json", "--due") : run("retention", "list", "--output", "json")
    return try RetentionList(canonical: Array(run.output.utf8.dropLast()))
  }
}
