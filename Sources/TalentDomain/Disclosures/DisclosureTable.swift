/// Who may be shown what is sealed. This is all of it: a row a kind of record, deny by default, and what stands in no row is
/// shown to nobody.
///
/// A row names the offices that see the record in every case of theirs, and the relations in which one person sees one
/// record. The matter says what closes a case to an office all the same: see `Shield`.
extension SealedKind {
  package var row: DisclosureRow {
    switch self {
    // Who somebody is.
    case .personName:
      Row("Navn og medarbejdernummer", "Name and employee number", .person, [.administrator, .employee])
        .but("email", "e-mail", "e-mail", [.administrator, .auditor, .centreChief, .dpo, .hr, .leader], [.subject])
    case .employmentNames:
      Row("Arbejdsplads og faglig baggrund", "Workplace and profession", .person, [.administrator, .employee])
    case .accountBinding:
      Row("Brugerkonto", "Account of the machine", .person, [.administrator, .auditor, .hr])
    case .personLink:
      Row("Hvem et dæknavn på et hold er", "Who is behind an alias of a cohort", .alias, [.auditor, .hr], [.subject])
    case .codeLink:
      Row(
        "Hvilket center eller hvilken arbejdsplads en kode på et hold er",
        "Which centre or workplace a code of a cohort is", .alias, [.auditor, .hr])

    // The nomination.
    case .nominationForm:
      Row(
        "Indstillingsskemaet med alle svar", "The nomination form with every answer", .case,
        [.auditor, .board, .hr, .secretary], [.assessor, .author])
    case .withdrawalReasons:
      Row("Hvorfor en indstilling er trukket tilbage", "Why a nomination was withdrawn", .case, [.auditor, .hr])
    case .journalNumber:
      Row("Journalnummer", "Case number", .case, [.auditor, .board, .hr, .secretary])
    case .eligibilityReasons:
      Row(
        "Begrundelsen for, om deltagelsesbetingelserne er opfyldt", "The reasons of a ruling on eligibility", .case,
        [.auditor, .hr])

    // The assessment.
    case .assessmentRemark:
      Row(
        "En bedømmers bemærkning til et svar", "An assessor's remark on one answer", .scores, [.auditor, .hr],
        [.author, .fullAssessor])
    case .correctionReason:
      Row("Hvorfor point er rettet eller annulleret", "Why points were corrected or voided", .scores, [.auditor, .hr])
    case .calibrationNote:
      Row("Referat af et kalibreringsmøde", "What a calibration meeting agreed", .scores, [.auditor, .hr])
    case .conflictReasons:
      Row("Hvori en inhabilitet består", "In what a conflict of interest consists", .case, [.auditor, .hr])
    case .conflictRulingReasons:
      Row(
        "Begrundelsen for en afgørelse om habilitet", "The reasons of a ruling on a conflict of interest", .case,
        [.auditor, .hr])
    case .tieGround:
      Row(
        "Hvorfor en pointlighed er afgjort, som den er", "Why a tie was resolved as it was", .scores,
        [.auditor, .board, .hr, .secretary])

    // The decision.
    case .boardGround:
      Row(
        "Direktionens grund til en ændret frist eller et ændret antal pladser",
        "The board's ground for another deadline or number of seats", .case, [.auditor, .hr])
    case .departureGround:
      Row(
        "Hvorfor forslaget afviger fra ranglisten", "Why the proposal departs from the ranking", .case,
        [.auditor, .board, .hr, .secretary])
    case .selectionReasons:
      Row(
        "Hvorfor en indstillet er eller ikke er foreslået", "Why a nominee was or was not proposed", .case,
        [.auditor, .board, .hr, .secretary])
    case .proposalNote:
      Row(
        "HR-Centrets note til direktionen", "The HR Centre's note to the board", .case,
        [.auditor, .board, .hr, .secretary])
    case .returnReasons:
      Row("Hvad direktionen vil have ændret", "What the board wants changed", .case, [.auditor, .hr])
    case .minutesReference:
      Row(
        "Mødets titel og referatets journalnummer", "The meeting's title and the minutes' case number", .case,
        [.auditor, .board, .hr, .secretary])
    case .caseNote:
      Row("Notat i en sag (notatpligt)", "A note on a case", .case, [.auditor, .hr])
    case .refusalLetter:
      Row("Afslagets begrundelse", "The reasons of a letter of refusal", .case, [.auditor, .hr], [.subject])
    case .feedback:
      Row(
        "Lederens tilbagemelding: de fire svar", "The leader's feedback: the four answers", .case, [.auditor, .hr],
        [.leader, .subject])
    case .complaint:
      Row("En klage", "A complaint", .case, [.auditor, .hr], [.subject])
    case .complaintAnswer:
      Row("Svaret på en klage", "The answer to a complaint", .case, [.auditor, .hr], [.subject])
    case .leavingReason:
      Row("Hvorfor nogen har opgivet sin plads", "Why somebody gave up a seat", .case, [.auditor, .hr], [.subject])

    // The year.
    case .developmentPlan:
      Row(
        "Udviklingsplanen: formål, udbytte og mål", "The development plan: purpose, benefit and goals", .year, [.hr],
        [.leader, .subject])
    case .goalNote:
      Row("Note om et måls fremdrift", "A note on a goal's progress", .year, [.hr], [.leader, .subject])
    case .entryReason:
      Row(
        "Hvorfor en registrering eller et bevis er rettet eller annulleret",
        "Why an entry or a certificate was corrected, voided or revoked", .year, [.auditor, .hr], [.author, .subject])
    case .completionGround:
      Row(
        "Hvorfor forløbet er gennemført, selv om noget mangler",
        "Why the programme counts as completed although something is short", .case, [.auditor, .hr], [.subject])

    // What people ask of their data.
    case .erasureReason:
      Row(
        "Hvad der er anført om en anmodning om sletning, og hvorfor den er afgjort, som den er",
        "What was said of a request for erasure, and why it was decided as it was", .rights, [.dpo, .hr])
    case .holdReason:
      Row(
        "Hvorfor oplysninger skal bevares (bevaringspålæg)", "Why data must be kept (legal hold)", .rights, [.dpo, .hr])
    case .paperReference:
      Row(
        "Hvor papirerne om arkivgodkendelse og revision findes",
        "Where the papers on archive clearance and audit are to be found", .rights, [.dpo, .hr])
    }
  }

