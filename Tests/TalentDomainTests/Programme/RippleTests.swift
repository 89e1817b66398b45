import TalentDomain
import Testing

struct RippleTests {
  private let day = ("2028-01-14", Rational(1))
  private let halfADayBefore = ("2028-01-13", Rational(1, 2))

  /// With the least of every track, of which two days of internship, the second on 14 January.
  private func atTheLeast() throws -> (it: Case, entry: Alias) {
    var it = try Case.lived()
    it.putLeast(but: .internship)
    it.put(.internshipDay, Rational(1), on: "2028-01-12", with: Staff.otherChief)
    let entry = it.put(.internshipDay, Rational(1), on: "2028-01-14", with: Staff.otherChief)
    return (it, entry)
  }

  @Test func `a correction shows ledger, status and completion before and after, and what it flags`() throws {
    var (it, entry) = try atTheLeast()
    try it.accept(CompleteProgramme("110"))
    let verdict = try it.when(CorrectEntry(entry, from: day, to: halfADayBefore), as: "110")
    let lines = try #require(verdict.ripple).participants
    #expect(lines.map(\.participant.id) == [it.alias("110")])
    let line = try #require(lines.first)
    #expect(line.before.tracks.map(\.track) == [.internship])
    #expect(line.before.tracks.map(\.recorded) == [Rational(2)])
    #expect(line.after.tracks.map(\.recorded) == [Rational(3, 2)])
    #expect(line.before.tracks.map(\.status) == [.complete])
    #expect(line.after.tracks.map(\.status) == [.behind])
    #expect(line.before.completed == true)
    #expect(line.after.completed == false)
    #expect(line.deviations == [.belowRange])
  }

  @Test func `what it promises is what comes`() throws {
    var (it, entry) = try atTheLeast()
    let verdict = try it.when(VoidEntry(entry, from: day), as: "110")
    let line = try #require(verdict.ripple?.participants.first)
    let ledger = it.cohort.track(.internship, of: it.alias("110"), on: date("2028-05-02"))
    #expect(line.after.tracks == [TrackLine(ledger)])
    #expect(line.deviations == it.facts(DeviationFlagged.self).map(\.kind))
    #expect(line.after.completed == (it.cohort.completion(of: it.alias("110")) != nil))
  }

  @Test func `the leader sees the dialogues and nothing further, and a host not what it comes to with others`() throws {
    var (it, entry) = try atTheLeast()
    let host = try it.when(CorrectEntry(entry, from: day, to: halfADayBefore), as: Staff.otherChief)
    #expect(host.rules == [])
    #expect(host.ripple?.participants == [])
    let dialogue = it.put(.dialogue, Rational(1, 2), on: "2028-01-20", with: Staff.leader)
    let leader = try it.when(VoidEntry(dialogue, from: ("2028-01-20", Rational(1, 2))), as: Staff.leader)
    let line = try #require(leader.ripple?.participants.first)
    #expect(line.before.tracks.map(\.recorded) == [Rational(3)])
    #expect(line.after.tracks.map(\.recorded) == [Rational(5, 2)])
    #expect(line.before.completed == nil && line.after.completed == nil)
    #expect(line.deviations == [])
  }

  @Test func `of a work group's meeting each member sees the own part, and the HR Centre all of it`() throws {
    var it = try Case.grouped()
    try it.accept(HoldWorkGroupMeeting(1), as: "110")
    let correction = CorrectEntry(try it.latest(), to: Rational(1, 2))
    var asked = it
    #expect(try asked.when(correction, as: "110").ripple?.participants.map(\.participant.id) == [it.alias("110")])
    asked = it
    #expect(
      try asked.when(correction, as: Staff.hr).ripple?.participants.map(\.participant.id)
        == ["110", "111"].map(it.alias))
  }

  @Test func `a revocation takes the certificate, and the completion with it`() throws {
    var (it, _) = try atTheLeast()
    try it.accept(CompleteProgramme("110"))
    try it.accept(IssueCertificate("110"))
    let line = try #require(try it.when(RevokeCertificate("110")).ripple?.participants.first)
    #expect(line.before.certificate == "2027-1" && line.before.completed == true)
    #expect(line.after.certificate == nil && line.after.completed == false)
    #expect(line.before.tracks.isEmpty && line.after.tracks.isEmpty)
  }

  @Test func `what is refused changes nothing, nor does what only adds`() throws {
    var (it, entry) = try atTheLeast()
    let refused = try it.when(CorrectEntry(entry, from: ("2028-01-15", Rational(1)), to: halfADayBefore), as: "110")
    #expect(refused.rules == ["R21"])
    #expect(refused.ripple == nil)
    #expect(try it.when(ConfirmEntry(entry), as: Staff.otherChief).ripple == nil)
  }
}
