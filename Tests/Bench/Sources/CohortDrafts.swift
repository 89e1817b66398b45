import CPlatform
import EventLog
import Seeded
import StrictJSON
import TalentDomain
import TalentInterface

/// The events of one cohort, from its opening to its seats: in number, size and kind those of a usual year.
struct CohortDrafts {
  static let nominees = 40
  static let seats = 20
  private static let questions = 5
  private static let assessors = 2
  /// Opening and closing, forms, scores, seats.
  static let count = 2 + nominees * 5 + assessors * (1 + nominees * questions) + seats * 2

  private(set) var commands: [CommandDrafts] = []
  private let code: Code
  private var chance: SeededGenerator
  private let hr: (person: Alias, alias: Alias)
  /// Where nominees come from and what they are: few, and so shared by many.
  private let centres: [Alias]
  private let workplaces: [Alias]
  private let professions: [Alias]
  private let now = talent_realtime_ms()
  /// As a client makes them: they begin with the time.
  private var commandNumber: UInt64 = 0

  init(_ code: Code, staff: [Alias], chance: inout SeededGenerator) {
    self.code = code
    hr = (staff[0], chance.alias())
    centres = (0..<9).map { _ in chance.alias() }
    workplaces = (0..<20).map { _ in chance.alias() }
    professions = (0..<6).map { _ in chance.alias() }
    self.chance = chance
    open()
    let people = (0..<Self.nominees).map { _ in
      staff[Int.random(in: Office.members..<staff.count, using: &self.chance)]
    }
    let nominees = people.map { ($0, self.chance.alias()) }
    for (person, alias) in nominees { nominate(person, alias) }
    for _ in 0..<Self.assessors { score(nominees, by: self.chance.alias(), staff[1]) }
    close(nominees.prefix(Self.seats).map { $0.1 })
    chance = self.chance
  }

  private mutating func open() {
    var opened = CohortOpened()
    opened.closes = Instant(milliseconds: now + 86_400_000)
    opened.cohort = code
    opened.deadline = Self.day
    opened.kickOff = Self.day
    opened.mbtiDate = Self.day
    opened.seats = Self.seats
    opened.title = "Udvikling af ledelsestalent"
    opened.zone = "Europe/Copenhagen"
    command([Proposal(opened, sealed: [Sealed(PersonLink(alias: hr.alias, person: hr.person), of: hr.person)])])
  }

  private mutating func nominate(_ person: Alias, _ alias: Alias) {
    var conversation = TalentConversationHeld()
    conversation.date = Self.day
    conversation.employee = alias
    var interest = InterestConfirmed()
    interest.date = Self.day
    interest.employee = alias
    var submitted = NominationSubmitted()
    submitted.id = chance.alias()
    submitted.form.ambition = true
    submitted.form.centre = centres[Int.random(in: centres.indices, using: &chance)]
    submitted.form.chief = hr.alias
    submitted.form.day = Self.day
    submitted.form.employed = true
    submitted.form.engagement = true
    submitted.form.field = .own
    submitted.form.handedIn = Instant(milliseconds: now)
    submitted.form.interest = true
    submitted.form.nominee = alias
    submitted.form.profession = professions[Int.random(in: professions.indices, using: &chance)]
    submitted.form.workplace = workplaces[Int.random(in: workplaces.indices, using: &chance)]
    command([
      Proposal(
        conversation, subject: alias, sealed: [Sealed(PersonLink(alias: alias, person: person), of: person)]),
      Proposal(interest, subject: alias), Proposal(submitted, subject: alias, sealed: [Sealed(form, of: person)]),
    ])
    var received = NominationReceived()
    received.id = submitted.id
    received.nominee = alias
    command([
      Proposal(
        received, subject: alias, sealed: [Sealed(JournalNumber(Line("\(code.value)-\(commandNumber)")), of: person)])
    ])
    var eligible = EligibilityConfirmed()
    eligible.employed = true
    eligible.id = submitted.id
    eligible.nominee = alias
    command([Proposal(eligible, subject: alias)])
  }

  private var form: NominationForm {
    var form = NominationForm()
    form.ambition = true
    form.engagement = true
    form.interest = true
    form.field = .own
    form.interestConfirmed = Self.day
    form.conversation = TalentConversation(Self.day, startedBy: .leader)
    form.answers = (1...Self.questions).map {
      AnswerGiven(
        $0, .demonstrated, "Medarbejderen følger op på mål og samler kollegerne om kerneopgaven; set siden 2024.")
    }
    return form
  }

  private mutating func score(_ nominees: [(Alias, Alias)], by assessor: Alias, _ person: Alias) {
    var assigned = AssessorAssigned()
    assigned.assessor = assessor
    assigned.nominees = nominees.map { $0.1 }
    command([
      Proposal(assigned, subject: assessor, sealed: [Sealed(PersonLink(alias: assessor, person: person), of: person)])
    ])
    for (person, nominee) in nominees {
      for question in 1...Self.questions {
        var scored = AssessmentScored()
        scored.assessor = assessor
        scored.basis = .demonstrated
        scored.nominee = nominee
        scored.points = Int.random(in: 0...4, using: &chance)
        scored.question = question
        var remark = AssessmentRemark()
        remark.remark = "Set i praksis på fælles temadag; enig i chefens vurdering."
        // One in three has a remark, as in last year's files.
        let sealed = question % 3 == 0 ? [Sealed(remark, of: person)] : []
        command([Proposal(scored, subject: nominee, sealed: sealed)])
      }
    }
  }

  private mutating func close(_ seated: [Alias]) {
    var closed = ScoringClosed()
    closed.nominees = Self.nominees
    closed.sets = Self.nominees * Self.assessors
    command([Proposal(closed)])
    for nominee in seated {
      var offered = SeatOffered()
      offered.answerBy = Self.day
      offered.closes = Instant(milliseconds: now + 86_400_000)
      offered.nominee = nominee
      command([Proposal(offered, subject: nominee)])
      var accepted = SeatAccepted()
      accepted.nominee = nominee
      command([Proposal(accepted, subject: nominee)])
    }
  }

  private static let day = CivilDate("2027-03-01") ?? .blank

  /// What the service makes of the proposals of one command.
  private mutating func command(_ proposals: [Proposal]) {
    commandNumber += 1
    let id = CommandID.make(milliseconds: now, random: (commandNumber, chance.next())).text
    let drafts = proposals.map { proposal in
      Draft(
        stream: "cohort/\(code.value)", type: "\(type(of: proposal.fact).type)", subject: proposal.subject?.text,
        effective: now, facts: proposal.fact.canonical, sealed: proposal.sealed.map { field($0) },
        actor: hr.alias.text, command: id, received: now, localDate: Self.day.text, ruleSet: "2027.1")
    }
    commands.append(CommandDrafts(id: id, actor: hr.person.bits, drafts: drafts))
  }

  private func field(_ sealed: Sealed) -> SealedField {
    let kind = type(of: sealed.record)
    return SealedField(
      subject: sealed.subject.bits, retention: kind.retention.rawValue, audience: kind.audience.rawValue,
      name: "\(kind.name)", value: sealed.record.canonical)
  }
}

extension SeededGenerator {
  /// The lowest ids are reserved.
  fileprivate mutating func alias() -> Alias { Alias(bits: UInt64.random(in: 16...UInt64.max, using: &self)) }
}
