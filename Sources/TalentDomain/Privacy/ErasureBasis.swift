/// On what legal ground personal data is erased, or is not: the grounds of GDPR article 17(1) and the exceptions of 17(3), by
/// their letters.
package enum ErasureBasis: String, Choice {
  /// 17(1)(a) to (f): what entitles somebody to erasure.
  case noLongerNecessary = "art17_1_a"
  case consentWithdrawn = "art17_1_b"
  case objection = "art17_1_c"
  case unlawful = "art17_1_d"
  case legalObligation = "art17_1_e"
  case childsConsent = "art17_1_f"
  /// 17(3)(a) to (e): what stands against it.
  case freedomOfExpression = "art17_3_a"
  case publicTask = "art17_3_b"
  case publicHealth = "art17_3_c"
  case archiving = "art17_3_d"
  case legalClaims = "art17_3_e"
  /// None of the grounds of 17(1) is there.
  case noGround = "art17_1"

  /// Whether it entitles to erasure; the others stand against it.
  package var entitles: Bool {
    switch self {
    case .noLongerNecessary, .consentWithdrawn, .objection, .unlawful, .legalObligation, .childsConsent: true
    case .freedomOfExpression, .publicTask, .publicHealth, .archiving, .legalClaims, .noGround: false
    }
  }

  /// Whether it holds also while the period of retention runs: the period says that the data is necessary, and nothing else.
  package var holdsWithinPeriod: Bool { entitles && self != .noLongerNecessary }
}
