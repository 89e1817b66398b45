import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// What `make demo` plays, and what came of it. `Config/example/expected.json` says what should have; it was worked out by
/// another program.
@Suite(.timeLimit(.minutes(3))) struct DemonstrationTests {
  private static let example = "\(Programs.sources)/../../Config/example"

  @Test func `the demonstration runs to its end, and leaves the selection that is expected`() throws {
    try withFolder { folder in
      let programs = "/" + (try Programs.talentd()).split(separator: "/").dropLast().joined(separator: "/")
      let run = try ChildProcess.run(
        ["\(DemonstrationTests.example)/demonstration", programs, folder], environment: ["DEMO_LANGUAGE": "en"],
        seconds: 150)
      try #require(run.status == 0, "\(run.error)")
      #expect(run.output.contains("every leaf, tile, stream and checkpoint agrees"))

      try #require(rename("\(folder)/log", "\(folder)/state") == 0)
      var settings = Talentd.Settings()
      settings.origin = "demo.kommune.example/ledelsestalent"
      let daemon = Talentd(in: folder, settings)
      defer { daemon.kill() }
      try daemon.start()
      let hr = try daemon.client(as: "10473")
      try checkNominations(hr)
      try checkSelection(hr)
      try daemon.stop()
    }
  }

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
    try JSON(parsing: Array(Files.text("\(DemonstrationTests.example)/expected.json").utf8))
  }
}
