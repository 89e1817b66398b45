import TalentDomain

/// A bundle shows how everybody was judged, and cannot show it in part. So there are people of the cohort to whom no bundle is
/// given, whatever else they are.
enum Impartiality {
  static func check(_ receiver: Alias, in cohort: Cohort) throws(Refusal) {
    guard receiver != .none else { return }
    if cohort.nominations.live[receiver] != nil {
      throw .rule(
        Finding(
          .r19,
          Bilingual(
            da: "Du er selv indstillet til holdet, og en bevispakke viser, hvordan alle er vurderet.",
            en: "You are yourself nominated to the cohort, and a bundle shows how everybody was judged."),
          remedy: Bilingual(
            da: "En anden udleverer pakken. Din egen del kan du få udleveret af HR-Centret eller revisor.",
            en: "Somebody else hands out the bundle. Your own part you get from the HR Centre or an auditor.")))
    }
    guard cohort.assessment.closed == nil, let criteria = cohort.setup.criteria else { return }
    let owes = cohort.assessment.assigned.contains { nominee, assessors in
      assessors.contains(receiver) && !cohort.assessment.isBarred(receiver, from: nominee)
        && !cohort.assessment.set(of: nominee, by: receiver).isComplete(criteria)
    }
    if owes {
      throw .rule(
        Finding(
          .r20,
          Bilingual(
            da: "Du bedømmer på holdet og mangler point, og en bevispakke viser de andres.",
            en: "You assess in the cohort and have scores left to give, and a bundle shows those of others."),
          remedy: Bilingual(
            da: "Afgiv dine point først, eller lad en anden udlevere pakken.",
            en: "Give your scores first, or let somebody else hand out the bundle.")))
    }
  }
}
