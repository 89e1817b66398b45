/// How long the data of a case is kept once it has ended: in years, by how it ended and by class of data. The words hold none
/// of these numbers, but that those not selected are kept for three years; the others are ours, each with its reason.
package struct RetentionValues: Record {
  package var contributed = RetentionYears(all: 3)
  package var notConsidered = RetentionYears(all: 1)
  /// Without it, `retentionYears` holds for every class.
  package var notSelected: RetentionYears?
  package var participated = RetentionYears(assessment: 3, feedback: 3, nomination: 5, programme: 5, selection: 5)

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("contributed", &contributed, "Of whoever took part in others' cases.")
    try members("notConsidered", &notConsidered, "Of whoever's form was refused or withdrawn.")
    try members("notSelected", &notSelected, "Of whoever took no part; without it `retentionYears` holds.")
    try members("participated", &participated, "Of whoever had a seat.")
  }
}

/// Years by class of a case's data.
package struct RetentionYears: Record {
  package var assessment = 0
  package var feedback = 0
  package var nomination = 0
  package var programme = 0
  package var selection = 0

  package init() {}
  package init(all years: Int) {
    self.init(assessment: years, feedback: years, nomination: years, programme: years, selection: years)
  }
  package init(assessment: Int, feedback: Int, nomination: Int, programme: Int, selection: Int) {
    self.assessment = assessment
    self.feedback = feedback
    self.nomination = nomination
    self.programme = programme
    self.selection = selection
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("assessment", &assessment, "Points, bases and remarks.")
    try members("feedback", &feedback, "The immediate leader's feedback.")
    try members("nomination", &nomination, "The form and the ruling on it.")
    try members("programme", &programme, "The year: plan, notes, reasons.")
    try members("selection", &selection, "Proposal, letters, complaints, case notes.")
  }

  /// Nil for what belongs to no case.
  package subscript(retention: RetentionClass) -> Int? {
    switch retention {
    case .assessment: assessment
    case .feedback: feedback
    case .nomination: nomination
    case .programme: programme
    case .selection: selection
    case .account, .employment, .link, .record: nil
    }
  }

  /// Periods that somebody could answer for.
  var isWithinLimits: Bool {
    [assessment, feedback, nomination, programme, selection].allSatisfy { (0...30).contains($0) }
  }
}

extension RetentionValues {
  var isWithinLimits: Bool {
    [contributed, notConsidered, participated, notSelected ?? contributed].allSatisfy(\.isWithinLimits)
  }
}

extension RuleSet {
  /// How long a case is kept that ended so; nil for what belongs to no case, and for one that has not ended.
  package func retention(after outcome: RetentionOutcome) -> RetentionYears? {
    let values = retention ?? RetentionValues()
    switch outcome {
    case .contributed: return values.contributed
    case .notConsidered: return values.notConsidered
    case .notSelected: return values.notSelected ?? RetentionYears(all: retentionYears)
    case .participated: return values.participated
    case .employed, .open: return nil
    }
  }
}
