import StrictJSON
import TalentDomain

/// A cohort in which every kind of sealed record is there, each with a word of its own: 110 becomes a participant, 117 is
/// refused; one who is withdrawn, one who is not eligible and one who leaves come beside them.
struct SealedWorld {
  /// How far it has come, and so which words there are.
  enum State: Int, CaseIterable, Comparable {
    /// One assessor has given every score, the other none.
    case scoring
    /// Proposed, returned and proposed again; nobody has been told.
    case deciding
    /// Everybody has been told, and the year has gone by.
    case told

    static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }

    var asked: SimulatedTime {
      switch self {
      case .scoring: at("2027-03-05 12:00:00")
      case .deciding: at("2027-03-13 12:00:00")
      case .told: at("2028-05-20 12:00:00")
      }
    }
  }

  static let participant = "110"
  static let refused = "117"
  static let leaver = "111"
  static let withdrawn = Cast.employees[20]
  static let ineligible = Cast.employees[21]
  static let complete = Cast.assessors[0]
  static let blind = Cast.assessors[1]
  static let ofHR = "113"
  static let barredOfHR = Cast.boardAndHR
  static let barredOfBoard = Cast.board[2]

  let world: World

  /// Whose data a kind is here, by number; nil for nobody's in particular.
  static func owner(of kind: SealedKind) -> String? {
    switch kind {
    case .personName, .employmentNames, .accountBinding, .personLink, .nominationForm, .journalNumber, .caseNote,
      .selectionReasons, .developmentPlan, .goalNote, .entryReason, .completionGround, .erasureReason,
      .holdReason:
      participant
    case .tieGround: "114"
    case .departureGround: "115"
    case .assessmentRemark, .correctionReason, .refusalLetter, .feedback, .complaint, .complaintAnswer: refused
    case .leavingReason: leaver
    case .withdrawalReasons: withdrawn
    case .eligibilityReasons: ineligible
    case .conflictReasons, .conflictRulingReasons: barredOfHR
    case .codeLink, .calibrationNote, .boardGround, .proposalNote, .returnReasons, .minutesReference,
      .paperReference:
      nil
    }
  }

  /// What gives a kind away, wherever it stands.
  static func word(of kind: SealedKind, linked alias: Alias = .none) -> String {
    switch kind {
    case .personLink: "\"person-link\",{\"alias\":\"\(alias.text)\""
    case .codeLink: "\"code-link\""
    case .accountBinding: OSUser.games.name
    default: "Kendeord-\(kind.rawValue)-slut"
    }
  }

  static let email = "kendeord@kommune.example"

  /// From when on a kind is there.
  static func since(_ kind: SealedKind) -> State {
    switch kind {
    case .tieGround, .departureGround, .selectionReasons, .proposalNote, .returnReasons: .deciding
    case .minutesReference, .refusalLetter, .feedback, .complaint, .complaintAnswer, .leavingReason, .developmentPlan,
      .goalNote, .entryReason, .completionGround, .erasureReason,
      .holdReason, .paperReference:
      .told
    default: .scoring
    }
  }

  // MARK: What happens

  init(on daemon: Talentd) throws {
    world = try World.built(on: daemon, to: .staffed, nominees: 8, seats: 6)
    var person = RegisterPerson(
      Self.participant, name: text(.personName), centre: Cast.schools, text(.employmentNames), "lærer",
      under: Cast.leader)
    person.email = Line(Self.email)
    try world.by(nil).send(person)
    try world.by(nil).send(GrantRole(.hr, to: Self.ofHR))
    for onlooker in DisclosureOnlooker.all {
      if let user = onlooker.user { try world.by(nil).send(BindAccount(user, to: onlooker.number)) }
    }
    try world.build(from: .opened, to: .prepared)
    try nominate()
    try score()
  }

  /// Who the participant is in the cohort.
  func alias() throws -> Alias {
    var query = ShowPerson()
    query.person = PersonRef(given: Self.participant)
    return try world.by(Cast.hr).ask(query).cases[0].alias
  }

  /// The entry that was voided, once it has been.
  func voided() throws -> String? {
    let hr = try world.by(Cast.hr, at: State.told.asked)
    guard let entry = try hr.trail(from: 0).first(where: { $0.type.value == "entry.voided.v1" }) else { return nil }
    var event = ShowEvent()
    event.position = entry.position
    return try JSON(parsing: Array(hr.ask(event).leaf.value.utf8))["data"]?["facts"]?["entry"]?.string
  }

  /// Takes the world to a state from the one before.
  func move(to state: State) throws {
    switch state {
    case .scoring: break
    case .deciding: try decide()
    case .told:
      try tell()
      try live()
    }
  }

  private func text(_ kind: SealedKind) -> String { Self.word(of: kind) }
  private func words(_ kind: SealedKind) -> Text { Text(text(kind)) }

  private func nominate() throws {
    let chief = try world.by(Cast.chief, at: at("2027-02-01 12:00:00"))
    for number in world.nominees + [Self.withdrawn, Self.ineligible] {
      var form = SubmitNomination(of: number)
      if number == Self.participant {
        form.answers = (1...5).map { AnswerGiven($0, .demonstrated, words(.nominationForm)) }
      }
      try chief.send(form)
    }
    var withdrawal = WithdrawNomination()
    (withdrawal.cohort, withdrawal.ground, withdrawal.nominee) = ("2027", .byCentre, PersonRef(given: Self.withdrawn))
    withdrawal.reasons = words(.withdrawalReasons)
    let hr = try world.by(Cast.hr, at: at("2027-02-02 09:00:00"))
    for number in world.nominees + [Self.ineligible] {
      var receive = ReceiveNomination(of: number)
      if number == Self.participant { receive.journalNumber = Line(text(.journalNumber)) }
      try hr.send(receive)
    }
    for number in [Self.participant, Self.refused, Self.withdrawn, Self.ineligible] {
      for person in [Self.barredOfHR, Self.barredOfBoard] { try bar(person, from: number) }
    }
    try world.by(Cast.chief, at: at("2027-02-03 08:00:00")).send(withdrawal)
    try ruleConflicts()
    for number in world.nominees { try hr.at(at("2027-02-04 09:00:00")).send(ConfirmEligibility(of: number)) }
    try hr.at(at("2027-02-04 09:00:00")).send(
      RejectEligibility(of: Self.ineligible, .other, text(.eligibilityReasons)))
    var seats = ChangeSeatCount()
    (seats.cohort, seats.ground, seats.seats) = ("2027", words(.boardGround), 5)
    try world.by(Cast.board[0], at: at("2027-02-05 09:00:00")).send(seats)
    var note = RecordCaseNote()
    (note.cohort, note.nominee, note.text) = ("2027", PersonRef(given: Self.participant), words(.caseNote))
    try hr.at(at("2027-02-06 09:00:00")).send(note)
  }

  private func bar(_ person: String, from nominee: String) throws {
    var conflict = DeclareConflict()
    (conflict.cohort, conflict.kind, conflict.nominee) = ("2027", .kin, PersonRef(given: nominee))
    (conflict.person, conflict.reasons) = (PersonRef(given: person), words(.conflictReasons))
    try world.by(Cast.hr, at: at("2027-02-02 12:00:00")).send(conflict)
  }

  private func ruleConflicts() throws {
    var list = ListAssessments()
    list.cohort = "2027"
    let hr = try world.by(Cast.hr, at: at("2027-02-03 12:00:00"))
    for conflict in try hr.ask(list).conflicts {
      var ruling = RuleConflict()
      (ruling.cohort, ruling.conflict, ruling.reasons) = ("2027", conflict.id, words(.conflictRulingReasons))
      ruling.upheld = true
      try hr.send(ruling)
    }
  }

  /// The first assessor scores everybody and corrects a score; the second comes to it later.
  private func score() throws {
    let hr = try world.by(Cast.hr, at: at("2027-03-03 09:00:00"))
    for assessor in Cast.assessors { try hr.send(AssignAssessor(assessor)) }
    try giveScores(Self.complete, half: 0)
    var revision = ReviseAssessment()
    (revision.cohort, revision.nominee, revision.question) = ("2027", PersonRef(given: Self.refused), 4)
    (revision.oldBasis, revision.oldPoints, revision.basis, revision.points) = (.demonstrated, 4, .potential, 4)
    revision.reason = words(.correctionReason)
    try world.by(Self.complete, at: at("2027-03-03 13:00:00")).send(revision)
    var calibration = HoldCalibration()
    (calibration.cohort, calibration.date, calibration.note) = ("2027", date("2027-03-04"), words(.calibrationNote))
    calibration.present = Cast.assessors.map { PersonRef(given: $0) }
    try world.by(Cast.hr, at: at("2027-03-04 13:00:00")).send(calibration)
  }

  /// 114 and 115 are level at the border of the seats.
  private func giveScores(_ assessor: String, half: Int) throws {
    let rows = zip(world.nominees, [0, 1, 2, 3, 4, 4, 6, 7]).flatMap { number, place in
      (1...5).map { question in
        let lacking = question <= 3 ? (place + half * 3 + question - 1) / 6 : 0
        let remark = number == Self.refused && half == 0 && question == 1 ? text(.assessmentRemark) : nil
        return ScoreAssessment(of: number, question, 4 - lacking, remark: remark)
      }
    }
    try world.by(assessor, at: at("2027-03-03 12:00:00")).importAll(rows)
  }

  private func decide() throws {
    try giveScores(Self.blind, half: 1)
    try world.build(from: .ranked, to: .ranked)
    var tie = ResolveTie()
    (tie.cohort, tie.ground) = ("2027", words(.tieGround))
    tie.order = ["114", "115"].map { PersonRef(given: $0) }
    try world.by(Cast.hr).send(tie)
    // 110 gives way to 116 at first: a departure that the board returns.
    try propose(["111", "112", "113", "114", "116"], departing: [Self.participant, "116"])
    var returned = ReturnSelection()
    (returned.cohort, returned.proposal, returned.reasons) = ("2027", try world.proposal(), words(.returnReasons))
    try world.by(Cast.board[0], at: at("2027-03-11 14:00:00")).send(returned)
    try propose(["110", "111", "112", "113", "115"], departing: ["114", "115"])
  }

  private func propose(_ selected: [String], departing: [String]) throws {
    var proposal = ProposeSelection(selected)
    proposal.note = words(.proposalNote)
    proposal.reasons = [ReasonsGiven(PersonRef(given: Self.participant), text: words(.selectionReasons))]
    proposal.departures = departing.map { number in
      var departure = DepartureGiven()
      departure.ground = number == "115" ? words(.departureGround) : "Helhedssyn."
      departure.nominee = PersonRef(given: number)
      return departure
    }
    try world.by(Cast.hr, at: at("2027-03-11 12:00:00")).send(proposal)
  }

  private func tell() throws {
    var approval = ApproveSelection(try world.proposal(), on: date("2027-03-15"), present: Array(Cast.board.prefix(2)))
    approval.meeting.title = Line(text(.minutesReference))
    try world.by(Cast.board[0], at: at("2027-03-15 12:00:00")).send(approval)
    for number in ["110", "111", "112", "113", "115"] {
      try world.by(Cast.hr, at: at("2027-03-16 09:00:00")).send(OfferSeat(to: number))
      try world.by(number, at: at("2027-03-17 09:00:00")).send(AcceptSeat(by: number))
    }
    for number in ["114", "116", Self.refused, Self.ineligible] {
      try world.by(Cast.hr, at: at("2027-03-22 09:00:00")).send(
        NotifyNonSelection(to: number, reasons: number == Self.refused ? text(.refusalLetter) : "Andre var stærkere."))
    }
    var feedback = GiveFeedback(to: Self.refused)
    feedback.next = words(.feedback)
    try world.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(feedback)
    let refused = PersonRef(given: Self.refused)
    var complaint = ReceiveComplaint()
    (complaint.cohort, complaint.nominee, complaint.text) = ("2027", refused, words(.complaint))
    try world.by(Cast.hr, at: at("2027-03-29 09:00:00")).send(complaint)
    var answer = AnswerComplaint()
    (answer.cohort, answer.nominee, answer.text) = ("2027", refused, words(.complaintAnswer))
    try world.by(Cast.otherHR, at: at("2027-03-30 09:00:00")).send(answer)
  }

  private func live() throws {
    let (may, own) = (at("2027-05-03 09:00:00"), PersonRef(given: Self.participant))
    let participant = try world.by(Self.participant, at: may)
    var plan = SetDevelopmentPlan(of: Self.participant)
    plan.purposeOfPlan = words(.developmentPlan)
    try participant.send(plan)
    var progress = ProgressGoal()
    (progress.cohort, progress.goal, progress.participant, progress.status) = ("2027", 1, own, .halfway)
    progress.note = words(.goalNote)
    try participant.send(progress)
    var leaving = WithdrawParticipant()
    (leaving.cohort, leaving.nominee) = ("2027", PersonRef(given: Self.leaver))
    leaving.reason = words(.leavingReason)
    try world.by(Self.leaver, at: at("2027-08-02 09:00:00")).send(leaving)
    try Internship.twoDays(in: world)
    var void = VoidEntry()
    (void.cohort, void.entry) = ("2027", try Internship.wrongDay(in: world))
    (void.oldAmount, void.oldDate) = (Rational(1), date("2028-01-14"))
    void.reason = words(.entryReason)
    try world.by(Self.participant, at: at("2028-01-20 09:00:00")).send(void)
    var complete = CompleteProgramme()
    (complete.cohort, complete.participant, complete.ground) = ("2027", own, words(.completionGround))
    let hr = try world.by(Cast.hr, at: at("2028-05-02 09:00:00"))
    try hr.send(complete)
    var request = RequestErasure()
    (request.person, request.reason) = (own, words(.erasureReason))
    try hr.send(request)
    var hold = SetLegalHold()
    (hold.person, hold.reason) = (own, words(.holdReason))
    try hr.send(hold)
    var clearance = RecordArchiveClearance()
    (clearance.cohort, clearance.reference) = ("2027", Line(text(.paperReference)))
    try hr.send(clearance)
  }
}
