import TalentDomain

/// A cohort in which there is every letter: 110 went through the programme with the other chief as host, 130 is in reserve, 131
/// was, 132 was told of a refusal and got feedback. Names are such that HTML, CSV and Unicode would each like to spoil.
enum LetterCohort {
  static let participant = Cast.employees[0]
  static let reserve = Cast.employees[20]
  static let lapsed = Cast.employees[21]
  static let refused = Cast.employees[22]
  static let time = at("2028-05-20 09:00:00")

  static let names = [
    participant: "<script>alert('Åse')</script>", reserve: "Jørgen & \"Ægir\" O'Connor", lapsed: "Zoë Müller-Ørsted",
    refused: "Łukasz <b>Thygesen</b>",
  ]
  static let reasons: Text = "Andre stod stærkere & bredere i <helhedssyn>.\nAnden linje."

  static func built(on daemon: Talentd) throws -> World {
    let world = try World.built(on: daemon, to: .staffed, nominees: 24)
    for (number, name) in names {
      try world.by(nil).send(
        RegisterPerson(number, name: name, centre: Cast.schools, "Skolen", "lærer", under: Cast.leader))
    }
    try world.build(from: .opened, to: .ranked)
    var proposal = ProposeSelection(world.order(20), reserve: [reserve, lapsed])
    proposal.note = "Feltet er stærkt."
    try world.by(Cast.hr, at: at("2027-03-11 12:00:00")).send(proposal)
    try world.build(from: .approved, to: .seated)
    try tell(world)
    try finish(world)
    return world
  }

  private static func tell(_ world: World) throws {
    let hr = try world.by(Cast.hr, at: at("2027-03-22 09:00:00"))
    try hr.send(NotifyNonSelection(to: refused, reasons: reasons.value))
    try world.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(GiveFeedback(to: refused))
    var lapse = LapseReserve()
    (lapse.cohort, lapse.early, lapse.nominee) = ("2027", true, PersonRef(given: lapsed))
    lapse.reasons = reasons
    try world.by(Cast.hr, at: at("2027-03-26 09:00:00")).send(lapse)
  }

  private static func finish(_ world: World) throws {
    let hr = try world.by(Cast.hr, at: at("2028-01-03 09:00:00"))
    var agree = AgreeInternship()
    (agree.cohort, agree.days) = ("2027", Rational(5, 2))
    (agree.from, agree.to) = (date("2028-01-10"), date("2028-01-21"))
    agree.host = PersonRef(given: Cast.otherChief)
    agree.participant = PersonRef(given: participant)
    try hr.send(agree)
    var complete = CompleteProgramme()
    (complete.cohort, complete.participant) = ("2027", PersonRef(given: participant))
    complete.ground = "Barsel i efteråret; resten er nået."
    try hr.at(at("2028-05-02 09:00:00")).send(complete)
    var issue = IssueCertificate()
    (issue.cohort, issue.participant) = ("2027", PersonRef(given: participant))
    try hr.at(at("2028-05-03 09:00:00")).send(issue)
  }

  /// Each kind, whom it is about, and what must stand in it as a browser shows it.
  static let letters: [(kind: LetterKind, person: String?, words: [String])] = [
    (
      .boardCase, nil,
      [
        "Feltet er stærkt.", names[participant]!, names[reserve]!, names[lapsed]!, names[refused]!, "11. marts 2027",
        "Ledelsesgrundlag 2026", "Børnehuset", "pædagog", "3,9",
      ]
    ),
    (
      .minutes, nil,
      [
        "Direktionsmøde", "15. marts 2027", "00.22.04-A00-1-27", "Medarbejder 20", "Medarbejder 22",
        names[participant]!, "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
      ]
    ),
    (.offer, participant, [names[participant]!, "16. marts 2027", "26. marts 2027", "Samling 6", "6. april 2027"]),
    (.reserve, reserve, [names[reserve]!, "nr. 1 på", "15. marts 2027", "7. juni 2027"]),
    (.refusal, refused, [names[refused]!, reasons.value, "22. marts 2027", "5. april 2027", "Medarbejder 102"]),
    (.lapse, lapsed, [names[lapsed]!, reasons.value, "26. marts 2027", "9. april 2027", "Vi afslutter nu"]),
    (
      .feedback, refused,
      [names[refused]!, "Mere erfaring med at lede møder.", "Ja, om et år.", "En diplomuddannelse.", "25. marts 2027"]
    ),
    (.information, refused, [names[refused]!, "20. maj 2028", "efter 3 år", "Datatilsynet"]),
    (
      .internship, participant,
      [names[participant]!, "Medarbejder 200", "2,5 dage", "10. januar 2028", "21. januar 2028", "Driftbyen"]
    ),
    (.certificate, participant, [names[participant]!, "2. maj 2028", "3. maj 2028", "2027-1", "Praktik hos en leder"]),
  ]
}

extension String {
  /// What a browser shows of HTML's text, with its unbreakable blanks as blanks.
  var shown: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("\u{A0}", with: " ")
  }
}
