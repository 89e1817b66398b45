/// The form (skemaet til indstillinger) with all that stood on it, as it was handed in (R6).
package struct NominationForm: SealedRecord {
  package var ambition = false
  package var answers: [AnswerGiven] = []
  package var centre: Line?
  package var conversation: TalentConversation?
  package var engagement = false
  package var field: TargetField?
  package var handedIn: LocalTime?
  package var interest = false
  package var interestConfirmed: CivilDate?
  package var name: Line?
  package var priority: Int?

  package static let kind = SealedKind.nominationForm
  package static let retention = RetentionClass.nomination
  package static let audience = Audience.form

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ambition", &ambition, "An ambition to make a difference (R4).")
    try members("answers", &answers)
    try members("centre", &centre, "The centre as it is written on the form.")
    try members("conversation", &conversation)
    try members("engagement", &engagement, "An engagement that reaches beyond oneself (R4).")
    try members("field", &field)
    try members("handedIn", &handedIn, "When the form says that it was handed in.")
    try members("interest", &interest, "An interest in leadership (R4).")
    try members("interestConfirmed", &interestConfirmed)
    try members("name", &name, "The name as it is written on the form.")
    try members("priority", &priority)
  }
}

/// The chief's answer to one of the questions: what it rests on, and why.
package struct AnswerGiven: Record {
  package var basis: Basis?
  package var number = 0
  package var reasons: Text?

  package init() {}
  package init(_ number: Int, _ basis: Basis?, _ reasons: Text?) {
    self.basis = basis
    self.number = number
    self.reasons = reasons
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "Absent where the form leaves it open; such a form is refused and kept (R6).")
    try members("number", &number, "The question's number.")
    try members("reasons", &reasons)
  }
}

/// When leader and employee talked about the programme, and who came to whom (R7).
package struct TalentConversation: Record {
  package var date = CivilDate.blank
  package var startedBy = Initiative.blank

  package init() {}
  package init(_ date: CivilDate, startedBy: Initiative) {
    self.date = date
    self.startedBy = startedBy
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("startedBy", &startedBy)
  }
}

/// The case number (journalnummer) under which the HR Centre keeps a form.
package struct JournalNumber: SealedRecord {
  package var number = Line("")

  package static let kind = SealedKind.journalNumber
  package static let retention = RetentionClass.nomination
  package static let audience = Audience.casework

  package init() {}
  package init(_ number: Line) { self.number = number }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("number", &number)
  }
}

extension Nominations {
  /// The next case number of a cohort, such as `2027-0007`, where HR gives none of its own.
  func nextJournalNumber(in cohort: Code) -> Line {
    Line("\(cohort.value)-\(Digits.padded(journalled + 1, 4))")
  }
}
