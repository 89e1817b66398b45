import TalentDomain
import Testing

/// Calendars as other people's programs read them.
@Suite(.serialized) struct CalendarTests {
  @Test func `PyPI's icalendar reads the calendar, and sees what moved`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated)
      let before = try export(daemon, as: Cast.hr)
      // Nothing in it is of the moment of writing.
      #expect(try export(daemon, as: Cast.hr, at: "2027-09-01 12:00:00") == before)

      let hr = try world.by(Cast.hr, at: at("2027-03-20 09:00:00"))
      try hr.send(moved(2, to: "2027-06-08"))
      try hr.send(moved(2, to: "2027-06-15"))
      try hr.send(moved(6, to: "2027-11-30"))
      let after = try export(daemon, as: Cast.hr)
      #expect(try export(daemon, as: Cast.hr, options: ["--at", "2027-03-19"]) == before)
      let lines = try read(before, after, in: daemon.folder)
      #expect(lines.first == "name Talentforløb 2027")
      let uid = "@\(daemon.settings.origin)"
      #expect(
        lines.contains("event mbti\(uid) 0 CONFIRMED 2027-04-06 2027-04-07 MBTI-gruppetilbagemelding"), "\(lines)")
      #expect(
        lines.contains("event gathering-1\(uid) 0 CONFIRMED 2027-04-26T09:00 2027-04-27T16:00 Samling 1"), "\(lines)")
      #expect(
        lines.contains("event gathering-2\(uid) 2 CONFIRMED 2027-06-15T09:00 2027-06-16T16:00 Samling 2"), "\(lines)")
      // In winter an hour nearer to Greenwich.
      #expect(
        lines.contains("event gathering-6\(uid) 1 CONFIRMED 2027-11-30T09:00 2027-12-01T16:00 Samling 6"), "\(lines)")
    }
  }

  @Test func `a participant's own meetings stand in that participant's calendar alone`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated)
      let (own, other) = (world.nominees[0], world.nominees[1])
      let before = try export(daemon, as: own)
      var held = HoldGoalDialogue()
      held.cohort = "2027"
      held.minutes = 60
      held.participant = PersonRef(given: own)
      try world.by(own, at: at("2027-05-03 12:00:00")).send(held)
      let lines = try read(before, try export(daemon, as: own), in: daemon.folder)
      #expect(
        lines.contains { $0.contains("2027-05-03 2027-05-04 Karriere- og måldialog: Medarbejder \(Cast.leader)") },
        "\(lines)")
      #expect(try !export(daemon, as: other).contains("måldialog"))
      for stranger in [Cast.leader, Cast.otherEmployees[0], world.nominees[20]] {
        let run = try Talentctl(daemon).run("calendar", "export", own, "--cohort", "2027", as: stranger)
        #expect(run.status == 3, "\(stranger): \(run.error)")
        #expect(run.output.isEmpty)
      }
    }
  }

  private func moved(_ number: Int, to day: String) -> RescheduleGathering {
    var move = RescheduleGathering()
    move.cohort = "2027"
    move.number = number
    move.starts = LocalTime(date: date(day), time: TimeOfDay(seconds: 9 * 3600))
    move.ends = LocalTime(date: date(day).adding(days: 1), time: TimeOfDay(seconds: 16 * 3600))
    return move
  }

  private func export(
    _ daemon: Talentd, as number: String, at time: String = "2027-03-20 10:00:00", options: [String] = []
  ) throws -> String {
    let file = "\(daemon.folder)/export.ics"
    var talentctl = Talentctl(daemon)
    talentctl.language = "da"
    let run = try talentctl.run(
      ["calendar", "export", "--cohort", "2027", "--to", file] + options, as: number, at: at(time))
    guard run.status == 0 else { throw Trouble("the export ended with \(run.status): \(run.error)") }
    return try Files.text(file)
  }

  /// What the script tells of both.
  private func read(_ before: String, _ after: String, in folder: String) throws -> [String] {
    let files = ["\(folder)/before.ics", "\(folder)/after.ics"]
    for (text, file) in zip([before, after], files) { try Files.write(Array(text.utf8), to: file) }
    let run = try PythonScript.run("ical.py", files)
    try #require(run.status == 0, "\(run.output)\(run.error)")
    return run.output.split(separator: "\n").map(String.init)
  }
}
