/// Which forms are there?
package struct ListNominations: CohortQuery {
  package var cohort = Code.blank
  package var status: CaseStatus?

  package typealias Answer = NominationList
  package static let purpose = Bilingual(
    da: "Indstillinger, som du må se, i den rækkefølge de er afleveret.",
    en: "The nominations that you may see, in the order in which they were handed in.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("status", &status, "Only forms of this status.")
  }
}

/// The answer to `ListNominations`.
package struct NominationList: Record {
  package var nominations: [NominationLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominations", &nominations)
  }
}

/// One form.
package struct NominationLine: Record {
  package var centre: Thing?
  package var chief = Person()
  package var field: TargetField?
  package var handedIn = Instant.blank
  package var id = Alias.none
  package var journal: Line?
  package var nominee: Person?
  package var priority: Int?
  package var profession: Thing?
  package var recorded: Int?
  package var refusedBy: [Line] = []
  package var status = CaseStatus.blank
  package var workplace: Thing?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("chief", &chief)
    try members("field", &field)
    try members("handedIn", &handedIn)
    try members("id", &id)
    try members("journal", &journal)
    try members("nominee", &nominee, "Absent where nobody is known by the number on the form.")
    try members("priority", &priority, "The chief's own order: shown, never computed with (R5).")
    try members("profession", &profession)
    try members("recorded", &recorded, "The position of the form; for those who may see positions.")
    try members("refusedBy", &refusedBy, "The rules that refused it.")
    try members("status", &status)
    try members("workplace", &workplace)
  }
}

/// What did the form say? By the form's id, or the nominee's live form.
package struct ShowNomination: CohortQuery {
  package var cohort = Code.blank
  package var form: Alias?
  package var nominee: PersonRef?

  package typealias Answer = NominationShown
  package static let purpose = Bilingual(
    da: "En indstilling med skemaet, som det blev afleveret.",
    en: "A nomination with its form as it was handed in.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("form", &form)
    try members("nominee", &nominee)
  }
}

/// The answer to `ShowNomination`.
package struct NominationShown: Record {
  package var conversation: CivilDate?
  package var form: NominationForm?
  package var interest: CivilDate?
  package var line = NominationLine.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("conversation", &conversation)
    try members("form", &form, "Absent once erased, or where you may not see it.")
    try members("interest", &interest)
    try members("line", &line)
  }
}

/// How does my own nomination stand? Until the letter it reads «under behandling».
package struct ShowMyCase: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = MyCase
  package static let purpose = Bilingual(
    da: "Din egen sag: hvor den står, og hvad der er næste skridt.",
    en: "Your own case: where it stands and what comes next.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ShowMyCase`.
package struct MyCase: Record {
  package var answerBy: CivilDate?
  package var feedback: Feedback?
  package var nominated = false
  package var status: CaseStatus?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy, "The last day to answer an offer.")
    try members("feedback", &feedback)
    try members("nominated", &nominated)
    try members("status", &status)
  }
}
