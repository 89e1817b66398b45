package import TalentDomain

/// The letters of one cohort, as one viewer may have them.
package struct LetterReading<O: Opener> {
  package let reading: CohortReading<O>
  package let grounds: LetterGrounds
  /// The day of asking, which stands on letters that tell of no event.
  package let today: CivilDate
  /// Which earlier state is shown, in words; nil for the present.
  package let asOf: Line?

  package init(_ reading: CohortReading<O>, _ grounds: LetterGrounds, today: CivilDate, asOf: Line? = nil) {
    self.reading = reading
    self.grounds = grounds
    self.today = today
    self.asOf = asOf
  }

  var cohort: Cohort { reading.cohort }
  var opener: O { reading.opener }
  var viewer: Viewer { reading.viewer }

  /// The answer to `RenderLetter`, as it is before a template gives it words.
  /// - Throws: `.notFound` for those who may not know whether there is such a letter; the missing step (S2) for the others.
  package func letter(_ query: RenderLetter) throws(Refusal) -> Letter {
    let kind = query.kind
    let person = kind.isAboutPerson ? query.person?.alias ?? viewer.alias : .none
    guard cohort.isOpen, sees(kind, about: person) else { throw .notFound }
    if let missing = missing(kind, of: person) {
      throw refusal(missing)
    }
    switch kind {
    case .boardCase: return try boardCase()
    case .certificate: return try certificate(of: person)
    case .feedback: return try feedback(to: person)
    case .information: return information(to: person)
    case .internship: return try internship(of: person)
    case .lapse: return try lapse(of: person)
    case .minutes: return try minutes()
    case .offer: return try offer(to: person)
    case .refusal: return try refusal(of: person)
    case .reserve: return try reserve(of: person)
    }
  }

  /// Every letter that this viewer could have now, in the order of a case; nil for nobody in particular.
  package var due: [(kind: LetterKind, person: Alias?)] {
    guard cohort.isOpen else { return [] }
    let people = everybody
    return LetterKind.inOrder.flatMap { kind -> [(kind: LetterKind, person: Alias?)] in
      guard kind.isAboutPerson else {
        return sees(kind, about: .none) && missing(kind, of: .none) == nil ? [(kind, nil)] : []
      }
      return people.filter { sees(kind, about: $0) && missing(kind, of: $0) == nil }.map { (kind, $0) }
    }
  }

  /// Everybody ever nominated, in the order of the first form.
  private var everybody: [Alias] {
    var seen: Set<Alias> = [.none]
    return cohort.nominations.order.compactMap { cohort.nominations.forms[$0]?.nominee }
      .filter { seen.insert($0).inserted }
  }

  func head(_ date: CivilDate, to person: Alias? = nil) -> LetterHead {
    var head = LetterHead()
    head.asOf = asOf
    head.cohort = cohort.setup.code
    head.date = date
    head.recipient = person.map { Person($0) }
    head.title = cohort.setup.title
    return head
  }
}

// MARK: Who may have which

extension LetterReading {
  /// The HR Centre and the auditor, and in their papers the board and its secretary; a nominee in whatever capacity is not.
  private var knowsOutcomes: Bool { reading.seesOutcomes }

  /// Whether this viewer may know of a letter of this kind about this person.
  package func sees(_ kind: LetterKind, about person: Alias) -> Bool {
    guard kind.isAboutPerson else { return knowsOutcomes }
    guard person != .none else { return false }
    if knowsOutcomes, viewer.holds(.hr, .auditor), !reading.isBarred(from: person) { return true }
    switch kind {
    case .boardCase, .minutes: return false
    // No event tells a nominee of a place in the reserve: the letter itself does, when the HR Centre sends it.
    case .reserve: return false
    case .certificate, .information, .lapse, .offer, .refusal: return person == viewer.alias
    case .feedback: return person == viewer.alias || reading.leads(person)
    case .internship: return person == viewer.alias || !hosted(of: person).isEmpty
    }
  }

  /// Whoever is not in on the decisions is told the same of what has not happened and of what there is not.
  private func refusal(_ finding: Finding) -> Refusal { knowsOutcomes ? .rule(finding) : .notFound }

  /// What the letter says is gone.
  var wordsErased: Refusal { refusal(.wordsErased) }

