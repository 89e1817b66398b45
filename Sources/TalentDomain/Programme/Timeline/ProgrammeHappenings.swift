// Work groups, mentors, internships, plans, and the end of the programme.

extension WorkGroupFormed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.groupFormed, members, header) }
}

extension WorkGroupMemberJoined {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.groupJoined, [participant], header)
  }
}

extension MentorMatched {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.mentorMatched, [participant], on: date, with: mentor, header)
  }
}

extension MentorMatchEnded {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    cohort.programme.mentors.matches[match].map {
      Happening(.mentorEnded, [$0.participant], on: date, with: $0.mentor, header)
    }
  }
}

extension ConfidentialityAgreed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    cohort.programme.mentors.matches[match].map {
      Happening(.confidentialityAgreed, [$0.participant], on: date, with: $0.mentor, header)
    }
  }
}

extension InternshipAgreed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.internshipAgreed, [participant], with: host, header)
  }
}

extension DevelopmentPlanSet {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.planSet, [participant], header)
  }
}

extension DevelopmentGoalProgressed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.goalProgressed, [participant], header)
  }
}

extension ProgrammeCompleted {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.completed, [participant], header)
  }
}

extension CertificateIssued {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.certificateIssued, [participant], header)
  }
}

extension CertificateRevoked {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    Happening(.certificateRevoked, [participant], header)
  }
}

extension OutcomeRecorded {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    var happening = Happening(.outcome, [participant], on: date, header)
    happening.outcome = outcome
    return happening
  }
}
