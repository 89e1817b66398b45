/// Whom does the HR Centre propose, and what did the board say?
package struct ShowSelection: CohortQuery {
  package var cohort = Code.blank
  package var effective: CivilDate?

  package typealias Answer = SelectionShown
  package static let purpose = Bilingual(
    da: "Forslaget til udvælgelse med afvigelser, begrundelser og godkendelse.",
    en: "The proposed selection with departures, reasons and approval.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("effective", &effective, "Only what was in effect by the end of this day.")
  }
}

/// The answer to `ShowSelection`; without a digest there is no proposal yet.
package struct SelectionShown: Record {
  package var digest: Digest?
  package var position: Int?
  package var proposer: Person?
  package var reserve: [SelectionLine] = []
  package var rest: [SelectionLine] = []
  package var selected: [SelectionLine] = []
  package var status: ProposalState.Status?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "What an approval must name.")
    try members("position", &position)
    try members("proposer", &proposer)
    try members("reserve", &reserve)
    try members("rest", &rest)
    try members("selected", &selected)
    try members("status", &status)
  }
}

/// One nominee in a proposal.
package struct SelectionLine: Record {
  package var departure = false
  package var ground: Text?
  package var nominee = Person()
  package var rank: Int?
  package var reasons: Text?
  package var total: Rational?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("departure", &departure, "Whether the proposal departs from the ranking here (R9).")
    try members("ground", &ground)
    try members("nominee", &nominee)
    try members("rank", &rank)
    try members("reasons", &reasons)
    try members("total", &total)
  }
}

/// Who has a seat?
package struct ListSeats: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = SeatList
  package static let purpose = Bilingual(
    da: "Pladser: tilbud, svar og reserver.",
    en: "Seats: offers, answers and reserve.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListSeats`.
package struct SeatList: Record {
  package var lines: [SeatLine] = []
  package var occupied = 0
  package var reserve: [Person] = []
  package var seats = 0
  package var told: [ToldLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("lines", &lines)
    try members("occupied", &occupied)
    try members("reserve", &reserve, "What is left of it, best first.")
    try members("seats", &seats)
    try members("told", &told, "Those not selected, and their feedback.")
  }
}

/// One seat.
package struct SeatLine: Record {
  package var answerBy = CivilDate.blank
  package var nominee = Person()
  package var promoted = false
  package var status = SeatState.Status.blank
  package var workplace: Thing?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy)
    try members("nominee", &nominee)
    try members("promoted", &promoted)
    try members("status", &status)
    try members("workplace", &workplace)
  }
}

/// Somebody who was told of a refusal.
package struct ToldLine: Record {
  package var feedbackDue = CivilDate.blank
  package var given = false
  package var leader: Person?
  package var nominee = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("feedbackDue", &feedbackDue)
    try members("given", &given)
    try members("leader", &leader)
    try members("nominee", &nominee)
  }
}

/// What did the immediate leader answer (R12)?
package struct ShowFeedback: CohortQuery {
  package var cohort = Code.blank
  package var nominee = PersonRef.blank

  package typealias Answer = FeedbackShown
  package static let purpose = Bilingual(
    da: "Tilbagemeldingen til en, der ikke blev valgt.",
    en: "The feedback to somebody who was not selected.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("nominee", &nominee)
  }
}

/// The answer to `ShowFeedback`.
package struct FeedbackShown: Record {
  package var due: CivilDate?
  package var feedback: Feedback?
  package var nominee = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due)
    try members("feedback", &feedback)
    try members("nominee", &nominee)
  }
}
