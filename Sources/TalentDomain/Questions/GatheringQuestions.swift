/// When are the gatherings, and who came?
package struct ListGatherings: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = GatheringList
  package static let purpose = Bilingual(
    da: "Samlingerne med de datoer, der gælder, og fremmødet.",
    en: "The gatherings with the dates that hold, and attendance.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListGatherings`.
package struct GatheringList: Record {
  package var gatherings: [GatheringLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("gatherings", &gatherings, "In the order of their dates.")
  }
}

/// One gathering.
package struct GatheringLine: Record {
  package var attended: Int?
  package var earlier: [LocalTime] = []
  package var gathering = Gathering()
  package var isOver = false
  package var mine: Rational?
  package var participants: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("attended", &attended, "How many of those who take part were there; for those who see the programme.")
    try members("earlier", &earlier, "When it was to begin before it moved, from first to last.")
    try members("gathering", &gathering)
    try members("isOver", &isOver)
    try members("mine", &mine, "For how many days the one who asks was there.")
    try members("participants", &participants, "How many take part.")
  }
}

/// Who was at which gathering?
package struct ShowAttendance: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = AttendanceShown
  package static let purpose = Bilingual(
    da: "Fremmødet: hver deltager ved hver samling.",
    en: "Attendance: each participant at each gathering.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ShowAttendance`: a cell for each participant and each gathering, row by row.
package struct AttendanceShown: Record {
  package var cells: [AttendanceCell] = []
  package var gatherings: [Gathering] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cells", &cells)
    try members("gatherings", &gatherings)
  }
}

/// One participant at one gathering.
package struct AttendanceCell: Record {
  package var days: Rational?
  package var entry: Alias?
  package var gathering = 0
  package var isOver = false
  package var participant = Person()
  package var takesPart = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("days", &days, "For how many days; absent where nothing is recorded that stands.")
    try members("entry", &entry, "By this it is corrected and voided.")
    try members("gathering", &gathering, "The gathering's number.")
    try members("isOver", &isOver, "Whether the gathering is over.")
    try members("participant", &participant)
    try members("takesPart", &takesPart, "Whether the participant still takes part.")
  }
}
