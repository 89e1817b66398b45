/// A new cohort (hold): its seats, its dates and the zone in which they are dates.
package struct OpenCohort: CohortCommand {
  package var cohort = Code.blank
  package var deadline = CivilDate.blank
  package var kickOff = CivilDate.blank
  package var mbtiDate = CivilDate.blank
  package var seats = 0
  package var title = Line("")
  package var zone = Line(municipalZone)

  package static let purpose = Bilingual(
    da: "Åbn et hold.",
    en: "Open a cohort.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "Its code, such as 2027.")
    try members("deadline", &deadline, "The last day on which a form is on time (R2).")
    try members("kickOff", &kickOff)
    try members("mbtiDate", &mbtiDate, "The day of the MBTI group feedback.")
    try members("seats", &seats, "1 to 300.")
    try members("title", &title)
    try members("zone", &zone, "The zone of its dates, such as Europe/Copenhagen.")
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    var fact = CohortOpened()
    fact.closes = try context.start(of: deadline.adding(days: 1), zone: zone.value, at: "deadline")
    fact.cohort = self.cohort
    fact.deadline = deadline
    fact.kickOff = kickOff
    fact.mbtiDate = mbtiDate
    fact.seats = seats
    fact.title = title
    fact.zone = zone
    return [Proposal(fact)]
  }
}

/// A cohort exists, and forms may be handed in once its criteria are known.
package struct CohortOpened: CohortFact {
  package var closes = Instant.blank
  package var cohort = Code.blank
  package var deadline = CivilDate.blank
  package var kickOff = CivilDate.blank
  package var mbtiDate = CivilDate.blank
  package var seats = 0
  package var title = Line("")
  package var zone = Line("")

  package static let type: StaticString = "cohort.opened.v1"
  package static let purpose = Bilingual(
    da: "Et hold er åbnet.",
    en: "A cohort has been opened.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("closes", &closes, "The first instant at which a form is late.")
    try members("cohort", &cohort)
    try members("deadline", &deadline, "The last day on which a form is on time (R2).")
    try members("kickOff", &kickOff)
    try members("mbtiDate", &mbtiDate)
    try members("seats", &seats)
    try members("title", &title)
    try members("zone", &zone)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.opened = header.position
    cohort.setup.openedOn = header.localDate
    cohort.setup.openedAt = header.recorded
    cohort.setup.code = self.cohort
    cohort.setup.closes = closes
    cohort.setup.deadline = deadline
    cohort.setup.kickOff = kickOff
    cohort.setup.mbtiDate = mbtiDate
    cohort.setup.seats = seats
    cohort.setup.title = title
    cohort.setup.zone = zone
  }
}

extension Cohort {
  /// The cohort, if it has been opened.
  package func opened() throws(Refusal) -> Cohort {
    guard isOpen else { throw .notFound }
    return self
  }
}
