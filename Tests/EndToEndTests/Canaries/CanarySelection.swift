import TalentDomain

/// A selection in which one nominee's data are canaries, from the register to the complaint: everything that a person's
/// case can hold in words is said about that nominee once.
struct CanarySelection {
  let world: World

  static func played(on daemon: Talentd) throws -> CanarySelection {
    let selection = CanarySelection(world: try World.built(on: daemon, to: .staffed))
    try selection.register()
    try selection.world.build(from: .opened, to: .nominated)
    try selection.nominate()
    try selection.world.build(from: .received, to: .eligible)
    try selection.casework()
    try selection.world.build(from: .scored, to: .scored)
    try selection.assess()
    try selection.world.build(from: .ranked, to: .ranked)
    try selection.decide()
    try selection.world.build(from: .offered, to: .offered)
    try selection.letters()
    try selection.render()
    return selection
  }

  private func register() throws {
    let administrator = try world.by(nil)
    try administrator.send(Canary.person)
    var bind = BindAccount()
    (bind.account, bind.person, bind.uid) = (Canary.account, Canary.ref, 70_001)
    try administrator.send(bind)
    var employment = RecordEmployment()
    employment.centre = Line(Cast.schools)
    employment.leader = PersonRef(given: Cast.leader)
    employment.person = Canary.ref
    (employment.profession, employment.workplace) = (Canary.profession, "Skolen")
    try administrator.send(employment)
  }

  /// By the nominee, by a chief who may not, and by the one who may; then once more, and on file.
  private func nominate() throws {
    var confirm = ConfirmInterest()
    (confirm.cohort, confirm.date, confirm.employee) = ("2027", world.dates.interest, Canary.ref)
    try world.by(Canary.number).send(confirm)
    let form = Canary.form
    guard try world.by(Cast.otherChief).refusals(form) == ["R5"] else { throw Trouble("another's chief may nominate") }
    try world.by(Cast.chief).send(form)
    var amended = AmendNomination()
    (amended.ambition, amended.engagement, amended.interest) = (true, true, true)
    (amended.answers, amended.cohort, amended.field) = (form.answers.reversed(), "2027", .other)
    (amended.name, amended.nominee) = (Canary.name, Canary.ref)
    amended.answers.sort { $0.number < $1.number }
    try world.by(Cast.chief).send(amended)
    var receive = ReceiveNomination(of: Canary.number)
    receive.journalNumber = Canary.journal
    try world.by(Cast.hr, at: at("2027-02-02 08:00:00")).send(receive)
  }

  private func casework() throws {
    try world.by(Cast.hr).send(ConfirmEligibility(of: Canary.number))
    var note = RecordCaseNote()
    (note.cohort, note.nominee, note.text) = ("2027", Canary.ref, Canary.note)
    try world.by(Cast.hr).send(note)
    var told = GiveInformation()
    (told.person, told.version) = (Canary.ref, "privatliv-1")
    try world.by(Cast.hr).send(told)
    var conflict = DeclareConflict()
    (conflict.cohort, conflict.kind, conflict.nominee) = ("2027", .kin, Canary.ref)
    (conflict.person, conflict.reasons) = (PersonRef(given: Cast.otherHR), Canary.conflict)
    try world.by(Cast.hr).send(conflict)
    var list = ListAssessments()
    list.cohort = "2027"
    guard let declared = try world.by(Cast.hr).ask(list).conflicts.first else { throw Trouble("no conflict is known") }
    var ruling = RuleConflict()
    (ruling.cohort, ruling.conflict, ruling.reasons) = ("2027", declared.id, Canary.conflict)
    try world.by(Cast.hr).send(ruling)
  }

  /// Fewest points of all, so that the others' places are not disturbed.
  private func assess() throws {
    for assessor in Cast.assessors {
      try world.by(assessor).importAll(
        (1...5).map { ScoreAssessment(of: Canary.number, $0, 0, remark: Canary.remark.value) })
    }
    var revision = ReviseAssessment()
    (revision.cohort, revision.nominee, revision.question) = ("2027", Canary.ref, 2)
    (revision.oldBasis, revision.oldPoints) = (.demonstrated, 0)
    (revision.basis, revision.points, revision.reason) = (.potential, 0, Canary.remark)
    try world.by(Cast.assessors[0]).send(revision)
  }

  /// Proposed, returned, proposed again and approved.
  private func decide() throws {
    var proposal = ProposeSelection(world.order(20), reserve: [world.nominees[20]])
    proposal.note = Canary.note
    proposal.reasons = [ReasonsGiven(Canary.ref, text: Canary.reason)]
    try world.by(Cast.hr, at: at("2027-03-11 12:00:00")).send(proposal)
    var returned = ReturnSelection()
    (returned.cohort, returned.proposal, returned.reasons) = ("2027", try world.proposal(), Canary.reason)
    try world.by(Cast.board[0], at: at("2027-03-12 12:00:00")).send(returned)
    try world.by(Cast.hr, at: at("2027-03-13 12:00:00")).send(proposal)
    var approval = ApproveSelection(try world.proposal(), on: date("2027-03-15"))
    approval.journal = Canary.journal
    try world.by(Cast.board[0], at: at("2027-03-15 12:00:00")).send(approval)
  }

  private func letters() throws {
    var decline = DeclineSeat()
    (decline.cohort, decline.nominee, decline.reason) = ("2027", PersonRef(given: world.nominees[0]), Canary.reason)
    try world.by(world.nominees[0], at: at("2027-03-17 10:00:00")).send(decline)
    let letter = NotifyNonSelection(to: Canary.number, reasons: Canary.reason.value)
    try world.by(Cast.hr, at: at("2027-03-22 09:00:00")).send(letter)
    var feedback = GiveFeedback(to: Canary.number)
    feedback.next = Canary.feedback
    try world.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(feedback)
    var complaint = ReceiveComplaint()
    (complaint.cohort, complaint.nominee, complaint.text) = ("2027", Canary.ref, Canary.complaint)
    try world.by(Cast.hr, at: at("2027-03-29 09:00:00")).send(complaint)
    var answer = AnswerComplaint()
    (answer.cohort, answer.nominee, answer.text) = ("2027", Canary.ref, Canary.complaint)
    try world.by(Cast.otherHR, at: at("2027-03-30 09:00:00")).send(answer)
  }

  /// Letters with the canaries in them, as HR renders them and as the nominee does; and one is checked.
  private func render() throws {
    for kind in [LetterKind.refusal, .feedback, .information] {
      let letter = try world.by(Cast.hr, at: at("2027-03-31 09:00:00")).ask(RenderLetter(kind, of: Canary.number))
      guard !Canary.scanner.findings(in: Array(letter.html.value.utf8), of: "a letter").isEmpty else {
        throw Trouble("the letter \(kind) does not name whom it is about")
      }
      var check = CheckLetter()
      (check.cohort, check.html) = ("2027", letter.html)
      guard try world.by(Canary.number).ask(check).rendered.count == 1 else { throw Trouble("a letter is not known") }
    }
    try world.by(Cast.board[0]).ask(RenderLetter(.boardCase))
  }
}

extension Canary {
  static var ref: PersonRef { PersonRef(given: number) }

  static var form: SubmitNomination {
    var form = SubmitNomination(of: number)
    form.answers = (1...5).map { AnswerGiven($0, .demonstrated, answer) }
    // The interest is on record already.
    form.interestConfirmed = nil
    form.name = name
    return form
  }
}
