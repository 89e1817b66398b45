import Crypto
import TalentDomain
import Transparency

// The violations that a replay must find, each written as the service would have written it.
extension Talentd {
  func plantLateForm(of number: String) async throws -> Int {
    let hr = try client(as: Cast.hr, at: at("2027-03-03 18:00:00"))
    let person = try hr.id(of: number)
    let (nominee, form) = (Alias(bits: 0x1234_5678_9ABC), Alias(bits: 0x2345_6789_ABCD))
    let nominations = try hr.nominations()
    let other = try required(nominations.first { $0.nominee?.number == "110" })
    var (held, interest, submitted) = (TalentConversationHeld(), InterestConfirmed(), NominationSubmitted())
    held.date = date("2027-01-14")
    held.employee = nominee
    held.startedBy = .leader
    interest.date = date("2027-01-15")
    interest.employee = nominee
    submitted.id = form
    submitted.form.ambition = true
    submitted.form.centre = try required(other.centre).id
    submitted.form.chief = other.chief.id
    submitted.form.chiefCentre = submitted.form.centre
    submitted.form.day = date("2027-03-05")
    submitted.form.employed = true
    submitted.form.engagement = true
    submitted.form.field = .own
    submitted.form.handedIn = at("2027-03-05 10:00:00")
    submitted.form.interest = true
    submitted.form.nominee = nominee
    submitted.form.profession = try required(other.profession).id
    submitted.form.workplace = try required(other.workplace).id
    var written = NominationForm()
    written.ambition = true
    written.answers = SubmitNomination(of: number).answers
    written.engagement = true
    written.field = .own
    written.interest = true
    let time = "2027-03-05 10:00:00"
    return try await plant(
      Planted(
        held, by: other.chief.id, about: nominee, at: time,
        sealed: [Sealed(PersonLink(alias: nominee, person: person), of: person)]),
      Planted(interest, by: other.chief.id, about: nominee, at: time),
      Planted(submitted, by: other.chief.id, about: nominee, at: time, sealed: [Sealed(written, of: person)]))
  }

  /// A ranking from the very scores, by other weights than the criteria's.
  func plantRanking(weights: [Rational]) async throws -> Int {
    let auditor = try client(as: Cast.auditor, at: at("2027-03-10 12:30:00"))
    var input = RankingInput()
    input.algorithm = Ranking1.version
    input.seats = 20
    for (index, weight) in weights.enumerated() {
      var category = RankingWeight()
      category.number = index + 1
      category.weight = weight
      input.categories.append(category)
    }
    for (number, category) in [(1, 1), (2, 1), (3, 1), (4, 2), (5, 3)] {
      var question = RankingQuestion()
      question.number = number
      question.category = category
      input.questions.append(question)
    }
    var list = ListAssessments()
    list.cohort = "2027"
    let sets = try auditor.ask(list).sets
    for line in try auditor.nominations() where line.status == .eligible {
      var nominee = RankedNominee()
      nominee.nominee = try required(line.nominee).id
      nominee.profession = try required(line.profession).id
      nominee.workplace = try required(line.workplace).id
      for set in sets where set.nominee.id == nominee.nominee {
        nominee.scores += set.scores.map { score in
          var entry = RankedScore()
          entry.assessor = set.assessor.id
          entry.points = score.points
          entry.question = score.question
          return entry
        }
      }
      input.nominees.append(nominee)
    }
    let result = Ranking1.compute(input)
    var computed = RankingComputed()
    computed.algorithm = Ranking1.version
    computed.entries = result.entries
    computed.inputDigest = try required(
      TalentDomain.Digest(Base64URL.encode(Array(SHA256.hash(data: input.canonical)))))
    computed.spread = result.spread
    computed.ties = result.ties
    return try await plant(Planted(computed, by: try auditor.alias(of: Cast.hr), at: "2027-03-10 13:00:00"))
  }

  func plantScore(of number: String, by assessor: String) async throws -> Int {
    let auditor = try client(as: Cast.auditor, at: at("2027-03-10 14:30:00"))
    var scored = AssessmentScored()
    scored.assessor = try auditor.alias(of: assessor)
    scored.basis = .demonstrated
    scored.nominee = try required(try auditor.nominations().first { $0.nominee?.number?.value == number }?.nominee).id
    scored.points = 0
    scored.question = 1
    return try await plant(
      Planted(scored, by: scored.assessor, about: scored.nominee, at: "2027-03-10 15:00:00"))
  }

  func plantApproval(by number: String, of proposal: TalentDomain.Digest) async throws -> Int {
    let auditor = try client(as: Cast.auditor, at: at("2027-03-11 13:00:00"))
    var approved = SelectionApproved()
    approved.meeting = date("2027-03-11")
    approved.member = try auditor.alias(of: number)
    approved.members = [approved.member]
    approved.minutes = ApproveSelection(proposal, on: approved.meeting).minutes
    approved.present = [approved.member]
    approved.proposal = proposal
    return try await plant(Planted(approved, by: approved.member, at: "2027-03-11 15:00:00"))
  }

  func plantOffer(to number: String) async throws -> Int {
    let auditor = try client(as: Cast.auditor, at: at("2027-03-16 10:00:00"))
    var offered = SeatOffered()
    offered.answerBy = date("2027-03-26")
    offered.closes = at("2027-03-27 00:00:00")
    offered.nominee = try required(try auditor.nominations().first { $0.nominee?.number?.value == number }?.nominee).id
    return try await plant(
      Planted(offered, by: try auditor.alias(of: Cast.hr), about: offered.nominee, at: "2027-03-16 11:00:00"))
  }
}

extension Client {
  fileprivate func nominations() throws -> [NominationLine] {
    var query = ListNominations()
    query.cohort = "2027"
    return try ask(query).nominations
  }

  /// The id in the organisation's stream.
  func id(of number: String) throws -> Alias {
    try required(try ask(ListPeople()).people.first { $0.person.number?.value == number }).person.id
  }

  /// The alias in the cohort of somebody who has recorded something there.
  func alias(of number: String) throws -> Alias {
    var query = ListAuditTrail()
    query.actor = PersonRef(given: number)
    query.cohort = "2027"
    return try required(try ask(query).entries.first).actor.id
  }
}

private func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Trouble("what a violation is made of is missing") }
  return value
}
