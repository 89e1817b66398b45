/// By when what the programme asks for is to be done, in days. The words hold none of these numbers: they are ours.
package struct DutyValues: Record {
  package var attendanceDays = 7
  package var certificateDays = 14
  package var complaintDays = 28
  package var completionDays = 30
  package var confidentialityDays = 14
  package var confirmationDays = 14
  package var lateJoinerDays = 28
  package var mentorDays = 30
  package var outcomeDays = 365
  package var planDays = 30
  package var workGroupDays = 30

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("attendanceDays", &attendanceDays, "From the end of a gathering to the record of who was there.")
    try members("certificateDays", &certificateDays, "From the ruling on completion to the certificate.")
    try members("complaintDays", &complaintDays, "From a complaint to its answer.")
    try members("completionDays", &completionDays, "From the end of the last gathering to the ruling on completion.")
    try members("confidentialityDays", &confidentialityDays, "From a mentor's match to the agreement of both.")
    try members("confirmationDays", &confirmationDays, "From what was held to the counterpart's confirmation.")
    try members("lateJoinerDays", &lateJoinerDays, "From joining after the kick-off to whatever was due before that.")
    try members("mentorDays", &mentorDays, "From the kick-off, or the end of a match, to a mentor.")
    try members("outcomeDays", &outcomeDays, "From the end of the last gathering to the outcome a year later.")
    try members("planDays", &planDays, "From the kick-off to the development plan.")
    try members("workGroupDays", &workGroupDays, "From the kick-off to a place in a work group.")
  }
}

extension DutyValues {
  /// Days by which somebody can be reminded: none of them negative, none beyond three years.
  var isWithinLimits: Bool {
    [
      attendanceDays, certificateDays, complaintDays, completionDays, confidentialityDays, confirmationDays,
      lateJoinerDays, mentorDays, outcomeDays, planDays, workGroupDays,
    ].allSatisfy { (0...1095).contains($0) }
  }
}