  /// The agreements of a participant in which the viewer is the host.
  func hosted(of participant: Alias) -> [InternshipAgreement] {
    guard viewer.alias != .none else { return [] }
    return cohort.programme.internships.agreements(of: participant).filter { $0.host == viewer.alias }
  }
}

// MARK: What must have happened first

extension LetterReading {
  /// The step of the case that a letter waits for; nil where there is its ground.
  func missing(_ kind: LetterKind, of person: Alias) -> Finding? {
    switch kind {
    case .boardCase:
      guard cohort.selection.proposal == nil || cohort.selection.proposal?.status == .returned else { return nil }
      return .unfounded(
        "Der ligger intet forslag til direktionen.", "There is no proposal before the board.",
        "Foreslå udvælgelsen først: talentctl selection propose.",
        "Propose the selection first: talentctl selection propose.")
    case .minutes:
      guard cohort.selection.approved == nil else { return nil }
      return .unfounded(
        "Direktionen har ikke godkendt udvælgelsen.", "The board has not approved the selection.",
        "Registrér godkendelsen først: talentctl selection approve.",
        "Record the approval first: talentctl selection approve.")
    case .offer:
      guard grounds.offers[person] == nil else { return nil }
      return .unfounded(
        "Vedkommende er ikke tilbudt en plads.", "This person has not been offered a seat.",
        "Tilbyd pladsen først: talentctl seat offer eller reserve promote.",
        "Offer the seat first: talentctl seat offer or reserve promote.")
    case .reserve:
      guard !cohort.reserveLeft.contains(person) || cohort.selection.approved == nil else { return nil }
      return .unfounded(
        "Vedkommende står ikke på en godkendt reserveliste.", "This person is in no approved reserve.",
        "Brevet er for dem, der står på reservelisten nu: talentctl seat list.",
        "The letter is for those in the reserve now: talentctl seat list.")
    case .refusal:
      guard grounds.refusals[person] == nil else { return nil }
      return .unfounded(
        "Vedkommende har ikke fået afslag.", "This person has not been told of a refusal.",
        "Registrér afslaget med begrundelse først: talentctl letter send.",
        "Record the refusal with its reasons first: talentctl letter send.")
    case .lapse:
      guard grounds.lapses[person] == nil else { return nil }
      return .unfounded(
        "Pladsen på reservelisten er ikke bortfaldet.", "The place in the reserve has not lapsed.",
        "Afslut den med begrundelse først: talentctl reserve lapse.",
        "End it with its reasons first: talentctl reserve lapse.")
    case .feedback:
      guard cohort.selection.notified[person] == nil else { return nil }
      return .unfounded(
        "Vedkommende har ikke fået afslag, og skal ikke have tilbagemelding.",
        "This person has not been told of a refusal, and is owed no feedback.",
        "Tilbagemelding gives efter afslaget: talentctl letter send.",
        "Feedback follows the refusal: talentctl letter send.")
    case .information:
      guard !cohort.nominations.forms.values.contains(where: { $0.nominee == person }) else { return nil }
      return .unfounded(
        "Vedkommende er ikke indstillet til holdet.", "This person has not been nominated for the cohort.",
        "Oplysningen er for dem, der er indstillet.", "The information is for those who have been nominated.")
    case .internship:
      guard cohort.programme.internships.agreements(of: person).isEmpty else { return nil }
      return .unfounded(
        "Der er ikke aftalt praktik.", "No internship has been agreed.",
        "Registrér aftalen først: talentctl internship agree.",
        "Record the agreement first: talentctl internship agree.")
    case .certificate:
      guard !cohort.programme.completions.hasCertificate(person) else { return nil }
      return .unfounded(
        "Der er intet deltagerbevis, der gælder.", "No certificate stands.",
        "Udsted det først: talentctl certificate issue.", "Issue it first: talentctl certificate issue.")
    }
  }
}

extension Finding {
  fileprivate static func unfounded(_ da: String, _ en: String, _ remedyDa: String, _ remedyEn: String) -> Finding {
    Finding(.s2, Bilingual(da: da, en: en), remedy: Bilingual(da: remedyDa, en: remedyEn))
  }

  fileprivate static let wordsErased = Finding(
    .s2,
    Bilingual(da: "Det, som brevet siger, er slettet.", en: "What the letter says has been erased."),
    remedy: Bilingual(
      da: "Et slettet brev kan ikke dannes igen.", en: "An erased letter cannot be rendered again."))
}
