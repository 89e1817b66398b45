import TalentDomain
import Testing

/// A refusal that the programme names: what is tried, and what the one who tries it is told.
struct NamedRefusal: Sendable {
  let rule: String
  let da: String
  let en: String
  /// Everything that is allowed beforehand.
  let begin: @Sendable () throws -> Case
  let attempt: @Sendable (inout Case) throws -> Verdict

  static let all: [String: NamedRefusal] = [
    "attendance of somebody who has left": NamedRefusal(
      rule: "S2", da: "Deltageren var trådt ud den dag.", en: "The participant had left by that day.",
      begin: {
        var it = try Case.inJune()
        var leaving = WithdrawParticipant("110")
        leaving.date = date("2027-05-20")
        try it.accept(leaving, as: "110")
        return it
      },
      attempt: { try $0.when(RecordAttendance(2, ["110"])) }),
    "attendance at a gathering to come": NamedRefusal(
      rule: "S4", da: "Datoen 23. august 2027 ligger i fremtiden; i dag er det 15. juni 2027.",
      en: "The date 2027-08-23 lies in the future; today is 2027-06-15.", begin: { try Case.inJune() },
      attempt: { try $0.when(RecordAttendance(3, ["110"])) }),
    "a second internship day on a date": NamedRefusal(
      rule: "S2", da: "Der er allerede registreret en praktikdag 11. januar 2028.",
      en: "An internship day on 2028-01-11 has been recorded already.",
      begin: {
        var it = try Case.internship()
        try it.accept(LogInternshipDay("110", "2028-01-11", Rational(1, 2)), as: "110")
        return it
      },
      attempt: { try $0.when(LogInternshipDay("110", "2028-01-11", Rational(1, 2)), as: "110") }),
    "a mentor meeting before both have agreed to confidentiality": NamedRefusal(
      rule: "R15", da: "Aftalen om fortrolighed mangler fra mentoren.",
      en: "Confidentiality has not been agreed by the mentor.",
      begin: {
        var it = try Case.matched()
        try it.accept(AgreeConfidentiality(of: "110"), as: "110")
        return it
      },
      attempt: { try $0.when(LogMentorMeeting("110", "2027-05-03"), as: "110") }),
    "a mentor from the own line": NamedRefusal(
      rule: "R15", da: "Mentoren er i deltagerens egen ledelseslinje.",
      en: "The mentor is in the participant's own line.",
      begin: {
        var it = try Case.underWay()
        try it.accept(RegisterMentor(Staff.leader))
        return it
      },
      attempt: { try $0.when(MatchMentor("110", with: Staff.leader)) }),
    "a host who is no leader": NamedRefusal(
      rule: "R16", da: "Praktikværten er ikke leder.", en: "The host is not a leader.",
      begin: { try Case.underWay() }, attempt: { try $0.when(AgreeInternship("110", with: "210"), as: "110") }),
    "a correction whose old value does not match": NamedRefusal(
      rule: "R21", da: "Den gamle værdi er ikke 12. januar 2028 og 1.",
      en: "The old value is not 2028-01-12 and 1.", begin: { try Case.oneDay() },
      attempt: { it in
        let entry = try it.lastEntry().id
        return try it.when(
          CorrectEntry(entry, from: ("2028-01-12", Rational(1)), to: ("2028-01-13", nil)), as: "110")
      }),
    "a certificate before completion": NamedRefusal(
      rule: "S2", da: "Deltageren har ikke gennemført programmet.",
      en: "The participant has not completed the programme.", begin: { try Case.lived() },
      attempt: { try $0.when(IssueCertificate("110")) }),
    "a reserve after the second gathering": NamedRefusal(
      rule: "R9", da: "Anden samling begyndte 24. maj 2027.", en: "The second gathering began on 2027-05-24.",
      begin: {
        var it = try Case.inJune()
        try it.accept(WithdrawParticipant("110"), as: "110")
        return it
      },
      attempt: { try $0.when(PromoteReserve(nil)) }),
    "a correction of what a certificate rests on": NamedRefusal(
      rule: "S2", da: "Deltageren har et deltagerbevis, som hviler på det.",
      en: "The participant has a certificate that rests on it.",
      begin: {
        var it = try Case.oneDay()
        try it.accept(CompleteProgramme("110", ground: "Orlov; resten er gennemført til fulde."))
        try it.accept(IssueCertificate("110"))
        return it
      },
      attempt: { try $0.move(try $0.lastEntry(), to: "2028-01-13") }),
  ]
}

extension Case {
  /// With one day of internship recorded, on 11 January.
  fileprivate static func oneDay() throws -> Case {
    var it = try internship()
    try it.accept(LogInternshipDay("110", "2028-01-11"), as: "110")
    return it
  }

  fileprivate mutating func move(_ entry: Entry, to day: String) throws -> Verdict {
    try when(CorrectEntry(entry.id, from: (entry.date.text, entry.amount), to: (day, nil)), as: "110")
  }
}
