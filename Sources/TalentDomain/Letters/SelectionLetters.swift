/// «Tilbud»: a seat is offered, from the proposal or from the reserve.
package struct OfferContents: LetterContents {
  package var answerBy = CivilDate.blank
  package var gatherings: [Gathering] = []
  package var kickOff = CivilDate.blank
  package var mbtiDate = CivilDate.blank
  package var promoted = false
  package var tracks: [TrackExpectation] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy, "The last day for an answer.")
    try members("gatherings", &gatherings, "In the order of their dates.")
    try members("kickOff", &kickOff)
    try members("mbtiDate", &mbtiDate)
    try members("promoted", &promoted, "Whether it comes from the reserve.")
    try members("tracks", &tracks, "How much time each track of the programme takes.")
  }
}

/// How much time one track of the programme takes, in its own unit.
package struct TrackExpectation: Record {
  package var least = Rational(0)
  package var most = Rational(0)
  package var track = Track.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("least", &least)
    try members("most", &most)
    try members("track", &track)
  }
}

/// «Reserveliste»: a place in the ranked reserve.
package struct ReserveContents: LetterContents {
  package var kickOff = CivilDate.blank
  package var place = 0
  package var secondGathering: CivilDate?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kickOff", &kickOff)
    try members("place", &place, "As approved: 1 for whoever is offered the first vacant seat.")
    try members("secondGathering", &secondGathering, "From then on nobody is promoted.")
  }
}

/// The place in the reserve has lapsed: a refusal, with its reasons.
package struct LapseContents: LetterContents {
  package var early = false
  package var feedbackDue = CivilDate.blank
  package var leader: Person?
  package var reasons = Text("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("early", &early, "Whether it ended before the second gathering.")
    try members("feedbackDue", &feedbackDue)
    try members("leader", &leader, "The immediate leader, who owes the feedback (R12).")
    try members("reasons", &reasons)
  }
}

/// «Afslag med begrundelse».
package struct RefusalContents: LetterContents {
  package var feedbackDue = CivilDate.blank
  package var ineligible = false
  package var leader: Person?
  package var reasons = Text("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("feedbackDue", &feedbackDue)
    try members("ineligible", &ineligible, "Whether the conditions for taking part are not met.")
    try members("leader", &leader, "The immediate leader, who owes the feedback (R12).")
    try members("reasons", &reasons)
  }
}

/// The sheet of the four questions (R12): answered, or to be written on.
package struct FeedbackContents: LetterContents {
  package var alternatives: Text?
  package var due = CivilDate.blank
  package var given: CivilDate?
  package var leader: Person?
  package var next: Text?
  package var realistic: Text?
  package var rightNow: Text?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("alternatives", &alternatives, "Hvad er der ellers af udviklingsmuligheder?")
    try members("due", &due)
    try members("given", &given, "The day of the talk; absent where there has been none.")
    try members("leader", &leader)
    try members("next", &next, "Hvad skal der til for at blive valgt til et evt. næste hold?")
    try members("realistic", &realistic, "Er det realistisk at blive valgt?")
    try members("rightNow", &rightNow, "Er talentforløbet den rigtige udvikling lige nu?")
  }
}

/// What a nominee is told about the use of the data (GDPR art. 13 and 14).
package struct InformationContents: LetterContents {
  package var retentionYears = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("retentionYears", &retentionYears, "How long the data of those not selected is kept.")
  }
}
