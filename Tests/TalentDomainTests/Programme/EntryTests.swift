import TalentDomain
import Testing

struct EntryTests {
  private let day = ("2028-01-14", Rational(1))

  @Test func `correcting 14 January to 13 January and half a day takes the ledger from 2 to 1½ days, and flags it`()
    throws
  {
    var it = try Case.lived()
    it.put(.internshipDay, Rational(1), on: "2028-01-12")
    let entry = it.put(.internshipDay, Rational(1), on: "2028-01-14")
    let participant = it.alias("110")
    #expect(it.cohort.track(.internship, of: participant, on: date("2028-05-02")).recorded == Rational(2))
    try it.accept(CorrectEntry(entry, from: day, to: ("2028-01-13", Rational(1, 2))), as: "110")
    #expect(it.cohort.track(.internship, of: participant, on: date("2028-05-02")).recorded == Rational(3, 2))
    #expect(it.cohort.programme.entries[entry]?.date == date("2028-01-13"))
    #expect(it.facts(DeviationFlagged.self).map(\.kind) == [.belowRange])
    #expect(it.sealed(EntryReason.self).map(\.reason) == ["Det var en halv dag."])
  }

  @Test func `a correction names what stands, changes something, and has a reason`() throws {
    var it = try Case.lived()
    let entry = it.put(.internshipDay, Rational(1), on: "2028-01-14")
    let wrongDay = CorrectEntry(entry, from: ("2028-01-15", Rational(1)), to: ("2028-01-13", nil))
    #expect(try it.refused(wrongDay, as: "110") == ["R21"])
    let wrongTime = CorrectEntry(entry, from: ("2028-01-14", Rational(1, 2)), to: ("2028-01-13", nil))
    #expect(try it.refused(wrongTime, as: "110") == ["R21"])
    #expect(try it.refused(CorrectEntry(entry, from: day, to: (nil, nil)), as: "110") == ["R21"])
    let silent = CorrectEntry(entry, from: day, to: ("2028-01-13", nil), reason: " ")
    #expect(try it.refused(silent, as: "110") == ["R21"])
    let tomorrow = CorrectEntry(entry, from: day, to: ("2028-05-03", nil))
    #expect(try it.refused(tomorrow, as: "110") == ["S4"])
    let odd = CorrectEntry(entry, from: day, to: (nil, Rational(1, 3)))
    #expect(try it.refused(odd, as: "110") == ["S4"])
    let absurd = CorrectEntry(entry, from: day, to: (nil, Rational(Rational.limit)))
    #expect(try it.refused(absurd, as: "110") == ["S4"])
  }

  @Test func `what is voided no longer counts, and is neither corrected, voided nor confirmed again`() throws {
    var it = try Case.lived()
    let entry = it.put(.internshipDay, Rational(1), on: "2028-01-14", with: Staff.leader)
    try it.accept(VoidEntry(entry, from: day), as: "110")
    #expect(it.cohort.track(.internship, of: it.alias("110"), on: date("2028-05-02")).recorded == Rational(0))
    #expect(try it.refused(VoidEntry(entry, from: day), as: "110") == ["R21"])
    #expect(try it.refused(CorrectEntry(entry, from: day, to: ("2028-01-13", nil)), as: "110") == ["R21"])
    #expect(try it.refused(ConfirmEntry(entry), as: Staff.leader) == ["S2"])
  }

  @Test func `the counterpart confirms, once, and never whoever recorded it`() throws {
    var it = try Case.lived()
    let entry = it.put(.internshipDay, Rational(1), on: "2028-01-14", with: Staff.leader)
    #expect(try it.refused(ConfirmEntry(entry), as: "110") == ["S2"])
    #expect(throws: Refusal.notFound) { try it.refused(ConfirmEntry(entry), as: "111") }
    try it.accept(ConfirmEntry(entry), as: Staff.leader)
    #expect(try it.refused(ConfirmEntry(entry), as: Staff.leader) == ["S2"])
    try it.accept(CorrectEntry(entry, from: day, to: ("2028-01-13", nil)), as: "110")
    #expect(it.cohort.programme.entries[entry]?.isConfirmed == false, "what was confirmed is not what stands now")
  }

  @Test func `nobody else's entry is known of`() throws {
    var it = try Case.lived()
    let entry = it.put(.dialogue, Rational(1), on: "2028-01-14")
    #expect(throws: Refusal.notFound) { try it.refused(VoidEntry(entry, from: day), as: "111") }
    #expect(throws: Refusal.notFound) { try it.refused(VoidEntry(it.directory.fresh(), from: day), as: "110") }
    try it.accept(VoidEntry(entry, from: day), as: Staff.hr)
  }

  @Test func `a track is behind when less is recorded than the programme that has passed asks for`() throws {
    var it = try Case.lived()
    let participant = it.alias("110")
    #expect(it.cohort.track(.mentor, of: participant, on: date("2027-04-26")).status == .onTrack)
    #expect(it.cohort.track(.mentor, of: participant, on: date("2027-10-26")).status == .behind)
    it.put(.mentorMeeting, Rational(2))
    #expect(it.cohort.track(.mentor, of: participant, on: date("2027-10-26")).status == .onTrack)
    it.put(.mentorMeeting, Rational(1))
    #expect(it.cohort.track(.mentor, of: participant, on: date("2027-10-26")).status == .complete)
  }
}
