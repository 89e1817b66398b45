/// What records time at gatherings, MBTI and in work groups.
let gatheringEntries: [any EntryFact.Type] = [
  AttendanceRecorded.self, MBTIQuestionnaireCompleted.self, MBTIFeedbackAttended.self, WorkGroupMeetingHeld.self,
  IndividualWorkLogged.self,
]

let gatheringFacts: [any CohortFact.Type] = [
  AttendanceRecorded.self, MBTIQuestionnaireCompleted.self, MBTIFeedbackAttended.self, WorkGroupFormed.self,
  WorkGroupMemberJoined.self, WorkGroupMeetingHeld.self, IndividualWorkLogged.self,
]

package let gatheringCommands: [any CohortCommand.Type] = [
  RecordAttendance.self, CompleteMBTIQuestionnaire.self, AttendMBTIFeedback.self, FormWorkGroup.self,
  JoinWorkGroup.self, HoldWorkGroupMeeting.self, LogIndividualWork.self,
]
