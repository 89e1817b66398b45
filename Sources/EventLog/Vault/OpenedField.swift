package import Transparency

/// A sealed field of an event, as far as it may and can be opened.
package struct OpenedField: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case disclosed(Disclosure)
    case withheld(Reason)
  }

  package enum Reason: Sendable, Hashable {
    /// The reader did not ask for this audience.
    case otherAudience
    /// Its key is gone: nobody can open it any more.
    case erased
  }

  package let position: Int
  /// As it stands in the leaf.
  package let digest: String
  /// Subject, class and audience are unknown once the vault's row is gone.
  package let subject: UInt64?
  package let retention: String?
  package let audience: String?
  package let content: Content

  package var disclosure: Disclosure? {
    guard case .disclosed(let disclosure) = content else { return nil }
    return disclosure
  }

  package var name: String? { disclosure?.name }
  /// Canonical JSON.
  package var value: [UInt8]? { disclosure?.value }
}

/// Where a subject's sealed fields are.
package struct SealedReference: Sendable, Hashable {
  package let position: Int
  package let digest: String
  package let retention: String
  package let audience: String
}

/// Which of the audiences a reader stands for.
package enum Audiences: Sendable, Hashable {
  case all
  case only(Set<String>)

  func contains(_ audience: String) -> Bool {
    switch self {
    case .all: true
    case .only(let names): names.contains(audience)
    }
  }
}
