/// The events of assessment, in the order in which a case meets them.
package let assessmentFacts: [any CohortFact.Type] = [
  AssessorAssigned.self, ConflictDeclared.self, ConflictRuled.self, AssessmentScored.self, AssessmentRevised.self,
  AssessmentVoided.self, CalibrationHeld.self, ScoringClosed.self, RankingComputed.self, TieResolved.self,
]

/// What may be asked to be done about assessment.
package let assessmentCommands: [any CohortCommand.Type] = [
  AssignAssessor.self, DeclareConflict.self, RuleConflict.self, ScoreAssessment.self, ReviseAssessment.self,
  VoidAssessment.self, HoldCalibration.self, CloseScoring.self, ComputeRanking.self, ResolveTie.self,
]

extension Rulebook {
  static let assessment: [Rule] = [.conflict, .criteria, .twoAssessors, .corrections]
}
