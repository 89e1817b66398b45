/// On what legal ground personal data is erased, or is not: the grounds of GDPR article 17(1) and the exceptions of 17(3), by
/// their letters.
package enum ErasureBasis: String, Choice {
  /// 17(1)(a) to (f): what entitles somebody to erasure.
  case noLongerNecessary = "art17-1-a"
  case consentWithdrawn = "art17-1-b"
  case objection = "art17-1-c"
  case unlawful = "art17-1-d"
  case legalObligation = "art17-1-e"
  case childsConsent = "art17-1-f"
  /// 17(3)(a) to (e): what stands against it.
  case freedomOfExpression = "art17-3-a"
  case publicTask = "art17-3-b"
  case publicHealth = "art17-3-c"
  case archiving = "art17-3-d"
  case legalClaims = "art17-3-e"
  /// None of the grounds of 17(1) is there.
  case noGround = "art17-1"

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
