internal import TalentDomain

extension LetterReading {
  /// The latest agreement of a participant; where the viewer is a host, the latest of the own.
  func internship(of participant: Alias) throws(Refusal) -> Letter {
    let all = cohort.programme.internships.agreements(of: participant)
    let own = participant == viewer.alias || reading.seesOutcomes ? all : hosted(of: participant)
    guard let agreement = own.last, let date = grounds.internships[agreement.id] else { throw .notFound }
    var contents = InternshipContents()
    contents.days = agreement.days
    contents.from = agreement.from
    contents.host = Person(agreement.host)
    contents.hostWorkplace = workplace(of: agreement.host)
    contents.leader = leader(of: participant)
    contents.to = agreement.to
    contents.workplace = workplace(of: participant)
    return Letter(.internship, head(date, to: participant), contents)
  }

  func certificate(of participant: Alias) throws(Refusal) -> Letter {
    guard let issued = grounds.certificates[participant], let completed = grounds.completions[participant] else {
      throw .notFound
    }
    var contents = CertificateContents()
    contents.completed = completed.date
    contents.kickOff = cohort.setup.kickOff
    contents.number = issued.fact.number
    // As it stood when the certificate was issued: what it rests on is not corrected while it stands.
    contents.tracks = cohort.ledger(of: participant, on: issued.date).map { ledger in
      var line = CertificateTrack()
      line.amount = ledger.recorded
      line.track = ledger.track
      line.unit = ledger.track.unit
      return line
    }
    return Letter(.certificate, head(issued.date, to: participant), contents)
  }

  /// Where somebody works today.
  private func workplace(of person: Alias) -> Thing? {
    opener.person(behind: person).flatMap { reading.organisation.people[$0]?.workplace }.flatMap { Thing(known: $0) }
  }
}
