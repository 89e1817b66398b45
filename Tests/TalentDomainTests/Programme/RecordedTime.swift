import TalentDomain

extension Case {
  /// With everybody seated and the programme over, on 2 May 2028.
  static func lived() throws -> Case {
    var it = try seated()
    it.now = at("2028-05-02 09:00")
    return it
  }

  /// Puts time into a participant's ledger, as an entry recorded by themselves.
  @discardableResult
  mutating func put(
    _ kind: EntryKind, _ amount: Rational, of number: String = "110", on day: String = "2027-05-20",
    with counterpart: String? = nil
  ) -> Alias {
    let id = directory.fresh()
    let header = Header(
      position: 0, revision: 0, effective: now, recorded: now, received: now, localDate: date(day),
      actor: alias(number))
    cohort.programme.record(
      Entry(kind, id, of: [alias(number)], on: date(day), amount, counterpart: counterpart.map(alias), header))
    return id
  }

  /// The least of every track, but for one that may have another time.
  mutating func putLeast(but track: Track? = nil, _ amount: Rational = Rational(0), of number: String = "110") {
    let least: [(EntryKind, Rational)] = [
      (.gathering, Rational(48, 5)), (.mbtiQuestionnaire, Rational(2)), (.mbtiFeedback, Rational(4)),
      (.workGroupMeeting, Rational(5, 2)), (.individualWork, Rational(4)), (.mentorMeeting, Rational(3)),
      (.internshipDay, Rational(2)), (.dialogue, Rational(5, 2)),
    ]
    for (kind, time) in least where kind.track != track { put(kind, time, of: number) }
    guard let track, let kind = least.first(where: { $0.0.track == track })?.0, amount > Rational(0) else { return }
    put(kind, amount, of: number)
  }
}

extension CompleteProgramme {
  init(_ number: String, ground: Text? = nil) {
    self.init()
    cohort = "2027"
    self.ground = ground
    participant = PersonRef(number)
  }
}

extension IssueCertificate {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    participant = PersonRef(number)
  }
}

extension RevokeCertificate {
  init(_ number: String) {
    self.init()
    cohort = "2027"
    participant = PersonRef(number)
    reason = "En praktikdag var registreret på en forkert dag."
  }
}

extension RecordOutcome {
  init(_ number: String, _ outcome: ParticipantOutcome.Kind) {
    self.init()
    cohort = "2027"
    self.outcome = outcome
    participant = PersonRef(number)
  }
}

extension CorrectEntry {
  init(
    _ entry: Alias, from old: (String, Rational), to new: (String?, Rational?), reason: Text = "Det var en halv dag."
  ) {
    self.init()
    amount = new.1
    cohort = "2027"
    date = new.0.flatMap { CivilDate($0) }
    self.entry = entry
    (oldDate, oldAmount) = (CivilDate(old.0) ?? .blank, old.1)
    self.reason = reason
  }
}

extension VoidEntry {
  init(_ entry: Alias, from old: (String, Rational), reason: Text = "Det blev aflyst.") {
    self.init()
    cohort = "2027"
    self.entry = entry
    (oldDate, oldAmount) = (CivilDate(old.0) ?? .blank, old.1)
    self.reason = reason
  }
}

extension ConfirmEntry {
  init(_ entry: Alias) {
    self.init()
    cohort = "2027"
    self.entry = entry
  }
}
