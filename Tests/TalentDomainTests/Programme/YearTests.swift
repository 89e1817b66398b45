import TalentDomain
import Testing

/// «tidsforbruget kan variere lidt fra deltager til deltager»: between which ends, and what lies beyond them.
struct YearTests {
  @Test func `exactly the least of every track completes, without a word of warning`() throws {
    var it = try Case.lived(.least)
    #expect(it.ledger.map(\.recorded) == [(39, 4), (6, 1), (13, 2), (3, 1), (2, 1), (5, 2)].map { Rational($0, $1) })
    #expect(it.ledger.allSatisfy { $0.status == .complete })
    #expect(it.warnings == [])
    try it.accept(CompleteProgramme("110"))
    #expect(it.facts(ProgrammeCompleted.self).map(\.short) == [[]])
  }

  @Test func `exactly the most of every track completes, without a word of warning`() throws {
    var it = try Case.lived(.most)
    #expect(it.ledger.map(\.recorded) == it.ledger.map(\.expected.most))
    #expect(it.ledger.allSatisfy { $0.status == .complete })
    #expect(it.warnings == [])
    try it.accept(CompleteProgramme("110"))
  }

  /// One quarter short of the least of one track, or one part of the MBTI.
  private static let short: [(Track, Year)] = [
    (.gatherings, .least.with { $0.gatherings[4] = Rational(3, 2) }),
    (.mbti, .least.with { $0.questionnaire = false }),
    (.mbti, .least.with { $0.feedback = false }),
    (.workGroups, .least.with { $0.individualWork[3] = Rational(3, 4) }),
    (.mentor, .least.with { $0.mentor[2] = 45 }),
    (.internship, .least.with { $0.internship[1] = Rational(1, 2) }),
    (.dialogues, .least.with { $0.dialogues[4] = 15 }),
  ]

  @Test(arguments: short.indices)
  func `one short in a single track is not completed, but for a ground on record`(_ index: Int) throws {
    let (track, year) = YearTests.short[index]
    var it = try Case.lived(year)
    let verdict = try it.when(CompleteProgramme("110"))
    #expect(verdict.rules == ["S2"])
    #expect(verdict.findings.map(\.problem.da) == ["Deltageren mangler: \(track.label.da)."])
    #expect(try it.refused(CompleteProgramme("110", ground: " ")) == ["S2"])
    #expect(try it.refused(IssueCertificate("110")) == ["S2"])
    try it.accept(CompleteProgramme("110", ground: "Sygdom; resten er gennemført til fulde."))
    #expect(it.facts(ProgrammeCompleted.self).map(\.short) == [[track]])
    #expect(it.sealed(CompletionGround.self).map(\.ground) == ["Sygdom; resten er gennemført til fulde."])
    try it.accept(IssueCertificate("110"))
  }

  /// A little beyond the most of each track that can go beyond it: attendance counts no more than the gatherings do, and the
  /// MBTI has its hours.
  private static let beyond: [(Track, Year)] = [
    (.workGroups, .most.with { $0.individualWork.append(Rational(1, 4)) }),
    (.mentor, .most.with { $0.mentor.append(15) }),
    (.internship, .most.with { $0.internship.append(Rational(1, 2)) }),
    (.dialogues, .most.with { $0.dialogues.append(30) }),
  ]

  @Test(arguments: beyond.indices)
  func `beyond the most it warns, is recorded all the same, and completes`(_ index: Int) throws {
    let (track, year) = YearTests.beyond[index]
    var it = try Case.lived(year)
    #expect(it.warnings == [.aboveRange])
    #expect(it.facts(DeviationFlagged.self).map(\.rule) == ["R14"])
    #expect(it.ledger.filter { $0.status == .above }.map(\.track) == [track])
    try it.accept(CompleteProgramme("110"))
  }

  @Test func `14 January corrected to 13 January and half a day: 1½ days, flagged; as of the day before still 2`()
    throws
  {
    var it = try Case.lived(.least.with { $0.internship = [Rational(1)] })
    try it.accept(LogInternshipDay("110", "2028-01-14"), as: "110")
    #expect(it.recorded(.internship, "110") == Rational(2))
    let correction = CorrectEntry(
      try it.latest().id, from: ("2028-01-14", Rational(1)), to: ("2028-01-13", Rational(1, 2)))
    try it.accept(correction, as: Staff.otherChief, at: at("2028-02-12 09:00"))
    #expect(it.recorded(.internship, "110") == Rational(3, 2))
    #expect(it.warnings == [.belowRange])
    let before = try it.known(by: at("2028-02-11 23:59"))
    let ledger = before.track(.internship, of: it.alias("110"), on: date("2028-02-11"))
    #expect(ledger.recorded == Rational(2) && ledger.status == .complete)
    #expect(before.programme.deviations.isEmpty)
  }
}

extension Case {
  /// The tracks of 110, in the order of the table.
  fileprivate var ledger: [TrackLedger] { cohort.ledger(of: alias("110"), on: CopenhagenClock.local(now).date) }
}
