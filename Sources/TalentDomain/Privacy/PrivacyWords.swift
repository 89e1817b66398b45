// The words of data protection, as tables, documents and refusals show them.

extension RetentionOutcome {
  package var words: Bilingual {
    switch self {
    case .contributed: Bilingual(da: "har medvirket i andres sager", en: "took part in others' cases")
    case .employed: Bilingual(da: "ansættelse", en: "employment")
    case .notConsidered: Bilingual(da: "indstilling afvist eller trukket tilbage", en: "form refused or withdrawn")
    case .notSelected: Bilingual(da: "deltog ikke", en: "took no part")
    case .open: Bilingual(da: "sagen er åben", en: "the case is open")
    case .participated: Bilingual(da: "deltog", en: "participated")
    }
  }
}

extension RetentionHold {
  /// What it is, by which law.
  package var words: Bilingual {
    switch self {
    case .archive:
      Bilingual(
        da: "arkivet har ikke frigivet holdets sager (arkivloven; art. 17, stk. 3, litra d)",
        en: "the archives have not cleared the cohort's papers (arkivloven; art. 17(3)(d))")
    case .audit:
      Bilingual(
        da: "revisionen af holdet er ikke afsluttet (art. 17, stk. 3, litra b)",
        en: "the audit of the cohort is not done (art. 17(3)(b))")
    case .legalHold:
      Bilingual(
        da: "oplysningerne er spærret for sletning (art. 17, stk. 3, litra b og e; art. 18)",
        en: "the data is on legal hold (art. 17(3)(b) and (e); art. 18)")
    case .openCase:
      Bilingual(da: "sagen er ikke afsluttet (art. 17, stk. 3, litra b)", en: "the case is not ended (art. 17(3)(b))")
    case .othersCase:
      Bilingual(
        da: "en andens åbne sag har brug for personen (art. 17, stk. 3, litra b)",
        en: "somebody else's open case needs the person (art. 17(3)(b))")
    }
  }
}

extension HoldGround {
  package var words: Bilingual {
    switch self {
    case .claim: Bilingual(da: "et retskrav (art. 17, stk. 3, litra e)", en: "a legal claim (art. 17(3)(e))")
    case .complaint:
      Bilingual(
        da: "en klage eller sag hos en myndighed (art. 17, stk. 3, litra b)",
        en: "a complaint or a case with an authority (art. 17(3)(b))")
    case .restriction:
      Bilingual(da: "begrænset behandling (art. 18)", en: "restriction of processing (art. 18)")
    }
  }
}

extension ErasureBasis {
  /// The provision and what it says, in short.
  package var words: Bilingual {
    switch self {
    case .noLongerNecessary:
      Bilingual(da: "art. 17, stk. 1, litra a: ikke længere nødvendige", en: "art. 17(1)(a): no longer necessary")
    case .consentWithdrawn:
      Bilingual(da: "art. 17, stk. 1, litra b: samtykket trukket tilbage", en: "art. 17(1)(b): consent withdrawn")
    case .objection:
      Bilingual(da: "art. 17, stk. 1, litra c: berettiget indsigelse", en: "art. 17(1)(c): a justified objection")
    case .unlawful:
      Bilingual(da: "art. 17, stk. 1, litra d: behandlet ulovligt", en: "art. 17(1)(d): unlawfully processed")
    case .legalObligation:
      Bilingual(da: "art. 17, stk. 1, litra e: retlig forpligtelse til sletning", en: "art. 17(1)(e): a duty to erase")
    case .childsConsent:
      Bilingual(da: "art. 17, stk. 1, litra f: et barns samtykke", en: "art. 17(1)(f): a child's consent")
    case .freedomOfExpression:
      Bilingual(
        da: "art. 17, stk. 3, litra a: ytrings- og informationsfrihed",
        en: "art. 17(3)(a): freedom of expression and information")
    case .publicTask:
      Bilingual(
        da: "art. 17, stk. 3, litra b: myndighedens opgave eller en retlig forpligtelse",
        en: "art. 17(3)(b): a public task or a legal obligation")
    case .publicHealth: Bilingual(da: "art. 17, stk. 3, litra c: folkesundhed", en: "art. 17(3)(c): public health")
    case .archiving: Bilingual(da: "art. 17, stk. 3, litra d: arkivformål", en: "art. 17(3)(d): archiving")
    case .legalClaims: Bilingual(da: "art. 17, stk. 3, litra e: retskrav", en: "art. 17(3)(e): legal claims")
    case .noGround:
      Bilingual(da: "art. 17, stk. 1: ingen af grundene foreligger", en: "art. 17(1): none of the grounds is there")
    }
  }
}
