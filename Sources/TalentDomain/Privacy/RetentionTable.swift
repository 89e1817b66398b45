/// The periods of retention as people read them: each with its reason.
package struct RetentionRow: Sendable, Hashable {
  package let outcome: RetentionOutcome
  package let retention: RetentionClass
  package let years: Int
  package let reason: Bilingual
}

extension RuleSet {
  /// Every period of a case's data, by how the case ended and by class.
  package var retentionTable: [RetentionRow] {
    RetentionOutcome.allCases.flatMap { outcome in
      RetentionClass.allCases.compactMap { retention in
        self.retention(after: outcome)?[retention].map {
          RetentionRow(outcome: outcome, retention: retention, years: $0, reason: outcome.reason(of: retention))
        }
      }
    }
  }
}

extension RetentionOutcome {
  /// Why so long, and no longer. The numbers may be other ones in a rule set; the reasons are those of the defaults.
  package func reason(of retention: RetentionClass) -> Bilingual {
    switch self {
    case .contributed:
      Bilingual(
        da: "Så længe de sager, som personen har medvirket i, kan blive efterprøvet: som for dem, der ikke blev valgt.",
        en: "As long as the cases that the person took part in may be examined: as for those not selected.")
    case .employed:
      Bilingual(
        da: "Så længe personen er ansat, og indtil hver sag er slettet: ellers vidste ingen, hvis sagen var.",
        en: "While the person is employed, and until every case has gone: else nobody would know whose the case was.")
    case .notConsidered:
      Bilingual(
        da: "Et år: så længe kan der klages til Folketingets Ombudsmand, og så længe er der til næste hold.",
        en: "A year: so long a complaint to the Ombudsman is open, and so long it is to the next cohort.")
    case .notSelected:
      Bilingual(
        da: "Tre år: så længe kan udvælgelsen blive efterprøvet, og tilbagemeldingen bruges til næste hold.",
        en: "Three years: so long the selection may be examined, and the feedback serves for the next cohort.")
    case .open:
      Bilingual(da: "Så længe sagen er åben.", en: "While the case is open.")
    case .participated:
      switch retention {
      case .assessment, .feedback:
        Bilingual(
          da: "Som for dem, der ikke blev valgt: bedømmelsen følger ingen ind i en lederstilling.",
          en: "As for those not selected: the assessment follows nobody into a leadership post.")
      default:
        Bilingual(
          da: "Fem år: så længe skal deltagelse og deltagerbevis kunne dokumenteres over for kommunen selv.",
          en: "Five years: so long the participation and the certificate must be provable to the municipality itself.")
      }
    }
  }
}
