internal import TalentDomain

/// Who sees what of the programme. A participant sees the own data, a mentor and a host what they took part in, a leader the
/// own employees' dialogues and plans; who runs or audits the programme sees it all but what is confidential; another
/// participant sees nothing.
extension CohortReading {
  /// Whether the viewer runs, guards or audits the programme.
  var seesProgramme: Bool { viewer.holds(.hr, .auditor, .dpo) }

  /// Whether the viewer takes part, or did.
  var takesPart: Bool { viewer.alias != .none && cohort.selection.seats[viewer.alias] != nil }

  /// Whether the viewer sees everything of one participant but the words of the plan.
  func seesAll(of participant: Alias) -> Bool { isViewer(participant) || seesProgramme }

  /// The words of a development plan are for the participant, the own leader and the HR Centre.
  func seesPlan(of participant: Alias) -> Bool { isViewer(participant) || viewer.holds(.hr) || leads(participant) }

  /// Whether the viewer sees something that is recorded of a participant's time. Whoever was in the same work group saw the
  /// meeting, and reads of it there; of the other's time they learn nothing.
  func sees(_ entry: Entry, of participant: Alias) -> Bool {
    if seesAll(of: participant) { return true }
    if entry.kind == .dialogue, leads(participant) { return true }
    return entry.participants == [participant] && (isViewer(entry.counterpart) || isViewer(entry.recorder))
  }

  func sees(_ happening: Happening, of participant: Alias) -> Bool {
    if seesAll(of: participant) { return true }
    if let entry = happening.entry.flatMap({ cohort.programme.entries[$0] }) {
      return happening.kind != .deviated && sees(entry, of: participant)
    }
    switch happening.kind {
    case .confidentialityAgreed, .internshipAgreed, .mentorEnded, .mentorMatched: return isViewer(happening.with)
    case .goalProgressed, .planSet: return seesPlan(of: participant)
    default: return false
    }
  }

  func sees(_ match: MentorMatch) -> Bool { seesAll(of: match.participant) || isViewer(match.mentor) }

  func sees(_ agreement: InternshipAgreement) -> Bool { seesAll(of: agreement.participant) || isViewer(agreement.host) }

  func sees(_ group: WorkGroup) -> Bool { seesProgramme || group.members.contains(where: isViewer) }

  private func isViewer(_ person: Alias?) -> Bool { viewer.alias != .none && person == viewer.alias }
}

extension CohortReading {
  /// Everything that is recorded of a participant's time, voided or not, whoever may see it.
  func entries(of participant: Alias) -> [Entry] {
    cohort.programme.ofParticipant[participant, default: []].compactMap { cohort.programme.entries[$0] }
  }
}
