/// What records time with mentors, hosts and leaders.
let mentoringEntries: [any EntryFact.Type] = [GoalDialogueHeld.self, InternshipDayLogged.self, MentorMeetingHeld.self]

let mentoringFacts: [any CohortFact.Type] = [
  MentorRegistered.self, MentorMatched.self, MentorMatchEnded.self, ConfidentialityAgreed.self,
  MentorMeetingHeld.self, InternshipAgreed.self, InternshipDayLogged.self, DevelopmentPlanSet.self,
  DevelopmentGoalProgressed.self, GoalDialogueHeld.self,
]

package let mentoringCommands: [any CohortCommand.Type] = [
  RegisterMentor.self, MatchMentor.self, EndMentorMatch.self, AgreeConfidentiality.self, LogMentorMeeting.self,
  AgreeInternship.self, LogInternshipDay.self, SetDevelopmentPlan.self, ProgressGoal.self, HoldGoalDialogue.self,
]
