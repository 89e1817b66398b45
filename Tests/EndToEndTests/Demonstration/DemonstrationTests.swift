import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// What `make demo` plays, and what came of it. `Config/example/expected.json` says what should have of the selection; it was
/// worked out by another program.
@Suite(.timeLimit(.minutes(10))) struct DemonstrationTests {
  @Test func `the demonstration runs to its end, and leaves the selection and the year that are expected`() throws {
    try withDemonstration { demonstration in
      #expect(demonstration.output.contains("every leaf, tile, stream and checkpoint agrees"))
      let hr = try demonstration.daemon.client(as: "10473")
      try checkNominations(hr)
      try checkSelection(hr)
      try checkYear(hr)
      try checkViews(demonstration.daemon)
      try checkAsOf(hr)
      try checkReplay(demonstration.daemon)
    }
  }

  @Test func `two demonstrations end in the same ledger`() throws {
    let ledgers = try (1...2).map { _ in
      try withDemonstration { demonstration in
        var query = ShowProgress()
        query.cohort = "2027"
        return Ledger(try demonstration.daemon.client(as: "10473").ask(query))
      }
    }
    #expect(ledgers[0] == ledgers[1])
    #expect(ledgers[0].participants.count == 21)
  }

  // MARK: The selection

  private func checkNominations(_ hr: Client) throws {
    var query = ListNominations()
    query.cohort = "2027"
    let all = try hr.ask(query).nominations
    let accepted = all.filter { $0.status != .refused }.compactMap { $0.nominee?.number?.value }
    let expected = try expected()
    #expect(Set(accepted) == Set(expected["accepted"]?.array?.compactMap(\.string) ?? []))
    #expect(all.count { $0.status == .refused } == expected["refused"]?.array?.count)
  }

  private func checkSelection(_ hr: Client) throws {
    var query = ShowSelection()
    query.cohort = "2027"
    let shown = try hr.ask(query)
    let ranking = try expected()["ranking"]?.array ?? []
    let best = ranking.compactMap { $0["employee"]?.string }
    try #require(best.count == 45)
    // 10536 and 11684 share the twentieth place by points; HR has given it to the first, by a ground that is on record.
    let selected = shown.selected.compactMap { $0.nominee.number?.value }
    #expect(Set(selected) == Set(best.prefix(21)).subtracting(["11684"]))
    #expect(shown.reserve.compactMap { $0.nominee.number?.value } == ["11684"] + best[21..<24])
    let totals = (shown.selected + shown.reserve + shown.rest).reduce(into: [:]) { totals, line in
      totals[line.nominee.number?.value] = line.total?.text
    }
    for line in ranking { #expect(totals[line["employee"]?.string] == line["total"]?.string) }
  }

  private func expected() throws -> JSON {
    try JSON(parsing: Array(Files.text("\(Demonstration.example)/expected.json").utf8))
  }

  // MARK: The year

  /// Twenty participants and their fates, as `Config/example` has them.
  private func checkYear(_ hr: Client) throws {
    var query = ShowProgress()
    query.cohort = "2027"
    let shown = try hr.ask(query)
    let lines = Dictionary(uniqueKeysWithValues: shown.participants.map { ($0.participant.number?.value ?? "", $0) })
    let completed = lines.filter { $0.value.completed }.keys
    // Out: one withdrew, one is on leave, one fell short of two tracks.
    #expect(Set(lines.keys).subtracting(completed) == ["11054", "11047", "11383"])
    #expect(Set(lines.filter { $0.value.certificate != nil }.keys) == Set(completed))
    #expect(
      Set(lines.values.compactMap(\.certificate)).count == completed.count, "each certificate has a number of its own")
    #expect(recorded(.internship, lines["10536"]) == "2")
    #expect(recorded(.workGroups, lines["11768"]) == "13/2")
    #expect(recorded(.gatherings, lines["10809"]) == "10")
    #expect(recorded(.gatherings, lines["11285"]) == "19/2")
    #expect(recorded(.dialogues, lines["11096"]) == "21/2")
    let deviations = Set(shown.deviations.map { "\($0.participant.number?.value ?? "") \($0.kind)" })
    #expect(
      deviations.isSuperset(of: [
        "10536 belowRange", "10809 late", "11096 aboveRange", "11544 month", "10662 outsideGatherings",
      ]), "\(deviations.sorted())")
    // On the day before the correction the wrongly logged day still counts.
    let eve = AsOf(time: at("2028-01-19 23:59:59"))
    let then = try hr.ask(query, at: eve).participants.first { $0.participant.number == "10536" }
    #expect(recorded(.internship, then) == "2")
    let corrected = AsOf(time: at("2028-01-20 23:59:59"))
    let now = try hr.ask(query, at: corrected).participants.first { $0.participant.number == "10536" }
    #expect(recorded(.internship, now) == "3/2")
  }

  private func recorded(_ track: Track, _ line: ProgressLine?) -> String? {
    line?.tracks.first { $0.track == track }?.recorded.text
  }

  // MARK: Judged again

  private func checkReplay(_ daemon: Talentd) throws {
    let run = try Talentctl(daemon).run("audit", "replay", "2027", "--output", "json", as: "11803")
    #expect(run.status == 0, "\(run.output.prefix(2000))")
    let summary = try #require(try ReplayPage(canonical: Array(run.output.utf8.dropLast())).summary)
    #expect(summary.events > 2000 && summary.within == summary.events)
    #expect(summary.recomputed.map(\.kind) == [.ruleSet, .criteria, .ranking, .proposal, .approval])
  }

  // MARK: Views and as-of

  private func checkViews(_ daemon: Talentd) throws {
    let rebuilt = try daemon.connection().rebuild()
    #expect(rebuilt.digest != nil && rebuilt.digest == rebuilt.before)
  }

  /// What is folded anew up to the last event is what has been kept warm.
  private func checkAsOf(_ hr: Client) throws {
    let end = AsOf(position: try #require(try hr.ask(ShowStatus()).size) - 1)
    var progress = ShowProgress()
    progress.cohort = "2027"
    let present = try hr.ask(progress)
    #expect(try hr.ask(progress, at: end) == present)
    for line in present.participants {
      var query = ShowParticipant()
      query.cohort = "2027"
      query.participant = line.participant.reference
      #expect(try hr.ask(query, at: end) == hr.ask(query))
      var calendar = ShowCalendar()
      calendar.cohort = "2027"
      calendar.participant = line.participant.reference
      #expect(try hr.ask(calendar, at: end) == hr.ask(calendar))
    }
  }
}

extension Person {
  fileprivate var reference: PersonRef { PersonRef(given: number?.value ?? id.text) }
}
