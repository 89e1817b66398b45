import TalentDomain
import Testing

struct CompletionTests {
  @Test func `the least of every track completes the programme`() throws {
    var it = try Case.lived()
    it.putLeast()
    try it.accept(CompleteProgramme("110"))
    let fact = try #require(it.facts(ProgrammeCompleted.self).first)
    #expect(fact.short.isEmpty && !fact.grounded)
    #expect(try it.refused(CompleteProgramme("110")) == ["S2"])
  }

  /// A quarter less than the least of one track, where a quarter is what is recorded at least.
  @Test(arguments: [
    (Track.gatherings, Rational(187, 20)), (.workGroups, Rational(25, 4)), (.mentor, Rational(11, 4)),
    (.internship, Rational(7, 4)), (.dialogues, Rational(9, 4)), (.mbti, Rational(2)),
  ])
  func `one that is short in a single track is not completed, but for a ground`(track: Track, time: Rational) throws {
    var it = try Case.lived()
    it.putLeast(but: track, time)
    #expect(try it.refused(CompleteProgramme("110")) == ["S2"])
    #expect(try it.refused(CompleteProgramme("110", ground: "  ")) == ["S2"])
    try it.accept(CompleteProgramme("110", ground: "Sygdom i maj; resten er gennemført til fulde."))
    #expect(it.facts(ProgrammeCompleted.self).map(\.short) == [[track]])
    #expect(it.sealed(CompletionGround.self).count == 1)
  }

  /// The most that is expected, and a quarter more: complete in both cases, for ranges warn and never refuse (R14).
  @Test(arguments: [
    (Track.workGroups, EntryKind.individualWork, Rational(9)), (.mentor, .mentorMeeting, Rational(5)),
    (.internship, .internshipDay, Rational(3)), (.dialogues, .dialogue, Rational(10)),
    (.gatherings, .gathering, Rational(12)),
  ])
  func `the upper end of a range completes, and more than that does too`(
    track: Track, kind: EntryKind, most: Rational
  ) throws {
    var it = try Case.lived()
    it.putLeast(but: track, most)
    let ledger = it.cohort.track(track, of: it.alias("110"), on: date("2028-05-02"))
    #expect(ledger.status == .complete && ledger.recorded == most && ledger.expected.most == most)
    it.put(kind, Rational(1, 4))
    #expect(it.cohort.track(track, of: it.alias("110"), on: date("2028-05-02")).status == .above)
    try it.accept(CompleteProgramme("110"))
  }

  @Test func `only a participant completes, and certificates come after`() throws {
    var it = try Case.lived()
    #expect(try it.refused(CompleteProgramme("113")) == ["S2"])
    it.putLeast()
    #expect(try it.refused(IssueCertificate("110")) == ["S2"])
    try it.accept(CompleteProgramme("110"))
    try it.accept(IssueCertificate("110"))
    #expect(it.facts(CertificateIssued.self).map(\.number) == ["2027-1"])
    #expect(try it.refused(IssueCertificate("110")) == ["S2"])
    #expect(try it.refused(RevokeCertificate("111")) == ["S2"])
  }

  @Test func `after a certificate, revocation comes before any correction`() throws {
    var it = try Case.lived()
    it.putLeast(but: .internship)
    it.put(.internshipDay, Rational(1), on: "2028-01-13")
    let day = it.put(.internshipDay, Rational(1), on: "2028-01-14")
    try it.accept(CompleteProgramme("110"))
    try it.accept(IssueCertificate("110"))
    let correction = CorrectEntry(day, from: ("2028-01-14", Rational(1)), to: (nil, Rational(1, 2)))
    #expect(try it.refused(correction, as: "110") == ["S2"])
    #expect(try it.refused(VoidEntry(day, from: ("2028-01-14", Rational(1))), as: "110") == ["S2"])
    try it.accept(RevokeCertificate("110"))
    try it.accept(correction, as: "110")
    #expect(try it.refused(IssueCertificate("110")) == ["S2"], "the completion has to be ruled on anew")
    #expect(try it.refused(CompleteProgramme("110")) == ["S2"])
    try it.accept(CompleteProgramme("110", ground: "En halv dag mangler; værten var syg."))
    try it.accept(IssueCertificate("110"))
  }

  @Test func `a completion stands as long as what it rests on, and is then ruled on anew`() throws {
    var it = try Case.lived()
    it.putLeast(but: .internship)
    it.put(.internshipDay, Rational(1), on: "2028-01-13")
    let day = it.put(.internshipDay, Rational(1), on: "2028-01-14")
    try it.accept(CompleteProgramme("110"))
    try it.accept(CorrectEntry(day, from: ("2028-01-14", Rational(1)), to: (nil, Rational(1, 2))), as: "110")
    let verdict = try it.when(IssueCertificate("110"))
    #expect(verdict.rules == ["S2"])
    #expect(verdict.findings.map(\.problem.en) == ["What the completion rests on has been corrected since."])
    #expect(try it.refused(CompleteProgramme("110")) == ["S2"])
    try it.accept(CompleteProgramme("110", ground: "En halv dag mangler; værten var syg."))
    #expect(try it.refused(CompleteProgramme("110")) == ["S2"])
    // What was short already is covered by the ground.
    try it.accept(CorrectEntry(day, from: ("2028-01-14", Rational(1, 2)), to: ("2028-01-15", nil)), as: "110")
    try it.accept(IssueCertificate("110"))
  }

  @Test func `no two certificates have the same number, whatever was revoked`() throws {
    var it = try Case.lived()
    for number in ["110", "111"] {
      it.putLeast(of: number)
      try it.accept(CompleteProgramme(number))
    }
    try it.accept(IssueCertificate("110"))
    try it.accept(RevokeCertificate("110"))
    try it.accept(CompleteProgramme("110"))
    try it.accept(IssueCertificate("110"))
    try it.accept(IssueCertificate("111"))
    #expect(it.facts(CertificateIssued.self).map(\.number) == ["2027-1", "2027-2", "2027-3"])
  }

  @Test func `an outcome is of somebody who took part`() throws {
    var it = try Case.lived()
    try it.accept(RecordOutcome("110", .leaderPost))
    #expect(try it.refused(RecordOutcome("113", .stayed)) == ["S2"])
    #expect(it.cohort.programme.completions.outcomes[it.alias("110")]?.map(\.kind) == [.leaderPost])
  }

  /// The last gathering ends on 1 February 2028, and today is 2 May.
  @Test(arguments: [("2028-02-01", ["S2"]), ("2028-02-02", []), ("2028-05-02", []), ("2028-05-03", ["S4"])])
  func `an outcome is of the time after the programme, and has come about`(day: String, rules: [String]) throws {
    var it = try Case.lived()
    var outcome = RecordOutcome("110", .stayed)
    outcome.date = date(day)
    #expect(try it.refused(outcome) == rules)
  }
}