  private typealias Row = DisclosureRow
}

/// One row of the table: what it is, and for whom.
package struct DisclosureRow: Sendable {
  package let what: Bilingual
  package let matter: Matter
  package let offices: Set<Capacity>
  package let relations: Set<Relation>
  /// Members that are for fewer eyes than the record.
  package private(set) var narrower: [NarrowerMember] = []

  fileprivate init(
    _ da: String, _ en: String, _ matter: Matter, _ offices: Set<Capacity>, _ relations: Set<Relation> = []
  ) {
    what = Bilingual(da: da, en: en)
    self.matter = matter
    self.offices = offices
    self.relations = relations
  }

  /// A member for fewer eyes.
  fileprivate func but(
    _ name: String, _ da: String, _ en: String, _ offices: Set<Capacity>, _ relations: Set<Relation>
  ) -> DisclosureRow {
    var row = self
    row.narrower.append(
      NarrowerMember(name: name, what: Bilingual(da: da, en: en), offices: offices, relations: relations))
    return row
  }

  /// Whether somebody who stands so to it may be shown the whole record. One that has members for fewer eyes is shown whole to
  /// those eyes only.
  package func isFor(_ vantage: Vantage) -> Bool {
    mayBeShown(vantage, offices, relations)
      && narrower.allSatisfy { mayBeShown(vantage, $0.offices, $0.relations) }
  }

  /// The same for one member.
  package func isFor(_ vantage: Vantage, member: String) -> Bool {
    let narrow = narrower.first { $0.name == member }
    return mayBeShown(vantage, narrow?.offices ?? offices, narrow?.relations ?? relations)
  }

  private func mayBeShown(_ vantage: Vantage, _ offices: Set<Capacity>, _ relations: Set<Relation>) -> Bool {
    if !vantage.relations.isDisjoint(with: relations) { return true }
    return !vantage.capacities.isDisjoint(with: offices) && vantage.shields.isDisjoint(with: matter.shields)
  }
}

/// A member of a record that fewer may see than the rest of it.
package struct NarrowerMember: Sendable {
  package let name: String
  package let what: Bilingual
  package let offices: Set<Capacity>
  package let relations: Set<Relation>
}
