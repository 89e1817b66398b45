/// The board gives everybody more time to nominate, before anybody has scored.
package struct ExtendDeadline: CohortCommand {
  package var cohort = Code.blank
  package var deadline = CivilDate.blank
  package var ground: Text?

  package static let purpose = Bilingual(
    da: "Forlæng fristen for indstillinger for alle.",
    en: "Extend the deadline for nominations for all alike.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("deadline", &deadline, "The new last day on which a form is on time.")
    try members("ground", &ground, "The board's ground.")
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    let setup = try cohort.opened().setup
    let closes = try context.start(of: deadline.adding(days: 1), zone: setup.zone.value, at: "deadline")
    return [Proposal(DeadlineExtended(closes: closes, deadline: deadline), sealed: BoardGround.sealed(ground))]
  }
}

/// The deadline is later than it was.
package struct DeadlineExtended: CohortFact {
  package var closes = Instant.blank
  package var deadline = CivilDate.blank

  package static let type: StaticString = "deadline.extended.v1"
  package static let purpose = Bilingual(
    da: "Fristen for indstillinger er forlænget.",
    en: "The deadline for nominations has been extended.")
  package static let sealed: [any SealedRecord.Type] = [BoardGround.self]

  package init() {}
  package init(closes: Instant, deadline: CivilDate) {
    self.closes = closes
    self.deadline = deadline
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("closes", &closes, "The first instant at which a form is late.")
    try members("deadline", &deadline)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.closes = closes
    cohort.setup.deadline = deadline
  }
}

/// Why the board decided as it did, in its own words.
package struct BoardGround: SealedRecord {
  package var ground = Text("")

  package static let kind = SealedKind.boardGround
  package static let retention = RetentionClass.record
  package static let audience = Audience.casework

  package init() {}
  package init(_ ground: Text) { self.ground = ground }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
  }

  /// Sealed under the organisation's key: it concerns no single person.
  static func sealed(_ ground: Text?) -> [Sealed] {
    ground.map { [Sealed(BoardGround($0), of: .organisation)] } ?? []
  }
}
