/// Which cohorts are there?
package struct ListCohorts: Query {

  package typealias Answer = CohortList
  package static let purpose = Bilingual(
    da: "Hold, som findes, og hvor langt de er.",
    en: "The cohorts there are, and how far they have come.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListCohorts`, newest last.
package struct CohortList: Record {
  package var cohorts: [CohortLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohorts", &cohorts)
  }
}

/// One cohort in a list.
package struct CohortLine: Record {
  package var code = Code.blank
  package var kickOff = CivilDate.blank
  package var seats = 0
  package var stage = Stage.blank
  package var title = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("code", &code)
    try members("kickOff", &kickOff)
    try members("seats", &seats)
    try members("stage", &stage)
    try members("title", &title)
  }
}

/// How does the cohort stand?
package struct ShowCohort: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = CohortOverview
  package static let purpose = Bilingual(
    da: "Holdet på én skærm: pladser, datoer, tal og trin.",
    en: "The cohort on one screen: seats, dates, figures and stage.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ShowCohort`.
package struct CohortOverview: Record {
  package var assigned: Int?
  package var code = Code.blank
  package var complete: Int?
  package var conflictsPending: Int?
  package var criteria: Code?
  package var criteriaFrozen = false
  package var deadline = CivilDate.blank
  package var forms: [StatusCount] = []
  package var kickOff = CivilDate.blank
  package var mbtiDate = CivilDate.blank
  package var occupied: Int?
  package var position: Int?
  package var reserveLeft = 0
  package var revision: Int?
  package var ruleSet: Code?
  package var scoringClosed: Bool?
  package var seats = 0
  package var spread: [Spread] = []
  package var stage = Stage.blank
  package var title = Line("")
  package var zone = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "assigned", &assigned,
      "Pairs of nominee and assessor. This and other figures of the work are absent where they would tell too early.")
    try members("code", &code)
    try members("complete", &complete, "Full sets of scores among them.")
    try members("conflictsPending", &conflictsPending)
    try members("criteria", &criteria)
    try members("criteriaFrozen", &criteriaFrozen)
    try members("deadline", &deadline)
    try members("forms", &forms, "Forms by status.")
    try members("kickOff", &kickOff)
    try members("mbtiDate", &mbtiDate)
    try members("occupied", &occupied, "Seats taken or held by a live offer (R1).")
    try members("position", &position, "The cohort's latest event; for those who may see positions.")
    try members("reserveLeft", &reserveLeft)
    try members("revision", &revision, "For those who may see positions.")
    try members("ruleSet", &ruleSet)
    try members("scoringClosed", &scoringClosed)
    try members("seats", &seats)
    try members("spread", &spread, "Eligible nominees by workplace and by profession (R11: an expectation, no quota).")
    try members("stage", &stage)
    try members("title", &title)
    try members("zone", &zone)
  }
}

/// How many forms have a status.
package struct StatusCount: Record {
  package var count = 0
  package var status = CaseStatus.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("count", &count)
    try members("status", &status)
  }
}

/// How many come from one workplace or profession.
package struct Spread: Record {
  package var eligible = 0
  package var selected = 0
  package var thing = Thing()
  package var workplace = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("eligible", &eligible)
    try members("selected", &selected)
    try members("thing", &thing)
    try members("workplace", &workplace, "A workplace, or else a profession.")
  }
}

/// By what are nominees judged?
package struct ShowCriteria: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = CriteriaShown
  package static let purpose = Bilingual(
    da: "Kriterier, regelsæt og samlinger, som de gælder.",
    en: "Criteria, rule set and gatherings as they hold.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ShowCriteria`.
package struct CriteriaShown: Record {
  package var criteria: Criteria?
  package var frozen = false
  package var gatherings: [Gathering] = []
  package var ruleSet = RuleSet.blank
  package var ruleSetVersion: Code?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("criteria", &criteria)
    try members("frozen", &frozen)
    try members("gatherings", &gatherings)
    try members("ruleSet", &ruleSet)
    try members("ruleSetVersion", &ruleSetVersion)
  }
}
