/// Who meets which mentor?
package struct ListMentors: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = MentorList
  package static let purpose = Bilingual(
    da: "Mentorer og deltagere: hvem mødes, hvor længe og hvor tit.",
    en: "Mentors and participants: who meets, since when and how often.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListMentors`: all to those who run or audit the programme, to mentor and participant their own.
package struct MentorList: Record {
  package var free: [Person] = []
  package var pairs: [MentorPair] = []
  package var without: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("free", &free, "Registered mentors who meet nobody now; for those who see the programme.")
    try members("pairs", &pairs, "A participant's matches in the order in which they were made.")
    try members("without", &without, "Participants who have no mentor now; for those who see the programme.")
  }
}

/// A participant and a mentor. What they say to each other is recorded nowhere (R15).
package struct MentorPair: Record {
  package var from = CivilDate.blank
  package var hours = Rational(0)
  package var latest: CivilDate?
  package var meetings = 0
  package var mentor = Person()
  package var mentorAgreed: CivilDate?
  package var participant = Person()
  package var participantAgreed: CivilDate?
  package var to: CivilDate?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("from", &from)
    try members("hours", &hours, "Of their meetings, without those that were voided.")
    try members("latest", &latest, "The day of their latest meeting.")
    try members("meetings", &meetings)
    try members("mentor", &mentor)
    try members("mentorAgreed", &mentorAgreed, "When the mentor agreed to confidentiality.")
    try members("participant", &participant)
    try members("participantAgreed", &participantAgreed, "When the participant did.")
    try members("to", &to, "Its last day; absent while it lasts.")
  }
}

/// What does a participant's development plan say (R17)?
package struct ShowPlan: CohortQuery {
  package var cohort = Code.blank
  package var participant: PersonRef?

  package typealias Answer = PlanShown
  package static let purpose = Bilingual(
    da: "En deltagers udviklingsplan med formål, udbytte og mål, og hvor langt målene er nået.",
    en: "A participant's development plan: its purpose, benefit and goals, and how far they have come.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participant", &participant, "Absent: oneself.")
  }
}

/// The answer to `ShowPlan`: to the participant, the own leader and the HR Centre, and to nobody else.
package struct PlanShown: Record {
  package var participant = Person()
  package var versions: [PlanVersion] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("participant", &participant)
    try members("versions", &versions, "The one that holds first; none where no plan is set.")
  }
}

/// One version of a plan. Its words are absent once they are erased.
package struct PlanVersion: Record {
  package var benefit: Text?
  package var day = CivilDate.blank
  package var goals: [PlanGoal] = []
  package var purpose: Text?
  package var version = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("benefit", &benefit, "Udbytte.")
    try members("day", &day, "When it was set.")
    try members("goals", &goals)
    try members("purpose", &purpose, "Formål.")
    try members("version", &version)
  }
}

/// One goal of a plan.
package struct PlanGoal: Record {
  package var goal: Text?
  package var number = 0
  package var status: GoalStatus?
  package var steps: [GoalStepLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("goal", &goal)
    try members("number", &number)
    try members("status", &status, "Absent while nothing is recorded.")
    try members("steps", &steps, "The oldest first.")
  }
}

/// A goal has come further.
package struct GoalStepLine: Record {
  package var day = CivilDate.blank
  package var note: Text?
  package var status = GoalStatus.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("day", &day)
    try members("note", &note, "In the participant's own words.")
    try members("status", &status)
  }
}

/// Which internships have been agreed?
package struct ListInternships: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = InternshipList
  package static let purpose = Bilingual(
    da: "Praktikaftaler, og hvor mange dage der er gået.",
    en: "Internships agreed, and how many of their days are done.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListInternships`: all to those who run or audit the programme, to host and participant their own.
package struct InternshipList: Record {
  package var internships: [InternshipLine] = []
  package var without: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("internships", &internships)
    try members("without", &without, "Participants who have agreed on none; for those who see the programme.")
  }
}

/// One agreement.
package struct InternshipLine: Record {
  package var agreed = Rational(0)
  package var confirmed = Rational(0)
  package var done = Rational(0)
  package var from = CivilDate.blank
  package var host = Person()
  package var participant = Person()
  package var to = CivilDate.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("agreed", &agreed, "Days in all.")
    try members("confirmed", &confirmed, "Days that the counterpart has confirmed.")
    try members("done", &done, "Days recorded under this agreement.")
    try members("from", &from)
    try members("host", &host)
    try members("participant", &participant)
    try members("to", &to)
  }
}

/// Which career and goal dialogues have been held?
package struct ListDialogues: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = DialogueList
  package static let purpose = Bilingual(
    da: "Karriere- og måldialoger, og hvem der er bagud med dem.",
    en: "Career and goal dialogues, and who is behind with them.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListDialogues`: all to those who run or audit the programme, to a leader those of the own employees, to a
/// participant the own.
package struct DialogueList: Record {
  package var dialogues: [DialogueLine] = []
  package var participants: [DialogueStanding] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("dialogues", &dialogues, "In the order of their days.")
    try members("participants", &participants)
  }
}

/// One dialogue. What was said is recorded nowhere.
package struct DialogueLine: Record {
  package var confirmed = false
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var hours = Rational(0)
  package var leader: Person?
  package var participant = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("confirmed", &confirmed)
    try members("date", &date)
    try members("entry", &entry, "By this it is confirmed, corrected and voided.")
    try members("hours", &hours)
    try members("leader", &leader)
    try members("participant", &participant)
  }
}

/// Where one participant stands with the dialogues.
package struct DialogueStanding: Record {
  package var held = 0
  package var leader: Person?
  package var participant = Person()
  package var track = TrackLine()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("held", &held, "How many dialogues.")
    try members("leader", &leader, "The immediate leader today.")
    try members("participant", &participant)
    try members("track", &track)
  }
}

/// What differs from what the programme expects?
package struct ListDeviations: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = DeviationList
  package static let purpose = Bilingual(
    da: "Det, der afviger fra det, programmet forventer. Det advarer kun (R14).",
    en: "What differs from what the programme expects. It only warns (R14).")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListDeviations`.
package struct DeviationList: Record {
  package var deviations: [DeviationLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("deviations", &deviations, "In the order in which they were flagged.")
  }
}
